import { shortDigest } from '#domain/canonical.ts';
import type { Difference } from '#policy/difference/difference.ts';
import type { Writing } from '../ports/store.ts';
import { enter, type Scribe } from '../record.ts';
import type { Choice } from './choose-policy.ts';

// A message of Slack’s; whoever wants all of them has /openai policy diff.
const MOST_SENTENCES = 15;

function differenceLines(differences: readonly Difference[]): readonly string[] {
  const lines = differences.map(({ direction, sentence }) => `${direction}: ${sentence}`);
  const rest = lines.length - MOST_SENTENCES;
  return rest > 0 ? [...lines.slice(0, MOST_SENTENCES), `and ${rest} more: /openai policy diff`] : lines;
}

/** The digest of the file that people were last told waits for them. */
const TOLD = 'policy.proposed';

async function tell(tx: Writing, scribe: Scribe, notice: { key: string; lines: readonly string[] }): Promise<void> {
  const now = scribe.clock.now();
  const payload = { text: notice.lines.join('\n'), channel: scribe.policy().policy.channels.audit };
  await tx.outbox.put({ kind: 'notice', key: notice.key, lane: 'normal', payload, notBefore: now }, now);
}

/** A file that waits is told once, not at every start: a bot that is restarted every night would teach people to look away. */
async function recordProposed(tx: Writing, scribe: Scribe, choice: Choice): Promise<void> {
  const { proposed, inForce, differences } = choice;
  if (proposed === null || (await tx.meta.get(TOLD)) === proposed.digest) return;
  const { digest, file } = proposed;
  const lines = differenceLines(differences);
  const what = { digest, inForce: inForce.digest, file, differences: [...lines] };
  await enter(tx, scribe, { kind: 'policy.proposed', who: 'system:start', requestId: null, what });
  const title = `The policy file ${shortDigest(digest)} is not in force: it loosens something. ${shortDigest(inForce.digest)} stays in force until two people adopt the file with /openai policy adopt.`;
  await tell(tx, scribe, { key: `policy:proposed:${digest}`, lines: [title, ...lines] });
  await tx.meta.set(TOLD, digest);
}

/** Writes down which policy this start runs on, and why. */
export async function recordChoice(tx: Writing, scribe: Scribe, choice: Choice): Promise<void> {
  for (const { policy, how } of choice.adoptions) {
    const { digest, text, file } = policy;
    const lines = how === 'tightening' ? differenceLines(choice.differences) : [];
    await tx.policies.adopt({
      digest,
      text,
      file,
      policy: policy.policy,
      how,
      requestId: null,
      at: scribe.clock.now(),
    });
    const what = { digest, file, how, differences: [...lines] };
    await enter(tx, scribe, { kind: 'policy.adopted', who: 'system:start', requestId: null, what });
    if (how === 'tightening') {
      const title = `The policy ${shortDigest(digest)} is in force: it only tightens the one before.`;
      await tell(tx, scribe, { key: `policy:adopted:${digest}`, lines: [title, ...lines] });
    }
  }
  await recordProposed(tx, scribe, choice);
}
