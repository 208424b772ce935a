import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GENESIS, hashBody, hashEntry } from '#audit/chain.ts';
import type { Entry } from '#audit/entry.ts';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { stopsKey, withDesk } from '../../support/at-the-desk.ts';
import { at } from '../../support/cast.ts';
import { enrolsCodes, enrolsPasskey, tokenIn } from '../../support/enrolling.ts';
import { buildSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import type { SoftPasskey } from '../../support/soft-passkey.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { recordOf, requested, standing } from '../../support/walk.ts';

const asking = (stepUp: string) =>
  smallPolicy(withDesk, ['destructive: { approvals: 1', `destructive: { step_up: ${stepUp}, approvals: 1`]);

/** Somebody with a shell on the machine, who does not care for triggers. */
function tamper(file: string, work: (raw: Sqlite.Database) => void): void {
  const raw = new Sqlite(file);
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  for (const name of triggers) raw.exec(`drop trigger "${name}"`);
  work(raw);
  raw.close();
}

interface Story {
  readonly small: SmallHouse;
  readonly file: string;
  readonly bea: SoftPasskey;
}

async function told(stepUp: string, story: (of: Story) => Promise<void>): Promise<void> {
  const file = join(temporaryFolder(), 'bot.sqlite');
  const small = await buildSmallHouse({ url: `sqlite:${file}`, policy: asking(stepUp) });
  try {
    const bea = await enrolsPasskey(small, 'bea');
    await story({ small, file, bea });
  } finally {
    await small.close();
  }
}

async function approvesOnPage(small: SmallHouse, phone: SoftPasskey, requestId: RequestId): Promise<void> {
  const checked = await small.useCases.check({ requestId, kind: 'approve', caller: at('bea') });
  if (checked.kind !== 'may' || checked.asks?.by !== 'page') throw new Error(JSON.stringify(checked));
  const token = tokenIn(checked.asks.url);
  const useCases = openPageUseCases(small.house);
  const page = await useCases.openDecision(token);
  if (page.kind !== 'decision') throw new Error(JSON.stringify(page));
  const done = await useCases.decide({ token, answer: phone.sign(page.sign.challenge), comment: '' });
  expect(done).toMatchObject({ kind: 'done' });
}

/** Another letter in the middle of the signature: still base64, no longer hers. */
const bent = (text: string): string =>
  text.replace(
    /("signature":"[^"]{20})(.)/,
    (_, head: string, letter: string) => `${head}${letter === 'A' ? 'B' : 'A'}`,
  );

const bendProof = (raw: Sqlite.Database) => {
  const rows = raw.prepare('select rowid as id, proof from decision_proofs').all() as { id: number; proof: string }[];
  for (const { id, proof } of rows)
    raw.prepare('update decision_proofs set proof = ? where rowid = ?').run(bent(proof), id);
};

