import type { Span } from '../../model.ts';
import { type Candidate, type Cue, ownsSpeech, type Scene } from './candidates.ts';
import { isSpeechNoun } from './cues.ts';
import type { Item } from './outline.ts';

/** A paragraph with quotes, and the paragraphs around it that may name their speakers. */
export interface Window {
  readonly here: Scene;
  readonly text: string;
  readonly quotes: readonly QuoteShape[];
  /** The nearest paragraphs before it, nearest first. */
  readonly before: readonly Scene[];
  readonly after: Scene | undefined;
  /** Paragraphs back to the one with the last quote before this paragraph; 0 if there is none near. */
  readonly lastQuoteBack: number;
}

/** A quote of the paragraph; offsets are relative to it. */
export interface QuoteShape extends Span {
  readonly content: string;
  readonly kind: 'direct' | 'fragment';
  /** It continues a quote of the paragraph before by its marks. */
  readonly continues: boolean;
}

/** One possible answer to who says a quote. */
export interface Choice {
  /** Paragraphs from the quote's to the mention's: 0, -1, -2, 1. */
  readonly paragraph: number;
  /** Number of the candidate in its paragraph; -1: the speaker of the quote before. */
  readonly candidate: number;
  readonly features: readonly string[];
}

/** All choices for the paragraph's quote `q` with the features that the ranker weighs. */
export function choicesOf(window: Window, q: number): readonly Choice[] {
  const profile = profileOf(window, q);
  const choices: Choice[] = [];
  const add = (paragraph: number, candidate: number, features: readonly string[]) => {
    const combined = features.flatMap((feature) => [feature, `${profile.group}&${feature}`]);
    choices.push({ paragraph, candidate, features: combined });
  };
  for (const k of nearCandidates(window.here, profile.item)) add(0, k, hereFeatures(window.here, profile, k));
  for (const [back, scene] of window.before.entries()) {
    for (const [k, features] of otherFeatures(scene, profile, back + 1)) add(-back - 1, k, features);
  }
  if (window.after && profile.last) {
    for (const [k, features] of otherFeatures(window.after, profile, -1)) add(1, k, features);
  }
  if (q > 0 || window.lastQuoteBack > 0) add(0, -1, carryFeatures(window, profile, q));
  return choices;
}

/** What the surroundings of a quote look like, whoever says it. */
export interface Profile {
  readonly quote: QuoteShape;
  readonly item: number;
  /** Coarse class of the surroundings that features are combined with. */
  readonly group: string;
  /** How a reporting word stands right behind it and right before it. */
  readonly tail: string;
  readonly head: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly whole: boolean;
}

export function profileOf(window: Window, q: number): Profile {
  const { items, quoteItems } = window.here;
  const quote = window.quotes[q]!;
  const item = quoteItems[q]!;
  const tail = tailOf(window.here, item);
  const head = headOf(window.here, item);
  const first = !items.slice(Math.max(0, item - 3), item).some((other) => other.type !== 'sign') && item < 4;
  const last = items.length - item <= 3 && !items.slice(item + 1).some((other) => other.type !== 'sign');
  const group =
    tail !== 'none'
      ? `tail`
      : head !== 'none'
        ? `head`
        : first && last
          ? 'alone'
          : quote.kind === 'fragment'
            ? 'fragment'
            : first
              ? 'first'
              : 'inner';
  return { quote, item, group: `${group}`, tail, head, first, last, whole: first && last };
}

/** Cue groups right behind the quote: '…,” Reed said', '…,” said Reed'. */
function tailOf(scene: Scene, item: number): string {
  const cue = tailCue(scene, item);
  return cue ? `${cue.form.strength}-${cue.tie}` : 'none';
}

export function tailCue(scene: Scene, item: number): Cue | undefined {
  for (const cue of scene.cues.slice(firstCueAfter(scene, item), firstCueAfter(scene, item) + 3)) {
    if (cue.subject < 0) continue;
    const subject = scene.candidates[cue.subject]!;
    const start = Math.min(subject.first, cue.item);
    if (start > item && signsOnly(scene.items, item + 1, start) && cue.form.strength === 'speech') return cue;
    if (start > item && signsOnly(scene.items, item + 1, start) && scene.items[item + 1]?.lower === ',') return cue;
    if (cue.item > item + 12) break;
  }
  return undefined;
}

function firstCueAfter(scene: Scene, item: number): number {
  let [low, high] = [0, scene.cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scene.cues[middle]!.item > item) high = middle;
    else low = middle + 1;
  }
  return low;
}

