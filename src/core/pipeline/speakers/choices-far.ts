import { type FeatureList, upTo } from '../../learned/ranker.ts';
import { CHOICE_FEATURES, type Choice, TYPE } from './choice.ts';
import { CANDIDATE_TYPES, ownsSpeech, type Scene } from './scene.ts';
import type { Profile } from './window.ts';

/** A paragraph before or behind the one with the quote. */
interface FarScene {
  readonly scene: Scene;
  readonly profile: Profile;
  readonly paragraph: number;
}

/** The candidates of another paragraph that are worth a thought. */
export function eachFar(far: FarScene, features: FeatureList, take: (choice: Choice) => void): void {
  const { scene, paragraph } = far;
  const { candidates, cues } = scene;
  const count = paragraph === -1 ? FAR : FAR / 2;
  const from = paragraph < 0 ? Math.max(0, candidates.length - count) : 0;
  const to = paragraph < 0 ? candidates.length : count;
  const lastCue = cues.findLast((cue) => cue.subject >= 0 && cue.form.strength === 'speech')?.subject ?? -1;
  const consider = (k: number) => {
    const type = candidates[k]?.type;
    if (type === undefined || type === 'his' || type === 'you') return;
    features.clear();
    addFar(features, far, k, lastCue);
    take({ paragraph, candidate: k, relation: 'far' });
  };
  consider(0);
  if (lastCue > 0) consider(lastCue);
  for (let k = from; k < to; k++) if (k > 0 && k !== lastCue) consider(k);
}

/** How many candidates of the paragraph before are thought of, at most; of others half as many. */
const FAR = 6;

const FAR_SIDES = ['next', 'back 1', 'back 2'];

const FAR_AWAY = {
  side: CHOICE_FEATURES.family(FAR_SIDES),
  type: CHOICE_FEATURES.family(FAR_SIDES, 'type', CANDIDATE_TYPES),
  rivals: CHOICE_FEATURES.family(FAR_SIDES, 'rivals', upTo(3)),
  of: CHOICE_FEATURES.family(FAR_SIDES, 'of', upTo(4)),
  opens: CHOICE_FEATURES.family(FAR_SIDES, 'opens'),
  lastCue: CHOICE_FEATURES.family(FAR_SIDES, 'last cue'),
  cue: CHOICE_FEATURES.family(FAR_SIDES, 'cue'),
  lastSentence: CHOICE_FEATURES.family(FAR_SIDES, 'last sentence'),
  firstSentence: CHOICE_FEATURES.family(FAR_SIDES, 'first sentence'),
  introduces: CHOICE_FEATURES.family(FAR_SIDES, ['introduces', 'introduces by cue']),
  hasQuotes: CHOICE_FEATURES.family(FAR_SIDES, 'has quotes'),
  owner: CHOICE_FEATURES.family(FAR_SIDES, 'owner'),
  quoteFirst: CHOICE_FEATURES.family(FAR_SIDES, 'quote first'),
};

function addFar(features: FeatureList, { scene, profile, paragraph }: FarScene, k: number, lastCue: number): void {
  const { items, candidates, rivalsBefore, quoteItems } = scene;
  const candidate = candidates[k]!;
  const { sentence } = items[candidate.head]!;
  const end = items[items.length - 1]!;
  const side = paragraph > 0 ? 0 : -paragraph;
  const rivals = rivalsBefore[candidates.length]!;
  features.add(FAR_AWAY.side(side));
  features.add(FAR_AWAY.type(side, TYPE[candidate.type]));
  features.add(FAR_AWAY.rivals(side, Math.min(3, rivals - rivalsBefore[k + 1]!)));
  features.add(FAR_AWAY.of(side, Math.min(4, rivals)));
  if (candidate.first === 0) features.add(FAR_AWAY.opens(side));
  if (k === lastCue) features.add(FAR_AWAY.lastCue(side));
  if (isSubject(scene, k)) features.add(FAR_AWAY.cue(side));
  if (sentence === end.sentence) features.add(FAR_AWAY.lastSentence(side));
  if (sentence === 0) features.add(FAR_AWAY.firstSentence(side));
  if (end.lower === ':' || end.lower === ',' || end.facts.cue)
    features.add(FAR_AWAY.introduces(side, k === lastCue ? 1 : 0));
  if (quoteItems.length > 0) features.add(FAR_AWAY.hasQuotes(side));
  if (ownsSpeech(scene, candidate)) features.add(FAR_AWAY.owner(side));
  if (profile.first) features.add(FAR_AWAY.quoteFirst(side));
}

/** Whether the candidate is the subject of one of the paragraph's last reporting words. */
function isSubject({ cues }: Scene, k: number): boolean {
  for (let c = Math.max(0, cues.length - FAR); c < cues.length; c++) if (cues[c]!.subject === k) return true;
  return false;
}
