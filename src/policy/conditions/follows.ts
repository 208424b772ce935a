import { z } from 'zod';
import { relations } from '#domain/follows.ts';
import { oneOrMore, say } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = `Write one or more of ${relations.join(', ')}.`;

export const followsCondition = defineWhen({
  id: 'follows',
  key: 'follows',
  about: 'It undoes, continues or makes good an earlier request.',
  example: '[undoes, continues]',
  shape: oneOrMore(z.enum(relations, { error: say(hint) }), hint),
  look: (wanted, { facts: { follows } }) =>
    yesOrNo(
      follows !== null && wanted.includes(follows),
      `is about what ${wanted.join(' or ')} an earlier request, and this ${follows ?? 'stands alone'}`,
    ),
});
