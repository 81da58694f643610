import type { BoilerplateKind } from '../../model.ts';

/** Longest line, in characters, that is considered as a heading without markup. */
export const LONGEST_HEADING = 130;

/** What a short line says for or against being a heading, by itself. Numbers of similar size, mostly 0 or 1. */
export function lineFeatures(text: string, boilerplate: BoilerplateKind | undefined) {
  const core = text.replace(/^(?:\*\*|__|\d+(?:\.\d+)*[.)]?\s|[IVX]+\.\s)\s*/, '').replace(/(?:\*\*|__|:)$/, '');
  const words = core.split(/\s+/);
  const capital = words.filter((word) => /^["“‘'(«]?\p{Lu}/u.test(word)).length;
  const minor = words.filter((word) => MINOR.has(word.toLowerCase())).length;
  const minorCapital = words.filter((word) => /^\p{Lu}/u.test(word) && MINOR.has(word.toLowerCase())).length;
  const letters = core.match(/\p{L}/gu)?.length ?? 0;
  const is = (pattern: RegExp, of = text) => Number(pattern.test(of));
  return {
    length: text.length / 100,
    words: words.length / 10,
    oneWord: Number(words.length === 1),
    capitals: words.length === minor ? 0 : Math.min(1, (capital - minorCapital) / (words.length - minor)),
    minor: minor / words.length,
    allCaps: Number(letters > 1 && core === core.toUpperCase() && core !== core.toLowerCase()),
    digits: 1 - letters / Math.max(1, core.replace(/\s/g, '').length),
    endsStop: is(/\.["”’)]*$/),
    endsColon: is(/:(?:\*\*|__)?$/),
    endsQuestion: is(/\?["”’)]*(?:\*\*|__)?$/),
    endsShout: is(/!["”’)]*$/),
    endsDots: is(/(?:…|\.\.\.)["”’)]*$/),
    endsQuote: is(/["”’»]$/),
    endsMinor: Number(MINOR.has(words.at(-1)?.toLowerCase() ?? '')),
    upper: is(/^["“‘'(]?\p{Lu}/u, core),
    lower: is(/^\p{Ll}/u, core),
    quote: is(/^["“‘'«„]/, core),
    digit: is(/^\d/, core),
    bold: is(/^(?:\*\*|__).+(?:\*\*|__):?$/),
    emphasis: is(/^[*_][^*_].*[*_]$/),
    number: is(/^\d+(?:\.\d+)*[.)]\s+\S/),
    roman: is(/^[IVX]+\.\s/),
    chapter: is(/^(?:Chapter|Section|Part|Step|Day|Week|Stage|Round|No\.?) (?:\d+|[IVX]+|one|two|three)\b/i),
    label: is(/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}:\s/u),
    initials: is(/^\p{Lu}{1,4}:\s/u),
    inside: is(/[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u, core),
    comma: is(/,/),
    commas: Math.min(3, core.split(',').length - 1) / 3,
    colon: is(/:\s/),
    dash: is(/\s[-–—]+\s/),
    slash: is(/\/|\s\|\s|·/),
    bracket: is(/[()[\]]/),
    address: is(/https?:|www\.|@|\w\.(?:com|org|net|gov)\b/),
    verb: is(VERB),
    said: is(/\b(?:said|says|told|added|according|announced|asked)\b/i),
    person: is(/^(?:\*\*)?(?:he|she|it|they|this|that|we|i|you|these|those|there)\b/i),
    you: is(/\byou(?:r|rs|rself|['’](?:re|ve|d|ll))?\b/i),
    wh: is(/^(?:\*\*)?(?:who|what|why|how|when|where|which)\b/i, core),
    asks: is(/^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|and|but|so)\b/i, core),
    gerund: is(/^\p{Lu}?\p{L}+ing\b/u, core),
    article: is(/^(?:the|a|an)\b/i, core),
    names: is(
      /^\p{Lu}[\p{L}'’.-]+(?: (?:de|da|del|van|von|al|el|bin|la|le|di|dos) ?| )(?:\p{Lu}[\p{L}'’.-]*\s?){1,3}$/u,
      core,
    ),
    place: is(/^\p{Lu}[\p{L}'’. -]+, \p{Lu}[\p{L}'’. -]+$/u, core),
    month: is(
      /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
    ),
    clock: is(/\b\d{1,2}[:.]\d\d\b|\b\d (?:a\.?m|p\.?m)\b/i),
    score: is(/\d+[-–]\d+|\b\d+ \p{Lu}[\p{L} ]+ \d+$/u),
    picture: is(/\b(?:photo|picture|image|photograph|video|pictured|courtesy|file)\b/i),
    work: is(/\b(?:reporter|correspondent|editor|staff|writer|desk|news|press|times|agency|post|herald)\b/i),
    acronym: is(/\b\p{Lu}{2,}\b/u),
    by: is(/\b(?:by|from|via)\s+\p{Lu}/u),
    byline: Number(boilerplate === 'byline'),
    dateline: Number(boilerplate === 'dateline'),
    prompt: Number(boilerplate === 'prompt' || boilerplate === 'copyright'),
    caption: Number(boilerplate === 'caption' || boilerplate === 'credit'),
  };
}

export type LineFeatures = ReturnType<typeof lineFeatures>;

/** Words that title case leaves small, and on which no heading ends. */
const MINOR = new Set(
  'a an the and or but nor of in on at to for from by with as vs via is it its be not so if up off out over per into than that'.split(
    ' ',
  ),
);
const VERB =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|been|be|am|isn['’]t|wasn['’]t|don['’]t|didn['’]t|should|must|may|might)\b/i;
