import { describe, expect, it } from 'vitest';
import { problemOfHost } from '#config/vendor-host.ts';
import { settingNames, settingOf } from '#config/settings.ts';

// Credentials or words about the organization leave through these three alone; a proxy carries what goes to the first two.
const leads = ['SLACK_API_URL', 'COUNTERSIGN_OPENAI_BASE_URL', 'COUNTERSIGN_PROXY'];
// An origin under which others reach the bot; nothing is sent to it but the doctor's own question.
const names = ['COUNTERSIGN_PUBLIC_URL'];

describe('where the bot sends', () => {
  it('C8 · is nowhere that a setting could name, but Slack, OpenAI and the proxy between', () => {
    const takesAddress = settingNames.filter((name) => {
      const { schema } = settingOf(name);
      return schema.safeParse('https://sink.example').success && !schema.safeParse('not an address').success;
    });
    expect(takesAddress.toSorted()).toEqual([...leads, ...names].toSorted());
  });

  it.each(['https://169.254.169.254/v1', 'https://slack.com.attacker.example/api/', 'http://api.openai.com/v1'])(
    'C8 · is not %s, unless the operator says so in a second setting',
    (address) => {
      for (const name of ['SLACK_API_URL', 'COUNTERSIGN_OPENAI_BASE_URL'] as const)
        expect(problemOfHost(name, address, false)).toContain('COUNTERSIGN_ALLOW_OTHER_HOST=1');
    },
  );
});
