import { shortDigest } from '#domain/canonical.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Json } from '#domain/json.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { loosens } from '#policy/difference/difference.ts';
import { ruleWords } from '#policy/difference/rule-words.ts';
import type { House } from '../house.ts';
import { policyName, proposalOf } from './proposal-of.ts';
import { vocabulary } from './read-policy.ts';
import { replay, replaySentence } from './replay.ts';

const MOST_SHOWN = 20;

/** The policy in force and those before it. */
export async function policiesOf(house: House): Promise<Json> {
  const { policy, digest } = house.policy();
  const history = await house.store.read.policies.history(MOST_SHOWN);
  const proposed = house.proposed();
  return {
    digest,
    name: history[0] === undefined ? '' : policyName(history[0].id),
    proposed: proposed === null ? null : shortDigest(proposed.digest),
    rules: policy.rules.map((rule) => ({ name: rule.name, says: ruleWords(rule) })),
    history: history.map((each) => ({
      name: policyName(each.id),
      digest: each.digest,
      how: each.how,
      at: each.at,
      requestId: each.requestId,
    })),
  };
}

/** What adopting the file, or an earlier policy, would change. A refusal as `{ what, rule }` where there is nothing to adopt. */
export async function policyChangeOf(house: House, version: string | null): Promise<Json> {
  const proposal = await proposalOf({ proposed: house.proposed, policies: house.store.read.policies }, version);
  if (isRefusal(proposal)) return { kind: 'none', code: proposal.code, what: proposal.what, rule: proposal.rule };
  const { policy, digest } = house.policy();
  const inForce = await house.store.read.policies.inForce();
  const pair = { was: policy, is: proposal.policy };
  const differences = comparePolicies({ ...pair, vocabulary });
  const replayed = await replay(house, pair);
  return {
    kind: 'change',
    inForce: { digest, name: inForce === null ? null : policyName(inForce.id) },
    proposed: { digest: proposal.digest, file: proposal.file, version },
    loosens: loosens(differences),
    differences: differences.map((each) => ({ ...each })),
    replay: { ...replayed, lines: [...replayed.lines], sentence: replaySentence(replayed) },
  };
}
