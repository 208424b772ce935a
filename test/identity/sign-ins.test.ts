import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { createSignIns } from '#identity/sign-ins.ts';
import { NOON } from '../support/settable-clock.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';

const phone = new SoftPasskey({ origin: 'http://localhost:3002', rpId: 'localhost' });

describe('the challenge of the door', () => {
  test('is known again in what was signed, for five minutes', () => {
    const signIns = createSignIns();
    const challenge = signIns.make(NOON);
    const answer = phone.sign(challenge);
    expect(signIns.claimed(answer, NOON)).toBe(challenge);
    expect(signIns.claimed(answer, NOON + 5 * minuteMs - 1)).toBe(challenge);
    expect(signIns.claimed(answer, NOON + 5 * minuteMs)).toBeNull();
  });

  test('is never the same twice, and never as long as what stands for a decision', () => {
    const signIns = createSignIns();
    const [one, other] = [signIns.make(NOON), signIns.make(NOON)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').length).not.toBe(32);
  });

  test('is worth nothing before its time, so that nobody collects signatures for tomorrow', () => {
    const signIns = createSignIns();
    expect(signIns.claimed(phone.sign(signIns.make(NOON + 1)), NOON)).toBeNull();
  });

  test('is worth nothing after a restart, or with any byte of it changed', () => {
    const signIns = createSignIns();
    const bytes = Buffer.from(signIns.make(NOON), 'base64');
    expect(createSignIns().claimed(phone.sign(bytes.toString('base64')), NOON)).toBeNull();
    for (let at = 0; at < bytes.length; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(signIns.claimed(phone.sign(bent.toString('base64')), NOON)).toBeNull();
    }
  });

  test.each([null, 'x', {}, { response: { clientDataJSON: 'not json' } }, phone.sign(''), phone.sign('AAAA')])(
    'is not found in what is no answer',
    (answer) => {
      expect(createSignIns().claimed(answer, NOON)).toBeNull();
    },
  );
});
