import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { certificateOnWire, fakePem, ref, singleOnWire } from './wire.ts';

const one = certificateOnWire('one');
const two = certificateOnWire('two', { active: true });
const certificates = listOnWire(one, two);

const upload = (input: object = {}, listed: unknown = certificates) => ({
  operation: 'certificates.upload',
  input: { name: 'three', certificate: fakePem, ...input },
  answers: { certificates: listed },
});

describe('a certificate that is uploaded', () => {
  const plan = planOf(upload());

  test('is sent whole and shown by its fingerprint only', () => {
    expect(plan.steps[0]?.call.body).toEqual({
      name: 'three',
      certificate: `${fakePem}\n`.replace(/(.{64})(?=.)/, '$1\n'),
    });
    const { steps: _, ...shown } = plan;
    expect(JSON.stringify(shown)).not.toContain('BEGIN CERTIFICATE');
    const fingerprint = plan.changes.find(({ label }) => label.includes('fingerprint'))?.after;
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  test('is the same one when a chat has folded its lines together', () => {
    const folded = planOf(upload({ certificate: ` ${fakePem.replaceAll('\n', ' ')} ` }));
    expect(folded.steps[0]?.call.body).toEqual(plan.steps[0]?.call.body);
  });

  test('is active nowhere, and undone by deleting it', () => {
    expect(plan).toMatchObject({ tier: 'routine', inverse: { verdict: 'exact', operation: 'certificates.delete' } });
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { upload: { id: 'cert_new' } } };
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(input).toEqual({ certificate: { id: 'cert_new', name: 'three' } });
  });

  test.each([
    ['two of them', `${fakePem}\n${fakePem}`],
    ['something else', 'my certificate'],
    ['something around it', `here: ${fakePem}`],
    ['nothing in it', '-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----'],
    ['no certificate in it', fakePem.replace(/^M/m, 'A')],
  ])('is refused with %s', (_, certificate) => {
    expect(refusalOf(upload({ certificate })).code).toBe('certificates.upload.unreadable');
  });

  test('never takes a private key', () => {
    const label = ['EC', 'PRIVATE', 'KEY'].join(' ');
    const certificate = `${fakePem}\n-----BEGIN ${label}-----\nMIIEXAMPLE\n-----END ${label}-----`;
    expect(findOperation('certificates.upload')?.parseInput({ name: 'three', certificate }).success).toBe(false);
  });

  test('needs a name of its own and room', () => {
    expect(refusalOf(upload({ name: 'ONE' })).code).toBe('certificates.taken');
    const full = listOnWire(...Array.from({ length: 50 }, (_, n) => certificateOnWire(`c ${n}`)));
    expect(refusalOf(upload({}, full)).code).toBe('certificates.upload.full');
  });
});

describe('a certificate that is renamed', () => {
  const rename = (certificate: string, name: string, listed: unknown = certificates) => ({
    operation: 'certificates.rename',
    input: { certificate: ref(certificate), name },
    answers: { certificates: listed },
  });

  test('gets its name back', () => {
    const plan = planOf(rename('one', 'first'));
    expect(plan.steps[0]).toMatchObject({ call: { body: { name: 'first' } }, proof: { where: { name: 'first' } } });
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'certificates.rename',
      input: { certificate: { id: 'cert_one', name: 'first' }, name: 'one' },
    });
  });

  test('and had no name cannot lose it again', () => {
    const plan = planOf(rename('nameless', 'first', listOnWire(certificateOnWire(null))));
    expect(plan.inverse).toMatchObject({ verdict: 'none', operation: null, input: null });
    expect(plan.changes).toEqual([{ label: 'Name', before: null, after: 'first' }]);
  });

  test.each([
    ['one', 'one', 'certificates.same'],
    ['one', 'Two', 'certificates.taken'],
    ['none', 'new', 'certificates.gone'],
  ])('%s to %s is refused', (certificate, name, code) => {
    expect(refusalOf(rename(certificate, name)).code).toBe(code);
  });
});

describe('a certificate that is deleted', () => {
  const remove = (name: string, pem: string | null = fakePem) => ({
    operation: 'certificates.delete',
    input: { certificate: ref(name) },
    answers: { certificate: singleOnWire(name, pem), certificates },
  });

  test('can be uploaded again, because it was kept', () => {
    const plan = planOf(remove('one'));
    expect(plan).toMatchObject({
      tier: 'destructive',
      inverse: { verdict: 'recreate', operation: 'certificates.upload' },
    });
    expect(plan.inverse.input).toEqual({ name: 'one', certificate: fakePem });
    expect(JSON.stringify([plan.changes, plan.facts, plan.holds, plan.before])).not.toContain('BEGIN');
  });

  test('is gone for good where OpenAI did not show it', () => {
    expect(planOf(remove('one', null)).inverse).toMatchObject({ verdict: 'none', operation: null });
  });

  test('must be active nowhere', () => {
    const refusal = refusalOf(remove('two'));
    expect(refusal).toMatchObject({
      code: 'certificates.delete.active',
      next: { operation: 'certificates.deactivate' },
    });
  });

  test('is not there any more', () => {
    const given = remove('one');
    expect(refusalOf({ ...given, answers: { certificate: null, certificates } }).code).toBe('certificates.gone');
  });
});
