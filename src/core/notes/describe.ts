import type { Span } from '../model.ts';
import type { Selectors } from './annotation.ts';
import type { PlainText } from './plain.ts';

/** Characters of context kept on each side, as Hypothesis keeps them. */
const CONTEXT = 32;

/** The selectors of a span of the article, exactly as chosen except that no surrogate pair or CRLF is split. */
export function describe(plain: PlainText, span: Span): Selectors {
  const start = plain.toPoints(plain.fromArticle(span.start));
  const end = Math.max(start, plain.toPoints(plain.fromArticle(span.end)));
  const from = plain.fromPoints(start);
  const to = plain.fromPoints(end);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: plain.text.slice(from, to),
      prefix: plain.text.slice(plain.fromPoints(Math.max(0, start - CONTEXT)), from),
      suffix: plain.text.slice(to, plain.fromPoints(end + CONTEXT)),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}
