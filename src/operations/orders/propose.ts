import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count, dayMs, hourMs, utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { standingRuleSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { planOf } from '../plan-of.ts';

const id = operationId('orders.propose');

/** What it covers stands in the policy, under its own rule; how often and until when stand here. People countersign both. */
export const proposeOrder = declareChange({
  id,
  title: 'Propose a standing order',
  summary:
    'Countersigns in advance what one rule of the policy describes: so often, until then. Afterwards it runs at once.',
  example:
    '/openai orders propose "A key in the playground" --for 30d --total 50 --per-person 1 --reason "for the workshop"',
  at: 'house',
  tier: 'critical',
  bare: ['rule'],
  fields: {
    rule: {
      kind: 'text',
      label: 'Rule',
      hint: 'The name of a rule of the policy that says standing: true.',
      required: true,
      max: 80,
      pattern: /^.{1,80}$/,
      patternHint: 'Write the name as it stands in the policy.',
    },
    for: {
      kind: 'duration',
      label: 'For how long',
      hint: 'It ends by itself then.',
      required: true,
      minMs: hourMs,
      // A year without anybody looking at it again is the longest that one countersigning can answer for.
      maxMs: 366 * dayMs,
      suggest: ['7d', '30d', '90d'],
    },
    total: {
      kind: 'count',
      label: 'How often in all',
      hint: 'Then it is used up.',
      required: true,
      min: 1,
      max: 1000,
      unit: 'requests',
    },
    perPerson: {
      kind: 'count',
      label: 'How often each person',
      hint: 'Usually once.',
      required: true,
      min: 1,
      max: 100,
      unit: 'requests',
    },
  },
  callBudget: 0,
  known: z.object({ rules: z.array(standingRuleSchema) }),
  need: (_ask, have) => (have.rules === undefined ? [recall('rules', { of: 'standing-rules' })] : []),
  plan: ({ input, now }, { rules }) => {
    const found = rules.find(({ name }) => name === input.rule);
    if (found === undefined) {
      const names = rules.map(({ name }) => `“${name}”`).join(', ');
      return refuse('orders.propose.no-rule', {
        what: 'There is nothing to countersign in advance.',
        rule:
          names === ''
            ? 'The policy has no rule with standing: true.'
            : `The policy lets a standing order stand on ${names}.`,
      });
    }
    const { name, lines, rule } = found;
    const { total, perPerson } = input;
    const until = now + input.for;
    return planOf({
      operation: id,
      tier: 'critical',
      title: `Countersign in advance: ${name}`,
      gist: `${count(total, 'request')}, ${formatDuration(input.for)}`,
      target: { kind: 'standing order', id: name, name },
      changes: [
        ...lines.map((line) => ({ label: 'Runs at once', before: null, after: line })),
        { label: 'In all', before: null, after: count(total, 'request') },
        { label: 'Each person', before: null, after: count(perPerson, 'request') },
        { label: 'Until', before: null, after: utcMinute(until) },
      ],
      holds: 'Everything else that has to hold of a request still has to: the policy, freezes, what was read.',
      warnings: ['Nobody looks at these requests before they are carried out; the audit channel shows each of them.'],
      guards: { rule },
      before: {},
      steps: [],
      act: { kind: 'begin-order', rule, total, perPerson, until },
      inverse: {
        verdict: 'partial',
        sentence: 'end it, at once and by one person: /openai orders end; what it covered by then stays.',
        operation: null,
        input: null,
      },
    });
  },
});
