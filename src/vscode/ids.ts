import { plainText } from '../core/notes/plain.ts';

/** SHA-256 of the text with LF line ends; `undefined` where the host has no cryptography (a page without TLS). */
export async function digestOf(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(plainText(text).text);
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  return digest && `sha256:${Array.from(new Uint8Array(digest), hex).join('')}`;
}

/** A new IRI for an annotation: a random UUID, also where the host has no `randomUUID` (a page without TLS). */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${Array.from(bytes, hex)
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** 16 hexadecimal digits that tell one text from another; no secret. (FNV-1a from two starts, 32 bits each.) */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x050c5d1f].map((start) => fnv(text, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
