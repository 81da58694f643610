/** Kinds of characters that a line may hold, a bit each. */
export const Sign = {
  comma: 1,
  colon: 2,
  stop: 4,
  question: 8,
  shout: 16,
  /** The ellipsis as one character. */
  dots: 32,
  /** Quotation marks of any kind, apostrophes too. */
  quote: 64,
  digit: 128,
  /** `*` or `_`. */
  emphasis: 256,
  dash: 512,
  /** `/`, `|` or `·`. */
  slash: 1024,
  /** `(`, `)`, `[` or `]`. */
  bracket: 2048,
  at: 4096,
  /** A small letter of ASCII. */
  lower: 8192,
  /** Two characters in a row that may be capitals: those of ASCII, and all beyond it. */
  capitals: 16384,
} as const;

const BY_SIGN: readonly (readonly [signs: string, bit: number])[] = [
  [',', Sign.comma],
  [':', Sign.colon],
  ['.', Sign.stop],
  ['?', Sign.question],
  ['!', Sign.shout],
  ['…', Sign.dots],
  ['"“”‘’\'«»„', Sign.quote],
  ['0123456789', Sign.digit],
  ['*_', Sign.emphasis],
  ['-–—', Sign.dash],
  ['/|·', Sign.slash],
  ['()[]', Sign.bracket],
  ['@', Sign.at],
  ['abcdefghijklmnopqrstuvwxyz', Sign.lower],
];

const bits = new Uint16Array(0x2040);
for (const [signs, bit] of BY_SIGN) for (const sign of signs) bits[sign.charCodeAt(0)] = bit;

/** The {@link Sign}s in a line. */
export function signsIn(text: string): number {
  let found = 0;
  let wasCapital = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < bits.length) found |= bits[code]!;
    const isCapital = code >= 128 || (code >= 65 && code <= 90);
    if (isCapital && wasCapital) found |= Sign.capitals;
    wasCapital = isCapital;
  }
  return found;
}
