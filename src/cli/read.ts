import type { Readable } from 'node:stream';

/** The lines of a UTF-8 stream. Only a line feed ends one: other line ends may stand inside a JSON string. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of input.setEncoding('utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    begun.push(first);
    for (const other of others) {
      yield begun.join('');
      begun = [other];
    }
  }
  const last = begun.join('');
  if (last) yield last;
}

/**
 * A file's text: UTF-8 or UTF-16 by its byte order mark, otherwise UTF-8, otherwise Windows-1252, as in older archives.
 * Throws on what is no text: a file with a NUL byte near its start, the sign that git goes by.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8000).includes(0)) throw new Error('is a binary file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What Windows-1252 has from 0x80 to 0x9F. (The TextDecoder of Node 20 takes the control characters of Latin-1.) */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (char) => FROM_0X80.charAt(char.charCodeAt(0) - 0x80));
}
