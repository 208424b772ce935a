import type { ModalView } from '@slack/types';
import { openQuestion } from '#approvals/question.ts';
import { utcMinute } from '#domain/instant.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { asItComes } from '#operations/lists/list-wish.ts';
import type { Talk } from '#workflow/use-cases.ts';
import type { HandlePress } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { formView } from '../views/form.ts';
import { prefillsOf } from '../views/prefill.ts';
import { asModal, outcomeSaying, sentence } from '../views/saying.ts';
import { suggestView } from '../views/suggest.ts';
import { addView, answerView, askView } from '../views/talk.ts';
import { genuine } from './genuine.ts';

/** The form of the operation with everything that was asked for in it; sending it takes the place of the request. */
function changeView(kit: Kit, { record }: RequestPicture): ModalView {
  const { plan, input, reason, id, notBefore } = record.terms;
  // In UTC: the person may have moved to another zone since.
  const when = notBefore === undefined ? '' : utcMinute(notBefore);
  const operation = kit.catalogue.find((each) => each.id === plan.operation);
  if (operation === undefined) return asModal(sentence('This kind of request is not made any more.'));
  const prefills = prefillsOf(operation.fields, input);
  return formView(kit.pointers, { operation, prefills, problems: [], reason, wish: asItComes, changes: id, when });
}

function viewOf(kit: Kit, talk: Talk, picture: RequestPicture): ModalView {
  switch (talk) {
    case 'ask':
      return askView(kit.pointers, picture);
    case 'answer': {
      const question = openQuestion(picture.questions);
      return question === null
        ? asModal(sentence('Nothing waits for an answer.'))
        : answerView(kit.pointers, picture, question);
    }
    case 'add':
      return addView(kit.pointers, picture);
    case 'change':
      return changeView(kit, picture);
    case 'suggest':
      return suggestView(kit, picture);
  }
}

/** Ask, Answer or Change my request: a modal at once, then whether this person may, then where they can say it. */
export function pressTalk(talk: Talk): HandlePress {
  return async (kit, press, ack) => {
    await ack();
    const origin = originOf(press);
    const found = await genuine(kit, press, `request.${talk}`);
    if ('say' in found) return tell(kit, origin, found.say);
    const screen = await begin(kit, origin, checkingView());
    if (screen === null) return;
    await fill(kit, screen, async () => {
      const { requestId } = found;
      const checked = await kit.useCases().checkTalk({ requestId, talk, caller: press.caller });
      return checked.kind === 'may'
        ? viewOf(kit, talk, checked.picture)
        : asModal(outcomeSaying(kit.pointers, checked));
    });
  };
}
