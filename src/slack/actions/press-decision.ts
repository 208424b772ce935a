import type { HandlePress } from '../handler.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { type DecisionKind, decisionView } from '../views/decide.ts';
import { signView, withCode } from '../views/prove.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

/** Approve or Deny: a modal at once, then the evidence about this person, then the plan as it stands in the record. */
export function pressDecision(kind: DecisionKind): HandlePress {
  return async (kit, press, ack) => {
    await ack();
    const origin = originOf(press);
    const found = await genuine(kit, press, `request.${kind}`);
    if ('say' in found) return tell(kit, origin, found.say);
    const screen = await begin(kit, origin, checkingView());
    if (screen === null) return;
    await fill(kit, screen, async () => {
      const checked = await kit.useCases().check({ requestId: found.requestId, kind, caller: press.caller });
      const { pointers } = kit;
      if (checked.kind !== 'may') return asModal(outcomeSaying(pointers, checked));
      const { asks, picture } = checked;
      if (asks?.by === 'page') return signView(picture, asks.url);
      const view = decisionView(pointers, kind, { ...checked, by: press.caller.slackId, at: kit.clock.now() });
      return asks?.by === 'code' ? withCode(view) : view;
    });
  };
}
