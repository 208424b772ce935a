import { lookAtRequester } from './conditions/requester.ts';
import { type LiveMode, liveModes } from './policy.ts';
import type { Scene } from './scene.ts';
import type { Reason } from './verdict.ts';
import { covers } from './vocabulary.ts';

/** How far this operation goes for this person: the first line of `live` that fits, else the default. */
export function modeOf(scene: Scene): { readonly mode: LiveMode; readonly reason: Reason } {
  const { live } = scene.policy;
  const { operation } = scene.facts;
  let mode: LiveMode = live.default;
  let why = 'the default';
  let ceiling: LiveMode = 'on';
  for (const [i, rule] of live.rules.entries()) {
    if (!rule.operations.some((selector) => covers(selector, operation))) continue;
    const { answer } = lookAtRequester(rule.requesters, scene);
    if (answer === 'yes') {
      mode = rule.mode;
      why = `line ${i + 1} of live`;
      break;
    }
    // Whether this line fits cannot be told, so it may take away and never give.
    if (answer === 'unknown') ceiling = lesser(ceiling, rule.mode);
  }
  const goes = lesser(mode, ceiling);
  return {
    mode: goes,
    reason: { met: goes !== 'off', sentence: `${operation.id} is ${goes}, by ${why}.`, because: [] },
  };
}

export function lesser(one: LiveMode, other: LiveMode): LiveMode {
  return liveModes.indexOf(one) <= liveModes.indexOf(other) ? one : other;
}