function headOf(scene: Scene, item: number): string {
  const before = scene.items[item - 1];
  if (!before || before.sentence !== scene.items[item]!.sentence) return 'none';
  if (before.lower === ':') return 'colon';
  const cue = scene.cues[firstCueAfter(scene, item) - 1];
  if (!cue || scene.items[cue.item]!.sentence !== before.sentence) return 'none';
  const gap = item - 1 - cue.item;
  if (scene.items.slice(cue.item, item).some((other) => other.type === 'quote')) return 'none';
  return gap === 0
    ? `${cue.form.strength}-0`
    : before.lower === ',' && gap < 8
      ? `${cue.form.strength}-comma`
      : gap < 5
        ? `${cue.form.strength}-4`
        : `${cue.form.strength}-far`;
}

function signsOnly(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (items[i]!.type !== 'sign') return false;
  return true;
}

/** Numbers of the candidates near the item, so that a paragraph of any length costs the same for each quote. */
function nearCandidates(scene: Scene, item: number): number[] {
  const near: number[] = [];
  const { candidates } = scene;
  for (const [k, { head }] of candidates.entries()) if (Math.abs(head - item) <= 120) near.push(k);
  return near;
}

function hereFeatures(scene: Scene, profile: Profile, k: number): string[] {
  const { items } = scene;
  const { item } = profile;
  const candidate = scene.candidates[k]!;
  const after = candidate.head > item;
  const side = after ? 'after' : 'before';
  const [from, to] = after ? [item + 1, candidate.first] : [candidate.head + 1, item];
  const between = items.slice(from, to);
  const quotes = between.filter((other) => other.type === 'quote').length;
  const rivals = scene.candidates.filter((c) => c !== candidate && isFull(c) && c.head >= from && c.head < to).length;
  const sentences = Math.abs(items[item]!.sentence - items[candidate.head]!.sentence);
  const features = [
    `${side}`,
    `${side} ${candidate.type}`,
    `${side} distance ${bucket(between.length)}`,
    `${side} sentences ${Math.min(3, sentences)}`,
    `${side} quotes ${Math.min(2, quotes)}`,
    `${side} rivals ${Math.min(3, rivals)}`,
    ...(quotes === 0 && rivals === 0 ? [`${side} nearest`] : []),
    ...(between.length === 0 || signsOnly(items, from, to)
      ? [`${side} touches ${between[0]?.lower.slice(0, 1) ?? ''}`]
      : []),
    ...standing(scene, candidate),
    ...(sentences === 0 ? [`${side} same ${standingOf(scene, candidate)}`] : []),
    ...cueFeatures(scene, item, k),
  ];
  if (candidate.preposition === 'to' && items[candidate.first - 2]?.lower === 'according') {
    features.push(`according ${sentences === 0 ? 'same' : 'other'} ${side} ${Math.min(1, quotes)}`);
  }
  if (ownsSpeech(scene, candidate)) features.push(`owner ${side} ${Math.min(1, sentences)} ${bucket(between.length)}`);
  return features;
}

function standing(scene: Scene, candidate: Candidate): string[] {
  const features = [`stands ${standingOf(scene, candidate)}`];
  if (candidate.preposition) features.push(`preposition ${candidate.preposition}`);
  if (candidate.possessive) features.push('possessive');
  const before = scene.items[candidate.first - 1];
  if (!before || before.sentence !== scene.items[candidate.head]!.sentence) features.push('opens sentence');
  if (candidate.first === 0) features.push('opens paragraph');
  return features;
}

/** The candidate's part in its sentence. */
export function standingOf(scene: Scene, candidate: Candidate): string {
  if (candidate.type === 'his') return 'his';
  if (candidate.possessive) return 'possessive';
  if (candidate.preposition) return 'oblique';
  const before = scene.items[candidate.first - 1];
  const next = scene.items[candidate.head + 1];
  if (before?.lower === ',' && next?.lower === ',') return 'commas';
  if (next?.type === 'word' && /^(?:is|was|are|were|has|had|have|will|would|who|[a-z]+ed|[a-z]+s)$/.test(next.lower))
    return 'subject';
  if (!before || before.sentence !== scene.items[candidate.head]!.sentence) return 'first';
  if (next?.lower === ',') return 'comma';
  return 'other';
}

/** The strongest ties between the candidate and the quote by reporting words. */
function cueFeatures(scene: Scene, item: number, k: number): string[] {
  const features: string[] = [];
  const at = firstCueAfter(scene, item);
  for (let c = Math.max(0, at - 12); c < Math.min(scene.cues.length, at + 8); c++) {
    const cue = scene.cues[c]!;
    if (cue.subject === k) features.push(...tieFeatures(scene, item, cue, c - at));
    else if (scene.candidates[k]!.first === cue.item + 1)
      features.push(`object ${cue.form.lemma === 'tell' ? 'tell' : cue.form.strength}`);
  }
  return features.length > 0 ? [...new Set(features)] : ['no cue'];
}

