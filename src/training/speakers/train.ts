import { createRanker, grouped, type Ranker } from '../../core/learned/ranker.ts';
import type { Entity } from '../../core/model.ts';
import type { SpeakerWeights } from '../../core/pipeline/speakers/answers.ts';
import { bestOf, kindFeatures } from '../../core/pipeline/speakers/kinds.ts';
import { groupOf, profilesOf, referenceTo, referentsOf } from '../../core/pipeline/speakers/resolve.ts';
import { createResolver } from '../../core/pipeline/speakers/resolver.ts';

import { sameRole } from './evaluate.ts';
import { type Findings, type QuoteExample, stands } from './examples.ts';
import { type Example, fitRanker, fitYesNo, rounded } from './fit.ts';

/** Fits the three models of the speakers' stage on what the engine found in articles with gold annotations. */
export function trainSpeakers(findings: readonly Findings[]): SpeakerWeights {
  const ranker = fitRanker(rankerExamples(findings), { passes: 20 });
  return { ranker: rounded(ranker), kinds: rounded(fitKinds(findings)), resolver: rounded(fitResolver(findings)) };
}

export function rankerExamples(findings: readonly Findings[]): Example[] {
  return findings
    .flatMap(({ examples }) => examples)
    .filter(({ gold, right }) => gold && right.includes(true))
    .map(({ choices, right, profile }) => ({
      options: choices.map(({ features }) => inGroup(profile.group, features)),
      right,
    }));
}

function inGroup(group: string, features: readonly string[]): string[] {
  return features.flatMap((feature) => [feature, grouped(group, feature)]);
}

/** The ranker's certainty is a feature: half of the articles get it from a ranker fitted on the other half. */
function fitKinds(findings: readonly Findings[]): Record<string, number> {
  const halves = [0, 1].map((half) => findings.filter((_, i) => i % 2 === half));
  const examples = halves.flatMap((half, i) => {
    const ranker = createRanker(fitRanker(rankerExamples(halves[1 - i]!), { passes: 8 }));
    return half.flatMap(({ examples }) => examples.map((example) => kindExample(example, ranker)));
  });
  return fitYesNo(examples, { passes: 25, decay: 0.004 });
}

function kindExample({ window, profile, choices, gold }: QuoteExample, ranker: Ranker) {
  const scores = choices.map(({ features }) => ranker.score(profile.group, features));
  return { features: kindFeatures(window, bestOf(choices, scores), profile), yes: gold !== undefined };
}

function fitResolver(findings: readonly Findings[]): Record<string, number> {
  return fitRanker(findings.flatMap(resolverExamples), { passes: 10, decay: 0.004 });
}

/** A choice among entities for each pronoun and role phrase that names a gold speaker. */
export function resolverExamples({ article, examples, namings, entities }: Findings): Example[] {
  const resolver = createResolver({ namings, profiles: profilesOf(namings) }, createRanker({}));
  const found: Example[] = [];
  const seen = new Set<number>();
  for (const { gold, choices, right, parts, place } of examples) {
    const choice = choices.find(({ candidate }, i) => right[i] && candidate >= 0);
    if (!gold?.speaker || !choice) continue;
    const paragraph = place.paragraph + choice.paragraph;
    const part = parts[paragraph]!;
    const reference = referenceTo(part.scene(), choice.candidate, part.block.start, paragraph);
    const speaker = entities.find((entity) => stands(article, entity, gold.speaker!));
    const candidate = part.scene().candidates[choice.candidate]!;
    if (candidate.name < 0 && candidate.apposed < 0 && !seen.has(reference.start)) {
      seen.add(reference.start);
      const referents = referentsOf(reference, resolver.memory);
      const good = referents.map(({ entity }) => isRightReferent(entity, speaker, gold.speaker!));
      if (good.indexOf(true) > 0) good[0] = false;
      if (good.includes(true))
        found.push({ options: referents.map(({ features }) => inGroup(groupOf(reference), features)), right: good });
      resolver.learn(reference, referents[good.indexOf(true)]?.entity);
    }
    resolver.remember(speaker?.id ?? gold.speaker, paragraph);
  }
  return found;
}

/** Nobody is right for a role, unless the role phrase that introduced it is among the referents. */
function isRightReferent(entity: Entity | undefined, speaker: Entity | undefined, name: string): boolean {
  if (entity?.id === '') return !speaker && sameRole(entity.name, name);
  return entity?.id === speaker?.id;
}
