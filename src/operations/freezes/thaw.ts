import { z } from 'zod';
import { freezeName } from '#domain/freeze-scope.ts';
import { operationId, personId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { freezeSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { noWayBack, planOf } from '../plan-of.ts';

const id = operationId('freezes.thaw');

const ofYourself = refuse('freezes.thaw.frozen', {
  what: 'You cannot ask to thaw anything now.',
  rule: 'Whatever you ask for or approve is frozen, so other people have to ask and approve.',
  whoCan: 'Anybody who is not frozen.',
});

export const thaw = declareChange({
  id,
  title: 'Thaw',
  summary: 'Ends a freeze, so that what was approved is carried out again. Two people have to agree.',
  example: '/openai thaw F-1 --reason "the laptop was found"',
  alias: 'thaw',
  at: 'house',
  tier: 'destructive',
  fields: {
    freeze: {
      kind: 'text',
      label: 'Freeze',
      hint: 'Its name, as in the list: F-1.',
      required: true,
      max: 12,
      pattern: /^[Ff]-[1-9][0-9]{0,9}$/,
      patternHint: 'Write it as it is listed: F-1.',
    },
  },
  callBudget: 0,
  known: z.object({ freezes: z.array(freezeSchema) }),
  need: (_ask, have) => (have.freezes === undefined ? [recall('freezes', { of: 'freezes' })] : []),
  plan: ({ input, requester }, { freezes }) => {
    const found = freezes.find((each) => freezeName(each.id) === input.freeze.toUpperCase());
    if (found === undefined) {
      const names = freezes.map((each) => freezeName(each.id)).join(', ');
      return refuse('freezes.thaw.none', {
        what: `There is no freeze ${input.freeze} to end.`,
        rule: names === '' ? 'Nothing is frozen.' : `Frozen is: ${names}.`,
      });
    }
    // Whoever is frozen, by this freeze or another, has no part in thawing anything.
    const frozen = freezes.flatMap(({ person }) => (person === null ? [] : [personId(person)])).toSorted();
    if (frozen.includes(requester.personId)) return ofYourself;
    const { what, byName, why, at } = found;
    return planOf({
      operation: id,
      tier: 'destructive',
      title: `Thaw ${what}`,
      gist: `${freezeName(found.id)}, frozen by ${byName}`,
      barred: frozen,
      target: { kind: 'freeze', id: freezeName(found.id), name: freezeName(found.id) },
      changes: [{ label: freezeName(found.id), before: `${what} frozen`, after: 'not frozen' }],
      holds: `Frozen by ${byName} on ${utcMinute(at)}: ${why}`,
      warnings: ['Whatever waits behind it and is still approved is carried out at once.'],
      guards: { freeze: { ...found } },
      before: { freeze: { ...found } },
      steps: [],
      act: { kind: 'thaw', freezeId: found.id },
      inverse: noWayBack('freeze again; what was carried out in between stays.'),
    });
  },
});
