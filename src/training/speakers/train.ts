import { createRanker, FeatureList, grouped, type Ranker } from '../../core/learned/ranker.ts';
import type { Entity } from '../../core/model.ts';
import { bestChoice, type SpeakerWeights } from '../../core/pipeline/speakers/answers.ts';
import { CHOICE_FEATURES } from '../../core/pipeline/speakers/choice.ts';
import { groupOf, RESOLVER_GROUPS } from '../../core/pipeline/speakers/description.ts';
import { addKindFeatures, KIND_FEATURES } from '../../core/pipeline/speakers/kinds.ts';
import type { Memory, Reference } from '../../core/pipeline/speakers/reference.ts';
import { RESOLVER_FEATURES } from '../../core/pipeline/speakers/referent-features.ts';
import { eachReferent } from '../../core/pipeline/speakers/resolve.ts';
import { createResolver } from '../../core/pipeline/speakers/resolver.ts';
import { GROUPS } from '../../core/pipeline/speakers/window.ts';

import { sameRole } from './evaluate.ts';
import { type Findings, type QuoteExample, stands } from './examples.ts';
import { type Example, fitRanker, fitYesNo, rounded, type YesNo } from './fit.ts';

/** Fits the four models of the speakers' stage on what the engine found in articles with gold annotations. */
export function trainSpeakers(findings: readonly Findings[], without?: Without): SpeakerWeights {
  const off = (model: keyof SpeakerWeights) => (without?.model === model ? without.features : undefined);
  const ranker = fitRanker(choicesWithout(rankerExamples(findings), off('ranker')), { passes: 20 });
  const kinds = fitYesNo(answersWithout(kindExamples(findings), off('kinds')), { passes: 25, decay: 0.004 });
  const resolver = fitReferents(speechExamples(findings, off('resolver')), off('resolver'));
  const standIns = fitReferents(placeExamples(findings), off('resolver'));
  return { ranker: rounded(ranker), kinds: rounded(kinds), resolver: rounded(resolver), standIns: rounded(standIns) };
}

/** Features of a model to be left out, to see what they are worth. */
export interface Without {
  readonly model: keyof SpeakerWeights;
  readonly features: RegExp;
}

function rankerExamples(findings: readonly Findings[]): Example[] {
  return findings
    .flatMap(({ examples }) => examples)
    .filter(({ gold, right }) => gold && right.includes(true))
    .map(({ options, right, sought }) => ({
      options: options.map(({ features }) => inGroup(GROUPS[sought.profile.group]!, features.namesIn(CHOICE_FEATURES))),
      right,
    }));
}

function choicesWithout(examples: readonly Example[], features: RegExp | undefined): readonly Example[] {
  if (!features) return examples;
  return examples.map(({ options, right }) => ({ options: options.map((option) => kept(option, features)), right }));
}

function answersWithout(examples: readonly YesNo[], off: RegExp | undefined): readonly YesNo[] {
  return off ? examples.map(({ features, yes }) => ({ features: kept(features, off), yes })) : examples;
}

function kept(features: readonly string[], off: RegExp): string[] {
  return features.filter((name) => !off.test(name.slice(name.indexOf('&') + 1)));
}

function inGroup(group: string, features: readonly string[]): string[] {
  return features.flatMap((feature) => [feature, grouped(group, feature)]);
}

/** The ranker's certainty is a feature: half of the articles get it from a ranker fitted on the other half. */
function kindExamples(findings: readonly Findings[]): YesNo[] {
  const fifths = [0, 1].map((fifth) => findings.filter((_, i) => i % 2 === fifth));
  return fifths.flatMap((fifth, i) => {
    const weights = fitRanker(rankerExamples(fifths[1 - i]!), { passes: 8 });
    const ranker = createRanker(CHOICE_FEATURES, GROUPS, weights);
    return fifth.flatMap(({ examples }) => examples.map((example) => kindExample(example, ranker)));
  });
}

