import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count, dayMs, hourMs, utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { standingRuleSchema } from './order-lines.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { planOf } from '../plan-of.ts';

const id = operationId('orders.propose');

const period = {
  kind: 'duration',
  required: false,
  minMs: hourMs,
  maxMs: 366 * dayMs,
  suggest: ['1d', '7d', '30d'],
} as const;

const halfCap = refuse('orders.propose.half-cap', {
  what: 'The cap for everybody is half.',
  rule: 'Say both how many together at most and within what span, such as --at-most 5 --within 7d; or neither.',
});

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
    perPersonWithin: {
      ...period,
      label: 'Each person’s period',
      hint: 'So often in any such span, such as 30d. Left out: as long as it lasts.',
    },
    atMost: {
      kind: 'count',
      label: 'Together at most',
      hint: 'So many in any span of the next field. Left out: no such cap.',
      required: false,
      min: 1,
      max: 1000,
      unit: 'requests',
    },
    within: { ...period, label: 'Within', hint: 'The span for “Together at most”, such as 7d.' },
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
    const { total, perPerson, perPersonWithin, atMost, within } = input;
    if ((atMost === null) !== (within === null)) return halfCap;
    const share = perPersonWithin === null ? '' : ` within ${formatDuration(perPersonWithin)}`;
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
        { label: 'Each person', before: null, after: `${count(perPerson, 'request')}${share}` },
        ...(atMost === null || within === null
          ? []
          : [
              {
                label: 'Together at most',
                before: null,
                after: `${count(atMost, 'request')} within ${formatDuration(within)}`,
              },
            ]),
        { label: 'Until', before: null, after: utcMinute(until) },
      ],
      holds: 'Everything else that has to hold of a request still has to: the policy, freezes, what was read.',
      warnings: ['Nobody looks at these requests before they are carried out; the audit channel shows each of them.'],
      guards: { rule },
      before: {},
      steps: [],
      act: {
        kind: 'begin-order',
        rule,
        total,
        perPerson,
        until,
        ...(perPersonWithin === null ? {} : { perPersonWithinMs: perPersonWithin }),
        ...(atMost === null || within === null ? {} : { atMost: { count: atMost, withinMs: within } }),
      },
      inverse: {
        verdict: 'partial',
        sentence: 'end it, at once and by one person: /openai orders end; what it covered by then stays.',
        operation: null,
        input: null,
      },
    });
  },
});
