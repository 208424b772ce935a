import type { Kit } from './kit.ts';
import { begin, fill, type Origin, tell } from './stage.ts';
import { revocationOf } from './submissions/submit-leak.ts';
import { checkingView } from './views/checking.ts';
import { leakView } from './views/leak.ts';
import { asModal, outcomeSaying, sentence } from './views/saying.ts';

/** Opens "Report a leak" for somebody who may use the bot. */
export async function openLeak(kit: Kit, origin: Origin): Promise<void> {
  const revocation = revocationOf(kit);
  if (revocation === null)
    return tell(
      kit,
      origin,
      sentence('Keys cannot be revoked from here. Tell whoever runs your OpenAI organization at once.'),
    );
  const screen = await begin(kit, origin, checkingView());
  if (screen === null) return;
  await fill(kit, screen, async () => {
    const refusal = await kit.useCases().admit(origin.caller);
    if (refusal !== null) return asModal(outcomeSaying(kit.pointers, refusal));
    return leakView(kit.pointers, revocation.keyField, { redacted: '', reason: '' });
  });
}
