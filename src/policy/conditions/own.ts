import { z } from 'zod';
import { say } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const ownCondition = defineWhen({
  id: 'own',
  key: 'own',
  about: 'What is acted on belongs to whoever asks, and to nobody else.',
  example: 'true',
  shape: z.literal(true, { error: say('Write own: true, or leave the line out.') }),
  look: (_, { facts: { bounds } }) => {
    const isOwn = Object.hasOwn(bounds, 'own') && bounds['own'] === true;
    return yesOrNo(isOwn, `is for what somebody asks of their own, which this ${isOwn ? 'is' : 'is not'}`);
  },
});
