import { conditions } from './conditions/catalogue.ts';
import type { Look } from './conditions/condition.ts';
import type { Rule } from './policy.ts';
import type { Scene } from './scene.ts';
import type { Reason } from './verdict.ts';

/** How a rule fits a request: `no` as soon as one condition says so, `unknown` if none does and one could not be answered. */
export interface Match<R extends Rule = Rule> {
  readonly rule: R;
  readonly answer: Look['answer'];
  readonly looks: readonly Look[];
  readonly reason: Reason;
}

export function matchRule<R extends Rule>(rule: R, scene: Scene): Match<R> {
  const looks = conditions.flatMap((condition) => condition.look(rule, scene) ?? []);
  const answers = looks.map((look) => look.answer);
  const answer = answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
  return { rule, answer, looks, reason: reasonOf(rule, answer, looks) };
}

const FIT = { yes: 'fits', no: 'does not fit', unknown: 'cannot be checked' } as const;

function reasonOf(rule: Rule, answer: Look['answer'], looks: readonly Look[]): Reason {
  const kind = rule.kind === 'deny' ? 'The denial' : 'The rule';
  return {
    met: answer === 'yes',
    sentence: `${kind} “${rule.name}” ${FIT[answer]}.`,
    because: looks.map((look) => ({ met: look.answer === 'yes', sentence: `It ${look.sentence}.`, because: [] })),
  };
}
