import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  OverviewRulerLane,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import type { HighlightKind } from '../core/view/highlights.ts';

/** The ways in which words are highlighted: one for each kind of finding, and two for the quotes at the cursor. */
export type Look = HighlightKind | 'voice' | 'speaker';

/** The look of each as the editor wants it; icons are read from `media` in the extension's folder. */
export function makeTypes(root: Uri): Readonly<Record<Look, TextEditorDecorationType>> {
  const icon = (name: string) => Uri.joinPath(root, 'media', name);
  const looks: Record<Look, DecorationRenderOptions> = {
    quote: { ...background('quote'), ...ruler('quoteRuler', OverviewRulerLane.Left) },
    fragment: { ...background('fragment'), ...ruler('quoteRuler', OverviewRulerLane.Left) },
    indirect: { ...background('fragment'), ...outline('dashed', 'indirectBorder') },
    term: outline('dotted', 'indirectBorder'),
    person: underline('solid', 'person'),
    organisation: underline('dashed', 'organisation'),
    place: underline('dotted', 'place'),
    group: underline('double', 'group'),
    other: underline('solid', 'other'),
    heading: {
      fontWeight: 'bold',
      ...ruler('sectionRuler', OverviewRulerLane.Full),
      gutterIconSize: '70%',
      light: { gutterIconPath: icon('section-light.svg') },
      dark: { gutterIconPath: icon('section-dark.svg') },
    },
    boilerplate: { color: new ThemeColor('articleLens.boilerplateForeground'), fontStyle: 'italic' },
    voice: { ...background('voice'), ...ruler('voiceRuler', OverviewRulerLane.Left) },
    speaker: outline('solid', 'speakerBorder'),
  };
  const type = (look: DecorationRenderOptions) =>
    window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed, ...look });
  const types = Object.entries(looks).map(([kind, look]) => [kind, type(look)]);
  return Object.fromEntries(types) as Record<Look, TextEditorDecorationType>;
}

function background(kind: string): DecorationRenderOptions {
  return {
    backgroundColor: new ThemeColor(`articleLens.${kind}Background`),
    borderRadius: '3px',
    ...outline('solid', `${kind}Border`),
  };
}

/** A line round the words; most themes leave it transparent, high contrast does not. */
function outline(style: string, color: string): DecorationRenderOptions {
  return {
    borderWidth: '1px',
    borderStyle: style,
    borderColor: new ThemeColor(`articleLens.${color}`),
    borderRadius: '3px',
  };
}

function ruler(color: string, overviewRulerLane: OverviewRulerLane): DecorationRenderOptions {
  return { overviewRulerColor: new ThemeColor(`articleLens.${color}`), overviewRulerLane };
}

/** A line under the words, drawn by the text itself so that it keeps clear of the letters that reach below it. */
function underline(style: string, kind: string): DecorationRenderOptions {
  const color = `var(--vscode-articleLens-${kind}Underline)`;
  return {
    textDecoration: `underline ${style} ${color} 1px; text-underline-offset: 0.25em; text-decoration-skip-ink: auto`,
  };
}
