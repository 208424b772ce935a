import { holdsRawKey } from '#domain/raw-key.ts';
import type { ActOutcome, Caller } from '#workflow/use-cases.ts';
import type { HandleSubmission } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { typedIn } from '../views/form-values.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { openAdding, openAnswering, openAsking, textBlock } from '../views/talk.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

interface Said {
  readonly text: string;
  readonly caller: Caller;
}

/** What is typed beside a request goes to its use case as text and nothing else; which request it is about, our own seal says. */
function submitText<Pointer>(
  open: (pointers: Kit['pointers'], metadata: string) => Pointer | null,
  say: (kit: Kit, pointer: Pointer, said: Said) => Promise<ActOutcome>,
): HandleSubmission {
  return async (kit, delivery, ack) => {
    const pointer = open(kit.pointers, delivery.metadata);
    if (pointer === null) {
      kit.refused.count('forged-button');
      return ack({ response_action: 'update', view: asModal(notGenuine) });
    }
    const text = typedIn(delivery.values, textBlock);
    const problem = holdsRawKey(text)
      ? 'This looks like a secret key. Leave it out.'
      : text.length < 3
        ? 'Say it in a few words.'
        : null;
    if (problem !== null) return ack({ response_action: 'errors', errors: { [textBlock]: problem } });
    const { caller } = delivery;
    const work = async () => asModal(outcomeSaying(kit.pointers, await say(kit, pointer, { text, caller })));
    await answerSubmission(kit, { delivery, ack }, work());
    await kit.home.refresh(caller);
  };
}

export const submitQuestion = submitText(openAsking, (kit, pointer, said) =>
  kit.useCases().ask({ ...pointer, ...said }),
);
export const submitAnswer = submitText(openAnswering, (kit, pointer, said) =>
  kit.useCases().answer({ ...pointer, ...said }),
);
export const submitAddition = submitText(openAdding, (kit, pointer, said) =>
  kit.useCases().addReason({ ...pointer, ...said }),
);
