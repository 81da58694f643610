import type { Quote } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

/** First cut: what stands in double marks inside one block; four words or fewer are a fragment. */
export function* findQuotes(text: string, layout: Layout, _cache: Cache): Steps<readonly Quote[]> {
  const quotes: Quote[] = [];
  for (const block of layout.blocks) {
    for (const match of text.slice(block.start, block.end).matchAll(/“[^“”]+”|"[^"]+"/g)) {
      const start = block.start + match.index;
      const end = start + match[0].length;
      const kind = /[.,!?]$/.test(match[0].slice(0, -1)) && match[0].split(' ').length > 4 ? 'direct' : 'fragment';
      quotes.push({ start, end, kind, content: { start: start + 1, end: end - 1 }, statement: quotes.length });
    }
    yield;
  }
  return quotes;
}
