import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Kind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

interface Theme {
  readonly name: string;
  readonly kind: Kind;
  readonly background: string;
  readonly text: string;
  readonly sideBar: string;
}

/** The themes that come with VS Code: the editor's background and text, and the side bar's background. */
const THEMES: readonly Theme[] = [
  { name: 'Abyss', kind: 'dark', background: '#000c18', text: '#6688cc', sideBar: '#060621' },
  { name: 'Dark+', kind: 'dark', background: '#1e1e1e', text: '#d4d4d4', sideBar: '#252526' },
  { name: 'Dark Modern', kind: 'dark', background: '#1f1f1f', text: '#cccccc', sideBar: '#181818' },
  { name: 'Kimbie Dark', kind: 'dark', background: '#221a0f', text: '#d3af86', sideBar: '#362712' },
  { name: 'Monokai', kind: 'dark', background: '#272822', text: '#f8f8f2', sideBar: '#1e1f1c' },
  { name: 'Monokai Dimmed', kind: 'dark', background: '#1e1e1e', text: '#c5c8c6', sideBar: '#272727' },
  { name: 'Red', kind: 'dark', background: '#390000', text: '#f8f8f8', sideBar: '#330000' },
  { name: 'Solarized Dark', kind: 'dark', background: '#002b36', text: '#839496', sideBar: '#00212b' },
  { name: 'Tomorrow Night Blue', kind: 'dark', background: '#002451', text: '#ffffff', sideBar: '#001c40' },
  { name: 'Light+', kind: 'light', background: '#ffffff', text: '#000000', sideBar: '#f3f3f3' },
  { name: 'Light Modern', kind: 'light', background: '#ffffff', text: '#3b3b3b', sideBar: '#f8f8f8' },
  { name: 'Quiet Light', kind: 'light', background: '#f5f5f5', text: '#000000', sideBar: '#f2f2f2' },
  { name: 'Solarized Light', kind: 'light', background: '#fdf6e3', text: '#657b83', sideBar: '#eee8d5' },
  { name: 'Dark High Contrast', kind: 'highContrast', background: '#000000', text: '#ffffff', sideBar: '#000000' },
  {
    name: 'Light High Contrast',
    kind: 'highContrastLight',
    background: '#ffffff',
    text: '#292929',
    sideBar: '#ffffff',
  },
];

/** Lines and marks that must be seen. */
const MARKS = [
  'indirectBorder',
  'speakerBorder',
  'personUnderline',
  'organisationUnderline',
  'placeUnderline',
  'groupUnderline',
  'otherUnderline',
  'quoteRuler',
  'voiceRuler',
  'sectionRuler',
];

/** What the words of a quote stand on; the tone of the speaker under the cursor lies on top of the quote's own. */
const PAPERS = [['quoteBackground'], ['fragmentBackground'], ['quoteBackground', 'voiceBackground']];

const UNDERLINES = MARKS.filter((name) => name.endsWith('Underline'));
const ICONS = ['quoteRuler', ...UNDERLINES];

interface ColorContribution {
  readonly id: string;
  readonly defaults: Readonly<Record<Kind, string>>;
}

const contributed: readonly ColorContribution[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.colors;

describe('17 colours', () => {
  it('are contributed for all four kinds of themes', () => {
    for (const { id, defaults } of contributed) {
      for (const kind of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
        assert.match(defaults[kind], /^#[0-9a-f]{6}([0-9a-f]{2})?$/, `${id} ${kind}`);
      }
    }
  });

  for (const theme of THEMES) {
    it(`are seen in ${theme.name}`, () => {
      for (const name of MARKS) atLeast(3, contrast(color(name, theme), theme.background), name);
      for (const name of ICONS) atLeast(3, contrast(color(name, theme), theme.sideBar), `icon ${name}`);
      for (const under of UNDERLINES) {
        for (const names of PAPERS) {
          const paper = paperOf(names, theme);
          atLeast(3, contrast(color(under, theme), paper), `${under} on ${names}`);
        }
      }
    });

    it(`leave text readable in ${theme.name}`, () => {
      atLeast(4.5, contrast(color('boilerplateForeground', theme), theme.background), 'boilerplateForeground');
      for (const names of PAPERS) {
        atLeast(readable(theme), contrast(theme.text, paperOf(names, theme)), `text on ${names}`);
      }
    });
  }

  it('of the marks beside the text are seen, too', () => {
    for (const kind of ['light', 'dark'] as const) {
      const fill = /fill="(#[0-9a-f]{6})"/.exec(readFileSync(`media/section-${kind}.svg`, 'utf8'))?.[1] ?? '';
      for (const { background, name } of THEMES.filter((theme) => theme.kind === kind)) {
        atLeast(3, contrast(fill, background), `section mark in ${name}`);
      }
    }
  });
});

/** 4.5:1; where a theme's own text has little more or even less than that, nine tenths of what it has. */
function readable({ text, background }: Theme): number {
  return Math.min(4.5, 0.9 * contrast(text, background));
}

function paperOf(names: readonly string[], theme: Theme): string {
  return names.reduce((paper, name) => over(color(name, theme), paper), theme.background);
}

function color(name: string, { kind }: Theme): string {
  const found = contributed.find(({ id }) => id === `articleLens.${name}`);
  assert.ok(found, name);
  return found.defaults[kind];
}

function atLeast(ratio: number, actual: number, what: string): void {
  assert.equal(actual >= ratio, true, `${what}: ${actual.toFixed(2)}:1, not ${ratio.toFixed(2)}:1`);
}

/** The contrast ratio of WCAG 2: 1 to 21. */
function contrast(color: string, background: string): number {
  const [light, dark] = [luminance(over(color, background)), luminance(background)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The opaque colour that a translucent one gives on a background. */
function over(color: string, background: string): string {
  const [front, back] = [channels(color), channels(background)];
  const alpha = (front[3] ?? 255) / 255;
  const mixed = [0, 1, 2].map((i) => Math.round(alpha * (front[i] ?? 0) + (1 - alpha) * (back[i] ?? 0)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return (color.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
