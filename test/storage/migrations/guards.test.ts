import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVerifier } from '#audit/verify.ts';
import { type OpenedStore, openStore } from '#storage/open-store.ts';
import { sampleHostAsk } from '../host-asks/sample-host-ask.ts';
import { idOf, NOON, sampleDecision, sampleEffect, sampleRequest } from '../sample-request.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Somebody at a database shell: what our own code would never do. */
describe('the guards of the tables', () => {
  let store: OpenedStore;
  let shell: Sqlite.Database;

  beforeEach(async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    store = await openStore({ url: `sqlite:${path}` });
    const [request, ended] = [sampleRequest(1), sampleRequest(2, { state: 'cancelled', endedAt: NOON })];
    await store.transact(async (tx) => {
      await tx.requests.insert(request);
      await tx.requests.insert(ended);
      await tx.requests.insertDecision(sampleDecision(request));
      await tx.requests.insertEffect(sampleEffect(request, 1));
      await tx.requests.insertEffect(sampleEffect(request, 2, { status: 'applied', resourceIds: ['key_1'] }));
      const { id } = await tx.hostAsks.insert(sampleHostAsk);
      await tx.hostAsks.prove(id, { kind: 'code', timeStep: 7 });
      for (let n = 1; n <= 3; n += 1) {
        const body = { v: 1, kind: 'request.moved', who: 'U0ERIN', what: { n } } as const;
        await tx.audit.append({ at: NOON + n, requestId: idOf(1), body, salt: Buffer.alloc(16, n) });
      }
    });
    shell = new Sqlite(path);
  });
  afterEach(async () => {
    shell.close();
    await store.close();
  });

  it.each([
    ['the terms', "update requests set terms = '{}', revision = revision + 1"],
    ['the digest', "update requests set digest = 'x', revision = revision + 1 where short_id = '00000001'"],
    ['the requester', "update requests set requester_person = 'bea', revision = revision + 1"],
    ['the beneficiary', 'update requests set beneficiary = null, revision = revision + 1'],
  ])('B1 · keep %s of a request', (_, statement) => {
    expect(() => shell.exec(statement)).toThrow('What was asked for never changes');
  });

  it.each([
    [
      'an ended request',
      "update requests set state = 'approved', revision = 1 where state = 'cancelled'",
      'never moves again',
    ],
    [
      'a request that moves without being counted',
      "update requests set state = 'approved' where state = 'pending'",
      'counts its revision',
    ],
    ['a request that is deleted', "delete from requests where short_id = '00000002'", 'never deleted'],
    ['a decision that is turned round', "update decisions set kind = 'deny'", 'never changes'],
    [
      'a decision of the requester',
      "insert into decisions select request_id, 'erin', kind, 'U0X', name, comment, digest, at, proof from decisions",
      'Nobody decides on what they ask for',
    ],
    ['a call that becomes another', "update effects set bindings = '{}'", 'never changes'],
    ['a settled effect that is reopened', "update effects set status = 'intent' where position = 2", 'never changes'],
    ['an effect that is deleted', 'delete from effects where position = 1', 'never deleted'],
    ['a wish of the host that becomes another', "update host_asks set wish = '{}'", 'never changes'],
    ['a wish of the host that somebody else wants', "update host_asks set person = 'erin'", 'never changes'],
    ['a wish of the host that is proven anew', "update host_asks set proof = '{}'", 'never changes'],
    ['an entry that is deleted', 'delete from audit_entries where seq = 3', 'never deleted'],
    ['an entry with another text', "update audit_entries set body = '{}', salt = salt", 'never changes'],
    ['an entry with another hash', "update audit_entries set hash = 'x', body = null, salt = null", 'never changes'],
    ['an entry with another time', 'update audit_entries set at = 0, body = null, salt = null', 'never changes'],
    ['an entry that is erased by half', 'update audit_entries set body = null', 'never changes'],
  ])('A1 · refuse %s', (_, statement, sentence) => {
    expect(() => shell.exec(statement)).toThrow(sentence);
  });

  it('let a body be erased together with its salt, after which the chain still verifies', async () => {
    shell.exec('update audit_entries set body = null, salt = null where seq = 2');
    const verifier = createVerifier();
    for (const entry of await store.read.audit.range(1, 10)) verifier.add(entry);
    expect(verifier.result()).toMatchObject({ ok: true, entries: 3, erased: 1 });
  });

  it('do not stop somebody who means to, which is what the chain is for', async () => {
    shell.exec(
      `drop trigger audit_entries_stay_as_written; update audit_entries set body = replace(body, 'ERIN', 'EVAN') where seq = 2`,
    );
    const verifier = createVerifier();
    for (const entry of await store.read.audit.range(1, 10)) verifier.add(entry);
    expect(verifier.result()).toMatchObject({ ok: false, seq: 2 });
  });
});
