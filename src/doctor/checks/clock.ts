import { roughly, secondMs } from '#domain/instant.ts';
import { type Check, fail, ok, warn } from '../check.ts';

// Slack's signatures are good for five minutes either way; half a minute leaves room and still shows a clock that drifts.
const MOST_SKEW_MS = 30 * secondMs;

export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  run: async ({ workspace, now }) => {
    if (workspace === null) return warn('There is no other clock to compare with.', 'Configure Slack first.');
    const identity = await workspace.identity();
    if ('error' in identity || identity.dateMs === null)
      return warn('Slack did not say what time it is.', 'Run the doctor again.');
    const skew = now() - identity.dateMs;
    if (Math.abs(skew) > MOST_SKEW_MS) {
      return fail(
        'routine',
        `This machine’s clock is ${roughly(skew)} ${skew > 0 ? 'ahead of' : 'behind'} Slack’s.`,
        'Switch on time synchronisation (NTP).',
      );
    }
    return ok('Agrees with Slack’s.');
  },
};
