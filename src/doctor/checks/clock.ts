import { type OtherClock, skewIn, skewSentence } from '#domain/clock-skew.ts';
import { type Check, fail, ok, type Patient, warn } from '../check.ts';

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
    const off = skewIn(others);
    if (off !== null) return fail('routine', skewSentence(off), 'Switch on time synchronisation (NTP).');
    return ok(`Agrees with ${others.map(({ whose }) => whose).join(' and ')}.`);
  },
};
