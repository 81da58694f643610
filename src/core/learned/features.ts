import { type Context, idAt, POSITION, Style, settingAt } from './context.ts';
import { mix } from './hash.ts';
import { FIELDS, Field, Flag } from './words.ts';

/**
 * The features of a token, each told by its template's number and its value. They are hashed together: one short loop is
 * quicker than a call for each.
 */
export class FeatureList {
  count = 0;
  private readonly templates = new Int32Array(MOST_FEATURES);
  private readonly values = new Int32Array(MOST_FEATURES);
  private readonly hashes = new Int32Array(MOST_FEATURES);

  add(template: number, value: number): void {
    const at = this.count++;
    this.templates[at] = template;
    this.values[at] = value;
  }

  /** The hashes of the {@link count} features; they are valid until the list is asked again. */
  hashed(): Int32Array {
    const { count, templates, values, hashes } = this;
    for (let k = 0; k < count; k++) hashes[k] = mix(templates[k]!, values[k]!);
    return hashes;
  }
}

/** A token has about a hundred features at most. */
const MOST_FEATURES = 512;

/** The style of our own annotated news, which is the one wanted when the model is used. */
export const NEWS_STYLE = 1;

/** All features of token `i` that its paragraph tells, in the sentence of the tokens `span`, in a corpus of that style. */
export function addTokenFeatures(context: Context, i: number, { span, corpus, features }: TokenInput): void {
  const { fields } = context.words;
  const id = (at: number) => idAt(context, at, span.first, span.end);
  const token = fieldsOf(context, i, span);
  addWordFeatures(fields, id(i), { corpus, features });
  for (const side of SIDES) addNextWordFeatures(fields, id(side === Side.before ? i - 1 : i + 1), { side, features });
  addFarWordFeatures(fields, id(i - 2), { side: Side.before, features });
  addFarWordFeatures(fields, id(i + 2), { side: Side.after, features });
  addShapeFeatures(token, features);
  addListFeatures(token, features);
  addSettingFeatures(token, features);
  addJointFeatures(token, features);
}

interface TokenInput {
  readonly span: TokenRange;
  readonly corpus: number;
  readonly features: FeatureList;
}

/** Tokens from `first` up to, not including, `end`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** Where a neighbour stands. */
export const Side = { before: 0, after: 1 } as const;
export type Side = (typeof Side)[keyof typeof Side];
const SIDES = [Side.before, Side.after] as const;

/** A token with what its features are made of: the words around it, its lists and its setting. */
export interface TokenFields {
  /** The fields of all words. */
  fields: Int32Array;
  /** The ids of the word itself, of the two before it and of the two after it. */
  own: number;
  before: number;
  farBefore: number;
  after: number;
  farAfter: number;
  listed: number;
  listedBefore: number;
  listedAfter: number;
  setting: number;
}

/** Reads the token `i` of a sentence, into `token` if there is one to be used again. */
export function fieldsOf(context: Context, i: number, span: TokenRange, token = NO_TOKEN()): TokenFields {
  const { first, end } = span;
  const { listed } = context;
  token.fields = context.words.fields;
  token.own = idAt(context, i, first, end);
  token.before = idAt(context, i - 1, first, end);
  token.farBefore = idAt(context, i - 2, first, end);
  token.after = idAt(context, i + 1, first, end);
  token.farAfter = idAt(context, i + 2, first, end);
  token.listed = listed[i]!;
  token.listedBefore = i > first ? listed[i - 1]! : 0;
  token.listedAfter = i + 1 < end ? listed[i + 1]! : 0;
  token.setting = settingAt(context, i);
  return token;
}

const NO_TOKEN = (): TokenFields => ({
  fields: new Int32Array(0),
  own: 0,
  before: 0,
  farBefore: 0,
  after: 0,
  farAfter: 0,
  listed: 0,
  listedBefore: 0,
  listedAfter: 0,
  setting: 0,
});

/** Features of a word alone. `corpus` tells the style of annotation, see {@link NEWS_STYLE}. */
export function addWordFeatures(
  fields: Int32Array,
  id: number,
  { corpus, features }: { readonly corpus: number; readonly features: FeatureList },
): void {
  const at = id * FIELDS;
  const field = (name: number) => fields[at + name]!;
  const shape = field(Field.shape);
  const flags = field(Field.flags);
  features.add(1, 1);
  for (const name of OWN_FIELDS) features.add(2 + name, field(name));
  features.add(30, mix(field(Field.middle), shape));
  features.add(31, mix(field(Field.coarse), shape));
  features.add(32, mix(field(Field.suffix3), flags & Flag.capital));
  features.add(33, field(Field.length) * 8 + (flags & (Flag.capital | Flag.allCaps)));
  features.add(37, mix(field(Field.rarity), shape));
  features.add(34, mix(corpus, 1));
  features.add(35, mix(corpus, shape));
  features.add(36, mix(corpus, field(Field.middle)));
}

const OWN_FIELDS = [
  Field.exact,
  Field.lower,
  Field.shape,
  Field.longShape,
  Field.prefix2,
  Field.prefix3,
  Field.prefix4,
  Field.suffix1,
  Field.suffix2,
  Field.suffix3,
  Field.suffix4,
  Field.coarse,
  Field.middle,
  Field.fine,
] as const;