describe('B1, E10 · a proof that was kept is looked at again before anything is sent', () => {
  test('and lets it be carried out where it holds', async () => {
    await told('passkey', async ({ small, bea }) => {
      const id = await requested(small, 'revoke her key');
      await approvesOnPage(small, bea, id);
      await executeApproved(small.house);
      expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    });
  });

  test.each([
    ['its signature was changed', bendProof],
    ['it is missing', (raw: Sqlite.Database) => raw.exec('delete from decision_proofs')],
    ['the passkey behind it was exchanged', (raw: Sqlite.Database) => raw.exec("update passkeys set person = 'omar'")],
    ['its passkey was taken back', (raw: Sqlite.Database) => raw.exec('update passkeys set ended_at = 1')],
  ])('an approval does not count any more where %s', async (_, change) => {
    await told('passkey', async ({ small, file, bea }) => {
      const id = await requested(small, 'revoke her key');
      await approvesOnPage(small, bea, id);
      tamper(file, change);
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect(await standing(small, id)).toMatchObject({
        state: 'pending',
        outcome: expect.stringContaining('that proof does not hold any more') as unknown,
      });
      expect(await small.store.read.requests.decisions(id)).toEqual([]);
      expect(small.log.messages('error')).toContain('What was kept of an approval’s proof does not hold');
    });
  });

  test('a signature for another request does not count for this one', async () => {
    await told('passkey', async ({ small, file, bea }) => {
      const [id, other] = [await requested(small, 'revoke her key'), await requested(small, 'revoke in production')];
      await approvesOnPage(small, bea, id);
      await approvesOnPage(small, bea, other);
      tamper(file, (raw) => {
        raw.exec('create table borrowed as select * from decision_proofs');
        raw
          .prepare(
            'update decision_proofs set proof = (select proof from borrowed where request_id = ?) where request_id = ?',
          )
          .run(other, id);
      });
      await executeApproved(small.house);
      expect((await standing(small, id)).state).toBe('pending');
      expect((await standing(small, other)).state).toBe('succeeded');
    });
  });

  test('an approval that calls itself proven and is not does not count', async () => {
    await told('code', async ({ small, file }) => {
      const app = await enrolsCodes(small, 'omar');
      small.clock.forward(minuteMs);
      const id = await requested(small, 'revoke her key');
      const { digest } = await recordOf(small, id);
      const vote = { requestId: id, kind: 'approve', comment: '', digest, caller: at('omar') } as const;
      expect(await small.useCases.decide({ ...vote, code: app.code(small.clock.now()) })).toMatchObject({
        kind: 'done',
      });
      tamper(file, (raw) => {
        raw.exec("update decisions set proof = 'passkey'");
      });
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect((await standing(small, id)).state).toBe('pending');
    });
  });

  test('nor is anything stopped at the desk on a signature that was changed', async () => {
    await told('passkey', async ({ small, file }) => {
      const sam = await enrolsPasskey(small, 'sam');
      const id = await stopsKey(small, sam);
      tamper(file, bendProof);
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect(await standing(small, id)).toMatchObject({
        state: 'stale',
        outcome: expect.stringContaining('The signature that was kept') as unknown,
      });
    });
  });
});

/** Writes the whole chain anew around what was changed, as somebody could who holds the database and every head of it. */
function rewritten(file: string, change: (body: string, kind: string) => string): void {
  tamper(file, (raw) => {
    const rows = raw.prepare('select * from audit_entries order by seq').all() as Record<string, unknown>[];
    let prev = GENESIS;
    for (const row of rows) {
      const seq = Number(row['seq']);
      const was = String(row['body']);
      const body = change(was, (JSON.parse(was) as { kind: string }).kind);
      const bodyHash = hashBody(String(row['salt']), body);
      const hash = hashEntry({ seq, prev, bodyHash });
      raw
        .prepare('update audit_entries set body = ?, body_hash = ?, prev = ?, hash = ? where seq = ?')
        .run(body, bodyHash, prev, hash, seq);
      prev = hash;
    }
  });
}

describe('E10 · a signature in the chain, even where the whole chain was written anew', () => {
  const otherDigest = (text: string) => text.replace(/"digest":"../, '"digest":"00');
  const otherPerson = (text: string) => text.replace('"person":"bea"', '"person":"omar"');

  test.each([
    { what: 'an approval’s assertion', kind: 'request.decided', change: bent, sentence: 'does not hold' },
    { what: 'the assertion of a stop at the desk', kind: 'desk.signed', change: bent, sentence: 'does not hold' },
    { what: 'whose approval it was', kind: 'request.decided', change: otherPerson, sentence: 'somebody else' },
    { what: 'what was stopped', kind: 'desk.signed', change: otherDigest, sentence: 'something else' },
  ])('is named where somebody changed $what', async ({ kind, change, sentence }) => {
    await told('passkey', async ({ small, file, bea }) => {
      const sam = await enrolsPasskey(small, 'sam');
      await approvesOnPage(small, bea, await requested(small, 'revoke her key'));
      await stopsKey(small, sam, 'search-prod/erin-prod');
      const signatures = () => verifySignatures(small.store.read.audit, proofHolds);
      expect(await signatures()).toEqual({ signed: 2, codes: 0, broken: [] });
      rewritten(file, (body, of) => (of === kind ? change(body) : body));
      expect(await verifyAudit(small.store.read.audit)).toMatchObject({ ok: true });
      const entries: readonly Entry[] = await small.store.read.audit.range(1, 500);
      const seq = entries.find(({ body }) => body?.includes(`"${kind}"`) === true)?.seq;
      expect(await signatures()).toMatchObject({
        broken: [{ seq, sentence: expect.stringContaining(sentence) as unknown }],
      });
    });
  });
});
