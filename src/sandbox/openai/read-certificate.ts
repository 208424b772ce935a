import { X509Certificate } from 'node:crypto';

import { badRequest } from './http/problem.ts';

// The reference asks for more than a day of validity ahead.
const LEAST_AHEAD_SEC = 24 * 60 * 60;

/** From when and until when a certificate in PEM holds. Throws 400 with OpenAI's codes for none, more than one and an old one. */
export function readCertificate(
  pem: string,
  nowSec: number,
): { readonly validAtSec: number; readonly expiresAtSec: number } {
  const { validAtSec, expiresAtSec } = validityOf(pem);
  if (expiresAtSec <= nowSec + LEAST_AHEAD_SEC) {
    const message = 'The certificate has expired or expires within a day.';
    throw badRequest(message, { param: 'certificate', code: 'expired_certificate' });
  }
  return { validAtSec, expiresAtSec };
}

function validityOf(pem: string): { readonly validAtSec: number; readonly expiresAtSec: number } {
  const count = pem.split('-----BEGIN CERTIFICATE-----').length - 1;
  if (count === 1) {
    try {
      const { validFromDate, validToDate } = new X509Certificate(pem);
      return { validAtSec: toSec(validFromDate), expiresAtSec: toSec(validToDate) };
    } catch {
      // What cannot be read is refused like what is not there.
    }
  }
  const message = 'Expected exactly one certificate in PEM form.';
  throw badRequest(message, { param: 'certificate', code: 'mtls_certificate_invalid' });
}

function toSec(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
