import type { Prose } from '../text/sentences.ts';
import { type Context, readContext } from './context.ts';
import { Decoder } from './decoder.ts';
import type { DocumentPart } from './document.ts';
import { NAME_TYPES, type NameType, OUTSIDE, Part, partOfTag, typeOfTag } from './labels.ts';
import { type Occurrences, readOccurrences } from './occurrences.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Draft, Drafted, Votes } from './votes.ts';
import { type ModelParts, parseWeights } from './weightsFile.ts';
import { Words } from './words.ts';

/** A name in a paragraph: offsets relative to it. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/**
 * The learned model of names. It reads an article twice: what the first reading takes the article's words for helps the
 * second. It answers by its arguments alone; what it keeps inside is a memo of the words met.
 */
export interface NameModel {
  /** What a paragraph tells the rest of the article about its words. */
  occurrences(prose: Prose, vocabulary: Vocabulary): Occurrences;
  /** The first reading of a paragraph, given how the article writes its words. */
  draft(prose: Prose, part: DocumentPart): Draft;
  /** The names of a paragraph, in text order, given its draft and what the drafts of the whole article tell. */
  names(prose: Prose, drafted: Drafted, votes: Votes): readonly Name[];
}

/** The model with these weights. */
export function createNameModel({ lists, ...weights }: ModelParts): NameModel {
  const words = new Words(lists);
  const decoder = new Decoder(weights);
  let kept = new Map<Prose, Context>();
  const read = (prose: Prose): Context => {
    if (words.trim()) {
      decoder.forgetWords();
      kept = new Map();
    }
    return readContext(prose, words, lists);
  };
  return {
    occurrences(prose, vocabulary) {
      const context = read(prose);
      if (kept.size === KEPT) kept = new Map();
      kept.set(prose, context);
      return readOccurrences(context, vocabulary);
    },
    draft(prose, part) {
      const context = kept.get(prose) ?? read(prose);
      kept.delete(prose);
      return decoder.draft(context, part);
    },
    names: (prose, drafted, votes) => namesOf(prose, decoder.revise(drafted, votes)),
  };
}

/** So many paragraphs are kept as read for their occurrences, until their drafts are asked for: a long article's worth. */
const KEPT = 500;

function namesOf({ tokens }: Prose, tags: Uint8Array): Name[] {
  const names: Name[] = [];
  let start = 0;
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i]!;
    if (tag === OUTSIDE) continue;
    const part = partOfTag(tag);
    if (part === Part.begin || part === Part.unit) start = tokens.starts[i]!;
    if (part === Part.last || part === Part.unit) {
      names.push({ start, end: tokens.ends[i]!, type: NAME_TYPES[typeOfTag(tag)]! });
    }
  }
  return names;
}

/**
 * Reads a weights file (`media/names.bin`); `undefined` if the bytes are no such file or are damaged. The hosts get the
 * bytes their way (the command from disk, the editor through `vscode.workspace.fs`), once, when the first article is
 * analysed, and hand the model to every analysis. Without it an analysis has no names; all else works.
 */
export function readNameModel(bytes: Uint8Array): NameModel | undefined {
  try {
    return createNameModel(parseWeights(bytes));
  } catch {
    return undefined;
  }
}
