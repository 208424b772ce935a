import { roughly, secondMs } from '#domain/instant.ts';
import { type Check, fail, ok, type Patient, warn } from '../check.ts';

// Slack's signatures are good for five minutes either way; half a minute leaves room and still shows a clock that drifts.
const MOST_SKEW_MS = 30 * secondMs;

interface OtherClock {
  readonly whose: string;
  /** How far this machine is ahead of it. */
  readonly aheadMs: number;
}

async function otherClocks({ workspace, vendor, now }: Patient): Promise<readonly OtherClock[]> {
  const identity = workspace === null ? null : await workspace.identity();
  const slackMs = identity === null || 'error' in identity ? null : identity.dateMs;
  const openai = vendor?.clockAheadMs() ?? null;
  return [
    ...(slackMs === null ? [] : [{ whose: 'Slack’s', aheadMs: now() - slackMs }]),
    ...(openai === null ? [] : [{ whose: 'OpenAI’s', aheadMs: openai }]),
  ];
}

/** Runs after a check that asks OpenAI something, so that its clock is known. */
export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  run: async (patient) => {
    const others = await otherClocks(patient);
    if (others.length === 0)
      return warn('Nobody said what time it is.', 'Configure Slack or OpenAI, then run it again.');
    const off = others.find(({ aheadMs }) => Math.abs(aheadMs) > MOST_SKEW_MS);
    if (off !== undefined) {
      return fail(
        'routine',
        `This machine’s clock is ${roughly(Math.abs(off.aheadMs))} ${off.aheadMs > 0 ? 'ahead of' : 'behind'} ${off.whose}.`,
        'Switch on time synchronisation (NTP).',
      );
    }
    return ok(`Agrees with ${others.map(({ whose }) => whose).join(' and ')}.`);
  },
};