function tieFeatures(scene: Scene, item: number, cue: Cue, rank: number): string[] {
  const { items } = scene;
  const { form, tie } = cue;
  const after = cue.item > item;
  const start = Math.min(cue.item, scene.candidates[cue.subject]!.first);
  const [from, to] = after ? [item + 1, start] : [cue.item + 1, item];
  const between = items.slice(from, Math.max(from, to));
  const quotes = Math.min(1, between.filter((other) => other.type === 'quote').length);
  const same = items[cue.item]!.sentence === items[item]!.sentence ? 'same' : 'other';
  const side = after ? 'tail' : 'head';
  const gap = between.every((other) => other.type === 'sign')
    ? `signs${between[0]?.lower.slice(0, 1) ?? ''}`
    : bucket(between.length);
  const that = !after && between[0]?.lower === 'that' ? 'that' : '';
  const order = after ? rank : -rank - 1;
  return [
    `${side} ${form.strength} ${tie}`,
    `${side} ${form.strength} ${same} ${quotes} ${gap}`,
    `${side} ${form.strength} ${same} ${quotes} order ${Math.min(3, order)}${that}`,
    `${side} ${form.strength} last ${items[item - 1]?.lower === ':' ? ':' : items[item - 1]?.lower === ',' ? ',' : ''} ${same} ${quotes}`,
    ...(form.participle ? [`${side} participle ${same}`] : []),
    ...(form.lemma === 'say' || form.lemma === 'tell' ? [`${side} ${form.lemma} ${same} ${quotes}`] : []),
  ];
}

/** Candidates of another paragraph that are worth a thought, with their features. */
function otherFeatures(scene: Scene, profile: Profile, back: number): [number, string[]][] {
  const side = back > 0 ? `back ${back}` : 'next';
  const found: [number, string[]][] = [];
  const { candidates, items } = scene;
  const chosen = back > 0 ? [...candidates.keys()].slice(-24) : [...candidates.keys()].slice(0, 8);
  const lastCue = scene.cues.findLast((cue) => cue.subject >= 0 && cue.form.strength === 'speech');
  const lastSentence = items.at(-1)?.sentence;
  for (const k of chosen) {
    const candidate = candidates[k]!;
    if (candidate.type === 'his' || candidate.type === 'you') continue;
    const rivals = candidates.filter((c) => isFull(c) && c !== candidate && c.head > candidate.head).length;
    const full = candidates.filter(isFull).length;
    found.push([
      k,
      [
        side,
        `${side} ${candidate.type}`,
        `${side} rivals ${Math.min(3, rivals)}`,
        `${side} of ${Math.min(4, full)}`,
        `${side} ${standingOf(scene, candidate)}`,
        ...(candidate.first === 0 ? [`${side} opens`] : []),
        ...(lastCue?.subject === k ? [`${side} last cue`] : []),
        ...(items[candidate.head]!.sentence === lastSentence ? [`${side} last sentence`] : []),
        ...(items[candidate.head]!.sentence === 0 ? [`${side} first sentence`] : []),
        ...(scene.cues.some((cue) => cue.subject === k) ? [`${side} cue`] : []),
        ...(items.at(-1)?.lower === ':' ? [`${side} colon${lastCue?.subject === k ? ' cue' : ''}`] : []),
        ...(scene.quoteItems.length > 0 ? [`${side} has quotes`] : []),
        ...(ownsSpeech(scene, candidate) ? [`${side} owner`] : []),
        ...(profile.first ? [`${side} first`] : []),
      ],
    ]);
  }
  return found;
}

function carryFeatures(window: Window, profile: Profile, q: number): string[] {
  const { here, quotes } = window;
  const inside = q > 0;
  const features = ['carry', `carry ${inside ? 'inside' : `back ${window.lastQuoteBack}`}`];
  if (quotes[q]!.continues) features.push('carry continues');
  if (inside) {
    const from = here.quoteItems[q - 1]! + 1;
    const between = here.items.slice(from, profile.item);
    const rivals = here.candidates.filter((c) => c.head >= from && c.head < profile.item);
    features.push(`carry gap ${bucket(between.length)}`);
    features.push(`carry rivals ${Math.min(2, rivals.filter(isFull).length)}`);
    features.push(`carry cues ${Math.min(2, here.cues.filter((c) => c.item >= from && c.item < profile.item).length)}`);
    features.push(`carry sentence ${Math.min(2, here.items[profile.item]!.sentence - here.items[from - 1]!.sentence)}`);
    features.push(`carry ${quotes[q - 1]!.kind} ${quotes[q]!.kind}`);
    features.push(`carry after tail ${tailOf(here, from - 1)}`);
    if (between.length === 1 && between[0]!.lower === 'and') features.push('carry and');
  } else {
    features.push(
      `carry before ${Math.min(2, here.candidates.filter((c) => isFull(c) && c.head < profile.item).length)}`,
    );
    if (profile.whole) features.push('carry whole');
    if (profile.first) features.push('carry first');
    features.push(`carry names back ${Math.min(2, window.before[0]?.candidates.filter(isFull).length ?? 0)}`);
  }
  features.push(`carry tail ${profile.tail}`, `carry head ${profile.head}`);
  return features;
}