function kindExample({ sought, gold }: QuoteExample, ranker: Ranker): YesNo {
  const features = new FeatureList();
  addKindFeatures(features, sought.window, bestChoice(sought, ranker), sought.profile);
  return { features: features.namesIn(KIND_FEATURES), yes: gold !== undefined };
}

/** The choices with what the places of the namings tell alone. */
function placeExamples(findings: readonly Findings[]): readonly Example[] {
  return findings.flatMap((found) => resolverExamples(found, undefined));
}

/** What subjects stand for are features too: each fifth of the articles gets it from a model fitted on the others. */
function speechExamples(findings: readonly Findings[], without: RegExp | undefined): readonly Example[] {
  const fifths = [0, 1, 2, 3, 4].map((fifth) => findings.filter((_, i) => i % 5 === fifth));
  return fifths.flatMap((fifth, i) => {
    const standIns = createRanker(
      RESOLVER_FEATURES,
      RESOLVER_GROUPS,
      fitReferents(placeExamples(fifths.filter((_, k) => k !== i).flat()), without),
    );
    return fifth.flatMap((found) => resolverExamples(found, standIns));
  });
}

function fitReferents(examples: readonly Example[], without: RegExp | undefined): Record<string, number> {
  return fitRanker(choicesWithout(examples, without), { passes: 10, decay: 0.008 });
}

/**
 * A choice among entities for each pronoun and role phrase that names a gold speaker; with what stands in for names and
 * who has spoken if there is a model of the first.
 */
function resolverExamples(
  { article, examples, namings, profiles, entities }: Findings,
  standIns: Ranker | undefined,
): Example[] {
  const nothing = createRanker(RESOLVER_FEATURES, RESOLVER_GROUPS, {});
  const resolver = createResolver({ namings, profiles }, { resolver: nothing, standIns: standIns ?? nothing });
  const memory = standIns ? resolver.memory : { namings, profiles, standIn: () => undefined };
  const found: Example[] = [];
  const seen = new Set<number>();
  for (const { gold, options, right } of examples) {
    const mention = options.find((option, i) => right[i] && option.mention)?.mention;
    if (!gold?.speaker || !mention) continue;
    const { mentioned, paragraph, offset } = mention;
    const speaker = entities.find((entity) => stands(article, entity, gold.speaker!));
    const start = mentioned.start + offset;
    if (mentioned.described && !seen.has(start)) {
      seen.add(start);
      const reference = { ...mentioned.described, start, end: mentioned.end + offset, paragraph };
      const referents = referentsOf(reference, memory);
      const good = referents.map(({ entity }) => isRightReferent(entity, speaker, gold.speaker!));
      // Where one of those named is right, nobody is wrong.
      if (good.lastIndexOf(true) > 0) good[0] = false;
      const group = RESOLVER_GROUPS[groupOf(reference)]!;
      if (good.includes(true)) {
        found.push({ options: referents.map(({ features }) => inGroup(group, features)), right: good });
      }
      resolver.learn(reference, referents[good.indexOf(true)]?.entity);
    }
    resolver.remember(speaker?.id ?? gold.speaker, paragraph);
  }
  return found;
}

interface Referent {
  readonly entity: Entity | undefined;
  readonly features: readonly string[];
}

function referentsOf(reference: Reference, memory: Memory): readonly Referent[] {
  const features = new FeatureList();
  const referents: Referent[] = [];
  eachReferent({ reference, memory }, features, (naming) => {
    referents.push({ entity: naming?.entity, features: features.namesIn(RESOLVER_FEATURES) });
  });
  return referents;
}

/** Nobody is right for a role, unless the role phrase that introduced it is among the referents. */
function isRightReferent(entity: Entity | undefined, speaker: Entity | undefined, name: string): boolean {
  if (entity?.id === '') return !speaker && sameRole(entity.name, name);
  return entity?.id === speaker?.id;
}
