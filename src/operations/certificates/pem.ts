import { sha256 } from '#domain/canonical.ts';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';
const ONE = new RegExp(`^${BEGIN}([A-Za-z0-9+/=\\s]+)${END}$`);

// PEM is written in lines of 64 characters (RFC 7468 §2).
const LINE = /.{1,64}/g;

// Every certificate is an ASN.1 SEQUENCE.
const SEQUENCE = 0x30;

/** Exactly one certificate in PEM, as it is sent; its fingerprint is what `openssl x509 -fingerprint -sha256` prints. */
export interface Pem {
  readonly text: string;
  readonly fingerprint: string;
}

/** Null for anything but one certificate. A chat folds lines together, so that white space says nothing. */
export function readPem(given: string): Pem | null {
  const base64 = ONE.exec(given.trim())?.[1]?.replaceAll(/\s+/g, '') ?? '';
  const der = Buffer.from(base64, 'base64');
  if (der.length === 0 || der[0] !== SEQUENCE) return null;
  const hex = sha256(der).toString('hex').toUpperCase();
  return {
    text: [BEGIN, ...(base64.match(LINE) ?? []), END, ''].join('\n'),
    fingerprint: (hex.match(/../g) ?? []).join(':'),
  };
}