/** Features of the word two tokens away, alone. */
export function addFarWordFeatures(
  fields: Int32Array,
  id: number,
  { side, features }: { readonly side: Side; readonly features: FeatureList },
): void {
  const base = side === Side.before ? 60 : 65;
  features.add(base, fields[id * FIELDS + Field.lower]!);
  features.add(base + 1, fields[id * FIELDS + Field.coarse]!);
  features.add(base + 2, fields[id * FIELDS + Field.middle]!);
}

/** Features of the next word on one side, alone. */
export function addNextWordFeatures(
  fields: Int32Array,
  id: number,
  { side, features }: { readonly side: Side; readonly features: FeatureList },
): void {
  const at = id * FIELDS;
  const base = side === Side.before ? 40 : 50;
  features.add(base, fields[at + Field.lower]!);
  features.add(base + 1, fields[at + Field.exact]!);
  features.add(base + 2, fields[at + Field.shape]!);
  features.add(base + 3, fields[at + Field.suffix3]!);
  features.add(base + 4, fields[at + Field.coarse]!);
  features.add(base + 5, fields[at + Field.middle]!);
  features.add(base + 6, fields[at + Field.fine]!);
}

/** Features of the shapes around the token. */
export function addShapeFeatures(token: TokenFields, features: FeatureList): void {
  const { fields } = token;
  const shape = fields[token.own * FIELDS + Field.shape]!;
  const next = fields[token.after * FIELDS + Field.shape]!;
  const before = mix(fields[token.before * FIELDS + Field.shape]!, shape);
  const after = mix(shape, next);
  features.add(75, before);
  features.add(76, after);
  features.add(77, mix(before, next));
  features.add(80, mix(after, fields[token.farAfter * FIELDS + Field.shape]!));
  features.add(81, mix(before, fields[token.farBefore * FIELDS + Field.shape]!));
}

/** Features of the lists that the token and its neighbours are on. */
export function addListFeatures(token: TokenFields, features: FeatureList): void {
  const { listed, listedBefore, listedAfter } = token;
  features.add(110, listed);
  features.add(111, mix(listed, token.fields[token.own * FIELDS + Field.shape]!));
  features.add(112, mix(listed, listedBefore));
  features.add(113, mix(listed, listedAfter));
  features.add(114, mix(mix(listed, listedBefore), listedAfter));
  for (let bits = listed; bits; bits &= bits - 1) features.add(117, 31 - Math.clz32(bits & -bits));
}

/** Features of how the sentence is written and where in it the token stands. */
export function addSettingFeatures({ fields, own, setting }: TokenFields, features: FeatureList): void {
  features.add(100, mix(setting, fields[own * FIELDS + Field.shape]!));
  features.add(101, setting);
  features.add(105, mix(setting, fields[own * FIELDS + Field.rarity]!));
}

/** Features of the token and its neighbours together that seldom come again. */
export function addJointFeatures(token: TokenFields, features: FeatureList): void {
  const { fields, own, before, after, farBefore, farAfter, setting } = token;
  const shape = fields[own * FIELDS + Field.shape]!;
  const nextShape = fields[after * FIELDS + Field.shape]!;
  const lower = fields[own * FIELDS + Field.lower]!;
  const previous = fields[before * FIELDS + Field.lower]!;
  const next = fields[after * FIELDS + Field.lower]!;
  features.add(70, mix(previous, lower));
  features.add(71, mix(lower, next));
  features.add(72, mix(fields[farBefore * FIELDS + Field.lower]!, previous));
  features.add(73, mix(next, fields[farAfter * FIELDS + Field.lower]!));
  features.add(74, mix(previous, next));
  features.add(82, mix(previous, mix(shape, nextShape)));
  features.add(83, mix(fields[own * FIELDS + Field.suffix2]!, nextShape));
  const cluster = mix(fields[own * FIELDS + Field.middle]!, shape);
  const previousCluster = fields[before * FIELDS + Field.middle]!;
  const nextCluster = fields[after * FIELDS + Field.middle]!;
  const clusterBefore = mix(previousCluster, shape);
  features.add(84, mix(previousCluster, cluster));
  features.add(85, mix(nextCluster, cluster));
  features.add(86, mix(clusterBefore, nextCluster));
  features.add(89, mix(fields[farBefore * FIELDS + Field.middle]!, clusterBefore));
  features.add(90, mix(fields[farAfter * FIELDS + Field.middle]!, mix(nextCluster, shape)));
  features.add(78, mix(previous, shape));
  features.add(79, mix(next, shape));
  features.add(87, mix(fields[before * FIELDS + Field.coarse]!, shape));
  features.add(88, mix(fields[after * FIELDS + Field.coarse]!, shape));
  features.add(115, mix(token.listed, previous));
  features.add(116, mix(token.listed, next));
  if (setting & POSITION) features.add(102, mix(setting, lower));
  const style = setting >> 2;
  if (style < Style.titleCase) return;
  features.add(103, mix(style, previous));
  features.add(104, mix(style, next));
}
