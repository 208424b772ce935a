import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { secondMs } from '#domain/instant.ts';
import { settleUnknown } from '#workflow/settle-request.ts';
import type { Handover } from '#workflow/handover.ts';
import { remembered, toBePosted } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approved, collects } from '../support/walk.ts';

const KEY = 'POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys';

type Story = (
  small: SmallHouse,
  id: Awaited<ReturnType<typeof approved>>,
  see: (handover: Handover) => void,
) => Promise<unknown>;

/** Everything that can happen to a key on its way to one person's eyes. */
const stories: Readonly<Record<string, Story>> = {
  'it is shown': (small, id, see) =>
    collects(small, id, {
      sees: (handover) => {
        see(handover);
        return Promise.resolve(true);
      },
    }),
  'it cannot be shown': (small, id) => collects(small, id, { sees: () => Promise.resolve(false) }),
  'showing it fails with an error that repeats it': (small, id) =>
    collects(small, id, {
      sees: ({ secret }) => Promise.reject(new Error(`Slack refused the view: ${secret.reveal()}`, { cause: secret })),
    }),
  'its answer is lost': async (small, id) => {
    small.vendor.willGoWrong(KEY, 'lost-after');
    await collects(small, id);
    small.clock.forward(100 * secondMs);
    await settleUnknown(small.house);
  },
  'it is made three times': async (small, id) => {
    for (let n = 0; n < 3; n += 1) await collects(small, id, { sees: () => Promise.resolve(false) });
  },
};

/** Every byte that the house keeps: the database with its log and everything beside it. */
function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');
}

describe('the value of a key stands nowhere when', () => {
  test.each(Object.entries(stories))('%s', async (_, story) => {
    const folder = temporaryFolder();
    const small = await openSmallHouse({ url: `sqlite:${join(folder, 'bot.sqlite')}` });
    const id = await approved(small, 'a new key');
    // Deleted keys are looked for too, so they are noted when they are made.
    const made: string[] = [];
    const { organization } = small.vendor;
    const createKey = organization.createKey.bind(organization);
    organization.createKey = (...given) => {
      const key = createKey(...given);
      made.push(key.value);
      return key;
    };
    const handovers: Handover[] = [];
    const outcome = await story(small, id, (handover) => handovers.push(handover));
    await small.house.refusals.flush(small.house);

    expect(made.length).toBeGreaterThan(0);
    const traces: Readonly<Record<string, string>> = {
      'the database': bytesIn(folder),
      'the log': small.log.text(),
      'the outbox': JSON.stringify(await toBePosted(small)),
      'the audit chain': JSON.stringify(await remembered(small)),
      'the record': JSON.stringify([await small.useCases.picture(id), await small.useCases.findRequest(id)]),
      'what was handed over, written down': `${inspect(handovers, { depth: 9 })} ${JSON.stringify(handovers)} ${format('%o', handovers)}`,
      'what the requester was told': inspect(outcome, { depth: 9, showHidden: true }),
    };
    for (const value of made) {
      for (const [where, trace] of Object.entries(traces)) expect(trace.includes(value), where).toBe(false);
      // Its long part alone would be as good as the whole.
      const core = value.split('-').at(-1) ?? value;
      expect(traces['the database']?.includes(core)).toBe(false);
    }
    expect(traces['the database']).toContain('nightly-eval');
  });
});
