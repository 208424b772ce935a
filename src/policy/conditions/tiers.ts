import { tiers } from '#domain/tier.ts';
import { z } from 'zod';
import { oneOrMore, say } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = `Write one or more of ${tiers.join(', ')}.`;

export const tiersCondition = defineWhen({
  id: 'tiers',
  key: 'tiers',
  about: 'The plan is of one of these tiers, which may be more than its operation usually is.',
  example: '[destructive, critical]',
  shape: oneOrMore(z.enum(tiers, { error: say(hint) }), hint),
  look: (wanted, { facts: { operation } }) =>
    yesOrNo(wanted.includes(operation.tier), `is about ${wanted.join(' or ')}, and this is ${operation.tier}`),
});
