import { firstIndex } from '../text/lists.ts';

/**
 * A text as the Web Annotation recommendation counts it: line ends are LF (version control may change them) and
 * positions are Unicode code points. The article itself is in UTF-16 with whatever line ends it has.
 */
export interface PlainText {
  /** The article with LF line ends, still UTF-16. */
  readonly text: string;
  /** From the article to `text`; an offset between CR and LF goes before the line end. */
  fromArticle(offset: number): number;
  /** From `text` to the article. */
  toArticle(offset: number): number;
  /** From `text` to code points; an offset inside a surrogate pair goes before it. */
  toPoints(offset: number): number;
  /** From code points to `text`; beyond the end stays beyond the end. */
  fromPoints(points: number): number;
}

/** The article's text with the ways between the three ways of counting. Lone CR counts as a line end. */
export function plainText(article: string): PlainText {
  const text = article.replace(/\r\n?/g, '\n');
  const lines = squeeze(article, /\r\n/g);
  const points = squeeze(text, /[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return {
    text,
    fromArticle: lines.shorten,
    toArticle: lines.lengthen,
    toPoints: points.shorten,
    fromPoints: points.lengthen,
  };
}

/** Two ways of counting of which the shorter one counts each of the doubles in `text` as one. */
function squeeze(text: string, doubles: RegExp) {
  const long = Array.from(text.matchAll(doubles), (match) => match.index);
  const short = long.map((offset, i) => offset - i);
  return {
    shorten: (offset: number) => offset - countBelow(long, offset),
    lengthen: (offset: number) => offset + countBelow(short, offset),
  };
}

/** How many of the sorted numbers are below the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  return firstIndex(sorted.length, (i) => sorted[i]! >= limit);
}
