import { oneOrMore, word } from '../leaves.ts';
import { lookAtRequester } from './requester.ts';
import { defineWhen } from './condition.ts';

export const onCallCondition = defineWhen({
  id: 'on-call',
  key: 'on_call',
  about: 'Whoever asks is, at this moment, in a Slack group that the rota keeps.',
  example: 'sre-on-call',
  shape: oneOrMore(word('Name a group that the rota keeps.'), 'Name one or more groups that the rota keeps.'),
  look: (wanted, scene) => {
    const look = lookAtRequester(wanted, scene);
    return { ...look, sentence: `${look.sentence} (on call)` };
  },
});
