import type { HandlePress } from '../handler.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { detailsView } from '../views/details.ts';
import { previewView } from '../views/preview.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

export const pressDetails: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const found = await genuine(kit, press, 'request.details');
  if ('say' in found) return tell(kit, origin, found.say);
  const screen = await begin(kit, origin, checkingView('Reading the record.'));
  if (screen === null) return;
  await fill(kit, screen, async () => {
    const looked = await kit.useCases().look({ requestId: found.requestId, caller: press.caller });
    if (looked.kind !== 'may') return asModal(outcomeSaying(kit.pointers, looked));
    const { picture } = looked;
    const { state, terms } = picture.record;
    const isOwnDraft = state === 'draft' && terms.requester.slackId === press.caller.slackId;
    return isOwnDraft ? previewView(kit.pointers, picture) : detailsView(picture);
  });
};
