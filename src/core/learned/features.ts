import { type Context, idAt, POSITION, Style } from './context.ts';
import { mix } from './hash.ts';
import { FIELDS, Field, Flag } from './words.ts';

/** A growing list of features, each a hash of its template's number and its value. */
export class FeatureList {
  ids = new Int32Array(512);
  count = 0;

  add(template: number, value: number): void {
    if (this.count === this.ids.length) this.grow();
    this.ids[this.count++] = mix(template, value);
  }

  private grow(): void {
    const larger = new Int32Array(this.count * 2);
    larger.set(this.ids);
    this.ids = larger;
  }
}

/** The own features of the tokens up to so far from one count for it. */
export const REACH = 2;

/**
 * Features of a word alone, seen from the token at distance `distance` before it: they depend on nothing else, so their
 * summed weights can be kept. `corpus` tells the style of annotation (see {@link NEWS_STYLE}).
 */
export function addWordFeatures(
  fields: Int32Array,
  id: number,
  { distance, corpus, features }: { distance: number; corpus: number; features: FeatureList },
): void {
  const at = id * FIELDS;
  const field = (name: number) => fields[at + name]!;
  if (distance === 0) addOwnFeatures(field, corpus, features);
  else if (distance === -1 || distance === 1) {
    const base = distance < 0 ? 40 : 50;
    features.add(base, field(Field.lower));
    features.add(base + 1, field(Field.exact));
    features.add(base + 2, field(Field.shape));
    features.add(base + 3, field(Field.suffix3));
    features.add(base + 4, field(Field.coarse));
    features.add(base + 5, field(Field.middle));
    features.add(base + 6, field(Field.fine));
  } else {
    const base = distance < 0 ? 60 : 65;
    features.add(base, field(Field.lower));
    features.add(base + 1, field(Field.coarse));
    features.add(base + 2, field(Field.middle));
  }
}

/** The style of our own annotated news, which is the one wanted when the model is used. */
export const NEWS_STYLE = 1;

function addOwnFeatures(field: (name: number) => number, corpus: number, features: FeatureList): void {
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

/** Features of token `i` and its neighbours together, in the sentence of the tokens from `first` up to `end`. */
export function addJointFeatures(context: Context, i: number, span: TokenRange, features: FeatureList): void {
  const { fields } = context.words;
  const x = idAt(context, i, span.first, span.end) * FIELDS;
  const p = idAt(context, i - 1, span.first, span.end) * FIELDS;
  const q = idAt(context, i + 1, span.first, span.end) * FIELDS;
  const pp = idAt(context, i - 2, span.first, span.end) * FIELDS;
  const qq = idAt(context, i + 2, span.first, span.end) * FIELDS;
  const shape = fields[x + Field.shape]!;
  const pShape = fields[p + Field.shape]!;
  const qShape = fields[q + Field.shape]!;
  const lower = fields[x + Field.lower]!;
  const pLower = fields[p + Field.lower]!;
  const qLower = fields[q + Field.lower]!;
  features.add(70, mix(pLower, lower));
  features.add(71, mix(lower, qLower));
  features.add(72, mix(fields[pp + Field.lower]!, pLower));
  features.add(73, mix(qLower, fields[qq + Field.lower]!));
  features.add(74, mix(pLower, qLower));
  const before = mix(pShape, shape);
  const after = mix(shape, qShape);
  features.add(75, before);
  features.add(76, after);
  features.add(77, mix(before, qShape));
  features.add(78, mix(pLower, shape));
  features.add(79, mix(qLower, shape));
  features.add(80, mix(after, fields[qq + Field.shape]!));
  features.add(81, mix(before, fields[pp + Field.shape]!));
  features.add(82, mix(pLower, after));
  features.add(83, mix(fields[x + Field.suffix2]!, qShape));
  const cluster = mix(fields[x + Field.middle]!, shape);
  const pCluster = fields[p + Field.middle]!;
  const qCluster = fields[q + Field.middle]!;
  features.add(84, mix(pCluster, cluster));
  features.add(85, mix(qCluster, cluster));
  features.add(86, mix(mix(pCluster, shape), qCluster));
  features.add(87, mix(fields[p + Field.coarse]!, shape));
  features.add(88, mix(fields[q + Field.coarse]!, shape));
  features.add(89, mix(fields[pp + Field.middle]!, mix(pCluster, shape)));
  features.add(90, mix(fields[qq + Field.middle]!, mix(qCluster, shape)));
  const rarity = fields[x + Field.rarity]!;
  addSetting(context, i, { shape, lower, rarity, pLower, qLower, features });
  addListed(context, i, { span, shape, pLower, qLower, features });
}

/** Tokens from `first` up to, not including, `end`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

interface SettingInput {
  readonly shape: number;
  readonly lower: number;
  readonly rarity: number;
  readonly pLower: number;
  readonly qLower: number;
  readonly features: FeatureList;
}

/** How the sentence is written and where in it the token stands. */
function addSetting(context: Context, i: number, input: SettingInput): void {
  const { shape, lower, rarity, pLower, qLower, features } = input;
  const setting = context.setting[i]!;
  const style = setting >> 2;
  features.add(100, mix(setting, shape));
  features.add(101, setting);
  features.add(105, mix(setting, rarity));
  if (setting & POSITION) features.add(102, mix(setting, lower));
  if (style < Style.titleCase) return;
  features.add(103, mix(style, pLower));
  features.add(104, mix(style, qLower));
}

interface ListedInput {
  readonly span: TokenRange;
  readonly shape: number;
  readonly pLower: number;
  readonly qLower: number;
  readonly features: FeatureList;
}

/** Which lists the token and its neighbours are on. */
function addListed({ listed }: Context, i: number, { span, shape, pLower, qLower, features }: ListedInput): void {
  const own = listed[i]!;
  const before = i > span.first ? listed[i - 1]! : 0;
  const after = i + 1 < span.end ? listed[i + 1]! : 0;
  features.add(110, own);
  features.add(111, mix(own, shape));
  features.add(112, mix(own, before));
  features.add(113, mix(own, after));
  features.add(114, mix(mix(own, before), after));
  features.add(115, mix(own, pLower));
  features.add(116, mix(own, qLower));
  for (let bits = own; bits; bits &= bits - 1) features.add(117, 31 - Math.clz32(bits & -bits));
}
