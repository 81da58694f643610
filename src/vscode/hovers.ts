import {
  type Disposable,
  type ExtensionContext,
  Hover,
  l10n,
  languages,
  MarkdownString,
  type TextDocument,
} from 'vscode';
import { type HoverBlock, hoverAt } from '../core/view/hover.ts';
import type { Target } from '../core/view/tree.ts';
import { plain } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { setting } from './config.ts';
import { toRange } from './convert.ts';
import type { Layers } from './layers.ts';

/** Tells what is known about the finding under the pointer, one block a layer. */
export function registerHovers(_context: ExtensionContext, articles: Articles, layers: Layers): Disposable {
  return articles.forEachLanguage((language) =>
    languages.registerHoverProvider(language, {
      provideHover(document, position) {
        const analysis = setting('hover.show') ? articles.get(document) : undefined;
        if (!analysis) return undefined;
        const offset = document.offsetAt(position);
        const blocks = [...hoverAt(analysis, document.getText(), offset, l10n), ...layers.hover(document, offset)];
        const first = blocks[0];
        if (!first) return undefined;
        return new Hover(
          blocks.map((block) => render(block, document)),
          toRange(document, first.span),
        );
      },
    }),
  );
}

/** The block as Markdown in which nothing but our own words and links means anything. */
function render({ title, kind, facts, actions, span }: HoverBlock, document: TextDocument): MarkdownString {
  const commands = actions.map(({ command }) => `articleLens.${command}`);
  const target: Target = { uri: document.uri.toString(), start: span.start, end: span.end };
  const links = actions.map(({ label }, i) => `[${escaped(label)}](${commandLink(commands[i] ?? '', target)})`);
  const lines = [`**${escaped(title)}** · ${escaped(kind)}`, ...facts.map(escaped), links.join(' | ')];
  const markdown = new MarkdownString(lines.filter(Boolean).join('  \n'));
  markdown.isTrusted = { enabledCommands: commands };
  return markdown;
}

function commandLink(command: string, target: Target): string {
  const argument = encodeURIComponent(JSON.stringify([target]));
  // The brackets would end the link, and encodeURIComponent leaves them alone.
  return `command:${command}?${argument.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

/** Markdown shows every ASCII mark with a backslash before it as itself, so no text can start a link, an image or HTML. */
function escaped(text: string): string {
  return plain(text, 300).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