/** Names and role phrases: what would be a new speaker. */
function isFull({ type }: Candidate): boolean {
  return type === 'PERSON' || type === 'ORG' || type === 'role' || type === 'body' || type === 'plural';
}

function bucket(n: number): string {
  return n <= 3 ? `${n}` : n <= 6 ? '6' : n <= 12 ? '12' : n <= 24 ? '24' : 'far';
}

/** Features that tell words of someone from a term in marks; `certainty` is the ranker's best probability. */
export function kindFeatures(window: Window, q: number, certainty: number): string[] {
  const { items } = window.here;
  const profile = profileOf(window, q);
  const { quote, item } = profile;
  const before = items[item - 1];
  const next = items[item + 1];
  const words = quote.content.split(/\s+/, 40).filter(Boolean);
  const long = words.filter((word) => word.length > 3);
  const title = long.length > 0 && long.every((word) => /^\P{L}*\p{Lu}/u.test(word));
  return [
    'bias',
    `words ${bucket(words.length)}`,
    `tail ${profile.tail}`,
    `head ${profile.head}`,
    `before ${before?.sentence === items[item]!.sentence ? shapeOf(before) : 'start'}`,
    `next ${next ? shapeOf(next) : 'end'}`,
    `end ${/[.,!?…]\s*$/.exec(quote.content)?.[0].trim() ?? 'none'}`,
    `certainty ${Math.round(certainty * 5)}`,
    ...(title ? [`title ${bucket(words.length)}`] : []),
    ...(/^\P{L}*\p{Lu}/u.test(quote.content) ? ['capital'] : []),
    ...(/\b(?:I|we|my|our|me|us|you|your)\b/i.test(quote.content) ? ['first person'] : []),
    ...(VERBAL.test(quote.content) ? ['verbal'] : []),
    ...(profile.whole ? ['whole'] : []),
    ...(profile.first ? ['first'] : []),
    ...(/^['‘‚]/.test(window.text.slice(quote.start)) ? ['single', `single ${bucket(words.length)}`] : []),
    ...(before?.type === 'name' && next?.type === 'name' ? ['nickname'] : []),
  ];
}

const VERBAL =
  /\b(?:is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|must|may|might|let|get|go|make|need|want|think|know|believe)\b|n[’']t\b|[’'](?:re|ve|ll|m)\b/i;

function shapeOf(item: Item): string {
  if (item.type === 'sign') return item.lower.slice(0, 1);
  if (item.type !== 'word') return item.type;
  if (isSpeechNoun(item.lower)) return 'speech noun';
  return KIND_WORDS.has(item.lower)
    ? item.lower
    : item.capital
      ? 'Word'
      : /ed$|ing$/.test(item.lower)
        ? 'verb'
        : 'word';
}

const KIND_WORDS: ReadonlySet<string> = new Set(
  `the a an his her their its this that as is was are were be called dubbed titled entitled named nicknamed termed known word
  words term phrase book film song show album poem novel play movie episode documentary article essay on of in to for by
  with and or said says means meaning so-called label sign slogan read reads saying from not like about than him it them`
    .trim()
    .split(/\s+/),
);

/** The reporting words that tie the candidate to the quote at `item`: the nearest verb of which it is the subject. */
export function cueSpan(scene: Scene, item: number, k: number): Span | undefined {
  const { items, candidates } = scene;
  const candidate = candidates[k]!;
  const from = Math.max(0, firstCueAfter(scene, item) - 12);
  let best: Cue | undefined;
  for (const cue of scene.cues.slice(from, from + 24)) {
    if (cue.subject === k && (!best || distance(cue, item) < distance(best, item))) best = cue;
  }
  if (best) return { start: best.start, end: best.end };
  const according = items[candidate.first - 2];
  if (candidate.preposition === 'to' && according?.lower === 'according') {
    return { start: according.start, end: items[candidate.first - 1]!.end };
  }
  const noun = items.slice(candidate.head + 1, candidate.head + 6).find((other) => isSpeechNoun(other.lower));
  return ownsSpeech(scene, candidate) && noun ? { start: noun.start, end: noun.end } : undefined;
}

function distance(cue: Cue, item: number): number {
  return Math.abs(cue.item - item);
}
