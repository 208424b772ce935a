import { type Check, ok, warn } from '../check.ts';

export const coverage: Check = {
  id: 'coverage',
  title: 'Who can approve',
  run: async ({ shortages }) => {
    if (shortages === null)
      return ok(
        'The running bot looks at who can be reached in the coming week: /openai doctor; countersign policy check looks at the file.',
      );
    if (shortages.length === 0)
      return ok('Three people or more of every group can be reached in the coming week, as far as Slack says.');
    return warn(
      shortages.join(' '),
      'Add people, or a fallback with escalate_after. Holidays are known to nobody here.',
    );
  },
};
