import { entryName, oneOrMore } from '../leaves.ts';
import { requesterOf } from '../membership.ts';
import { unitOf } from '../unit.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const unitCondition = defineWhen({
  id: 'unit',
  key: 'unit',
  about: 'Whoever asks belongs to one of these units.',
  example: '[payments, billing]',
  shape: oneOrMore(entryName('payments'), 'Name one or more units of people.'),
  look: (wanted, scene) => {
    const asks = `is for the unit ${wanted.join(' or ')}`;
    const units = new Set(requesterOf(scene).map((person) => unitOf(scene, person)));
    const [unit, ...others] = units;
    if (unit === undefined || unit === null || others.length > 0)
      return { answer: 'unknown', sentence: `${asks}, and the unit of whoever asks is not known` };
    return yesOrNo(wanted.includes(unit), `${asks}, and whoever asks is in ${unit}`);
  },
});
