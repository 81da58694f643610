import type { PlainLine } from './layouts.ts';

/** What decides which furniture an article gets. */
export interface FurnitureChoice {
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
  /** Headlines of other articles, to link to. */
  readonly headlines: readonly string[];
}

/**
 * The article with lines that pages set around and between its paragraphs and that are no headings: buttons, captions and
 * credits, links to other articles, sentences pulled out, tags.
 */
export function withFurniture(lines: readonly PlainLine[], choice: FurnitureChoice): PlainLine[] {
  const { random } = choice;
  const names = oneEach(lines.flatMap(({ text }) => namesIn(text)));
  const [atTop, atEnd, rate] = [random() < 0.3, random() < 0.4, MOST_INSERTS * random() ** 3];
  return lines.flatMap((line, i) => {
    if (i === 0) return atTop ? [line, ...plain(buttons(random), line.gap)] : [line];
    if (i === lines.length - 1) return atEnd ? [line, ...plain(footer(names, choice), line.gap)] : [line];
    const next = lines[i + 1]!;
    if (line.heading || next.heading || next.text.length < 100 || random() > rate) return [line];
    return [line, ...plain(insert(line.text, next.text, choice), next.gap)];
  });
}

/** The share of paragraphs that something stands before, where there is most: a few articles have a picture for each. */
const MOST_INSERTS = 0.5;

/** Lines that are no headings; those behind the first mostly stand as far apart as the article's paragraphs. */
function plain(texts: readonly string[], gap: number): PlainLine[] {
  return texts.map((text) => ({ text, heading: false, gap }));
}

/** What stands between two paragraphs. */
function insert(before: string, after: string, choice: FurnitureChoice): string[] {
  const { random } = choice;
  const kind = random();
  if (kind < 0.1) return [...caption(before, random), ...caption(after, random)];
  if (kind < 0.65) return caption(random() < 0.8 ? after : before, random);
  if (kind < 0.85) return links(choice);
  if (kind < 0.9) return pulled(after, random);
  return [oneOf(random() < 0.5 ? BREAKS : LEAD_INS, random)];
}

const LEAD_INS = [
  'The mayor added:',
  'She said:',
  'The statement reads:',
  'He went on:',
  'The minister told reporters:',
];
const BREAKS = ['Advertisement', 'Continue reading', 'Story continues below', 'Enlarge', 'View gallery', '* * *', '2'];

/** A caption made of a paragraph beside it, and perhaps the credit of the picture. */
function caption(text: string, random: () => number): string[] {
  const line = captionFrom(text, random);
  if (!line) return random() < 0.3 ? [credit(random)] : [];
  const kind = random();
  if (kind < 0.25) return [line, credit(random)];
  return [kind < 0.4 ? `${line} (${oneOf(AGENCIES, random)}/${oneOf(PHOTOGRAPHERS, random)})` : line];
}

function captionFrom(text: string, random: () => number): string | undefined {
  const names = namesIn(text);
  const kind = random();
  if (kind < 0.3) return names[0];
  if (kind < 0.6) return names[1] && `${names[0]} ${oneOf(LINKS, random)} ${names[1]}`;
  if (kind < 0.7) return names[1] && `${names[0]}’s ${names[1]}`;
  const words = text.split(/\s+/).slice(0, 4 + Math.floor(random() * 6));
  const opening = words.join(' ').replace(/[.,;:]$/, '');
  return /[“”"]/.test(opening) ? undefined : opening;
}

const LINKS = ['of', 'in', 'at', 'with', 'and', 'outside', 'near', '|', 'after meeting', 'speaking in', 'arrives in'];

function credit(random: () => number): string {
  const [agency, photographer] = [oneOf(AGENCIES, random), oneOf(PHOTOGRAPHERS, random)];
  return oneOf(
    [
      `Photo: ${photographer}.`,
      `Image: ${photographer}`,
      `(Credit: ${photographer}/${agency})`,
      `${photographer} / ${agency}`,
      `${photographer} via ${agency}`,
      `Courtesy of ${photographer}`,
      `Illustration by ${photographer}`,
      photographer,
      agency,
    ],
    random,
  );
}

const AGENCIES = ['Reuters', 'AP', 'AFP', 'AP Photo', 'Getty Images', 'EPA', 'Shutterstock', 'PA'];
const PHOTOGRAPHERS = ['Rui Marchetti', 'Jane Oduya', 'P. K. Lindqvist', 'Tomás Aguirre', 'Ellen Hsu'];

/** Headlines of other articles, with a word that says what they are or without one. */
function links({ random, headlines }: FurnitureChoice): string[] {
  const count = 1 + Math.floor(random() * 3);
  const linked = Array.from({ length: count }, () => oneOf(headlines, random));
  const kind = random();
  if (kind < 0.4) return [oneOf(LINK_LEADS, random), ...linked];
  return kind < 0.8 ? linked.map((title) => `${oneOf(LINK_LABELS, random)} ${title}`) : linked.slice(0, 1);
}

const LINK_LEADS = [
  'Related',
  'Related stories',
  'Read more',
  'More on this story',
  'Most read',
  'See also',
  'Read next',
];
const LINK_LABELS = ['Read more:', 'READ MORE:', 'MORE:', 'Also read:', 'Watch:', 'RELATED:', 'Opinion:', 'Read |'];

/** A sentence of the paragraph, or of someone quoted in it, set once more by itself. */
function pulled(text: string, random: () => number): string[] {
  const quote = /[“"]([^“”"]{20,110})[”"]/.exec(text)?.[1];
  const sentence = text.split(/(?<=[.!?]) /).find((part) => part.length < 110);
  if (quote) return random() < 0.5 ? [`“${quote}”`, ...namesIn(text).slice(0, 1)] : [quote];
  return sentence ? [sentence] : [];
}

/** What stands under an article. */
function footer(names: readonly string[], choice: FurnitureChoice): string[] {
  const { random } = choice;
  const kind = random();
  if (kind < 0.4) return buttons(random);
  if (kind < 0.7) return links(choice);
  const tags = names.filter(() => random() < 0.4).slice(0, 6);
  return random() < 0.3 ? ['Topics', ...tags] : tags;
}

/** A bar of buttons, each on a line of its own or all on one. */
function buttons(random: () => number): string[] {
  const from = Math.floor(random() * BUTTONS.length);
  const bar = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, i) => BUTTONS[(from + i) % BUTTONS.length]!);
  const count = random() < 0.3 ? [`${Math.floor(random() * 300)} comments`] : [];
  return random() < 0.2 ? [bar.join(' '), ...count] : [...bar, ...count];
}

const BUTTONS = 'Print Email Share Tweet Facebook Twitter Comments LinkedIn Save Reddit Whatsapp RSS Copy Reply'.split(
  ' ',
);

/** Names inside the sentences of a text. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]+(?: (?:of |de |al-)?\p{Lu}[\p{L}’'-]+){0,3}/gu)].map(
    ([name]) => name,
  );
}

function oneEach<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function oneOf<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}
