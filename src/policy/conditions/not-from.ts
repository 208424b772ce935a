import { oneOrMore, word } from '../leaves.ts';
import { lookAtRequester } from './requester.ts';
import { defineWhen } from './condition.ts';

export const notFromCondition = defineWhen({
  id: 'not-from',
  key: 'not_from',
  about: 'Whoever asks is none of these people and belongs to none of these groups.',
  example: 'contractors',
  shape: oneOrMore(word('Name a person or a group.'), 'Name one or more people and groups.'),
  look: (wanted, scene) => {
    const { answer, sentence } = lookAtRequester(wanted, scene);
    const asks = `is for people outside ${wanted.join(', ')}`;
    if (answer === 'unknown') return { answer, sentence: `${asks}; it ${sentence}` };
    return answer === 'no'
      ? { answer: 'yes', sentence: asks }
      : { answer: 'no', sentence: `${asks}, and whoever asks is one of them` };
  },
});
