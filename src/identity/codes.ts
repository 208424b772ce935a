import { Secret as OtpSecret, TOTP } from 'otpauth';
import { renderSVG, renderUnicodeCompact } from 'uqr';
import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { secondMs } from '#domain/instant.ts';
import { Secret } from '#domain/secret.ts';
import type { CodeSheet } from '#workflow/ports/presence.ts';
import type { Seal } from './seal.ts';

// What every authenticator app takes without asking: RFC 6238 with its defaults. 160 bits are as long as SHA-1's output.
const PERIOD_S = 30;
const DIGITS = 6;
const SEED_BYTES = 20;
/** One step to either side: half a minute of difference between two clocks, and the time it takes to type. */
const WINDOW = 1;

function totp(seed: OtpSecret, label: string): TOTP {
  return new TOTP({ issuer: 'Countersign', label, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_S, secret: seed });
}

const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? text;

/** A new seed by the dice of the operating system, so that no two people's are ever the same, drawn for an authenticator app. */
export function newSeed(seal: Seal, person: PersonId, name: string): CodeSheet {
  const seed = new OtpSecret({ size: SEED_BYTES });
  const uri = totp(seed, name).toString();
  return {
    sealed: seal.close(new Secret(seed.base32), { person, purpose: 'code-seed' }),
    text: new Secret(inGroups(seed.base32)),
    svg: new Secret(renderSVG(uri, { border: 2 })),
    terminal: new Secret(renderUnicodeCompact(uri, { border: 1 })),
  };
}

/** Which time step a code belongs to. The library answers a difference, of which 0 is the best and null means no. */
export function codeStep(seed: Secret, { code, now }: { code: string; now: Instant }): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(OtpSecret.fromBase32(seed.reveal()), '').validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / (PERIOD_S * secondMs)) + delta;
}
