import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOfTerms } from '#approvals/digest.ts';
import type { RequestId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { buildSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approved, collects, standing, type Wish } from '../support/walk.ts';

/** Somebody with a shell on the machine, who does not care for triggers. */
function tamper(file: string, work: (raw: Sqlite.Database) => void): void {
  const raw = new Sqlite(file);
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  for (const name of triggers) raw.exec(`drop trigger "${name}"`);
  work(raw);
  raw.close();
}

async function withApproval(
  wish: Wish,
  story: (small: SmallHouse, id: RequestId, file: string) => Promise<void>,
): Promise<void> {
  const file = join(temporaryFolder(), 'bot.sqlite');
  const small = await buildSmallHouse({ url: `sqlite:${file}` });
  try {
    await story(small, await approved(small, wish), file);
  } finally {
    await small.close();
  }
}

/** Replaces some text of the stored terms. */
const inTerms = (was: string, is: string) => (raw: Sqlite.Database) => {
  const { changes } = raw
    .prepare('update requests set terms = replace(terms, ?, ?) where instr(terms, ?) > 0')
    .run(was, is, was);
  expect(changes).toBe(1);
};

describe('B1 · a request that was changed in the database after it was approved', () => {
  test.each([
    ['names another key', inTerms('"api_key_id":"key_dev"', '"api_key_id":"key_prod"')],
    ['sends it to another project', inTerms('"project_id":"proj_dev"', '"project_id":"proj_prod"')],
    ['asks for fewer people', inTerms('"count":1', '"count":0')],
    ['has another reason', inTerms('laptop lost', 'laptop found')],
    ['has another requester', inTerms('U0ERIN0001', 'U0PRIYA001')],
    ['counts for longer', inTerms('"decideBy":1', '"decideBy":2')],
    ['is switched from plan-only', inTerms('"mode":"on"', '"mode":"plan-only"')],
    ['has one more call', inTerms('"steps":[', '"steps":[{"id":"x"},')],
  ])('%s: it is stopped, nothing is sent, and the log says so', async (_, change) => {
    await withApproval('revoke her key', async (small, id, file) => {
      tamper(file, change);
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect(small.vendor.organization.keys.size).toBe(4);
      expect(await standing(small, id)).toEqual({
        state: 'stale',
        outcome:
          'Stopped before anything was sent: what is stored is not what was approved. The operator has to look at the log.',
      });
      expect(small.log.messages('error')).toEqual(['A stored request is not the one that was approved']);
    });
  });

  test('and whose digest was changed with it has lost its approvals', async () => {
    await withApproval('revoke her key', async (small, id, file) => {
      tamper(file, (raw) => {
        inTerms('"api_key_id":"key_dev"', '"api_key_id":"key_prod"')(raw);
        const terms = JSON.parse(raw.prepare('select terms from requests').pluck().get() as string) as Parameters<
          typeof digestOfTerms
        >[0];
        raw.prepare('update requests set digest = ?').run(digestOfTerms(terms));
      });
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect((await standing(small, id)).state).toBe('pending');
    });
  });

  test('is not collected either', async () => {
    await withApproval('a new key', async (small, id, file) => {
      tamper(file, inTerms('"role":"member"', '"role":"owner"'));
      const { outcome, shown } = await collects(small, id);
      expect(outcome.kind).toBe('failed');
      expect(shown).toEqual([]);
      expect(small.vendor.arrivals).toEqual([]);
    });
  });

  test('B24 · is not approved by writing that it is', async () => {
    await withApproval('revoke her key', async (small, id, file) => {
      tamper(file, (raw) => raw.prepare('delete from decisions').run());
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect((await standing(small, id)).state).toBe('pending');
    });
  });

  test('A1 · is not approved by a decision of its requester that somebody wrote', async () => {
    await withApproval('revoke her key', async (small, id, file) => {
      tamper(file, (raw) => raw.prepare("update decisions set person = 'erin', slack_id = 'U0ERIN0001'").run());
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect((await standing(small, id)).state).toBe('pending');
    });
  });
});

test('the chain finds a changed entry', async () => {
  await withApproval('revoke her key', async (small, _, file) => {
    expect(await verifyAudit(small.store.read.audit)).toMatchObject({ ok: true });
    tamper(file, (raw) => {
      raw.prepare("update audit_entries set body = replace(body, 'laptop lost', 'laptop found') where seq = 1").run();
    });
    expect(await verifyAudit(small.store.read.audit)).toMatchObject({ ok: false, seq: 1 });
  });
});
