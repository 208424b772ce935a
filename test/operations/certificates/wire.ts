/** A certificate as lists tell of it: `id` and `name` follow from each other. */
export function certificateOnWire(name: string | null, more: Readonly<Record<string, unknown>> = {}) {
  return {
    object: 'organization.certificate',
    id: `cert_${(name ?? 'nameless').replaceAll(' ', '_')}`,
    name,
    created_at: seconds('2026-09-01T12:00:00Z'),
    certificate_details: { valid_at: seconds('2026-09-01T00:00:00Z'), expires_at: seconds('2027-09-01T00:00:00Z') },
    active: false,
    ...more,
  };
}

export const endingAt = (iso: string) => ({ certificate_details: { expires_at: seconds(iso) } });

/** As a single read tells of it: not whether it is on, but with the certificate itself where that was asked for. */
export function singleOnWire(name: string | null, pem: string | null) {
  const { active: _, certificate_details: details, ...rest } = certificateOnWire(name);
  return {
    ...rest,
    object: 'certificate',
    certificate_details: { ...details, ...(pem === null ? {} : { content: pem }) },
  };
}

export const ref = (name: string) => ({ id: `cert_${name.replaceAll(' ', '_')}`, name });

/** Bytes that begin like every certificate, in PEM. Nobody could use it. */
export const fakePem = [
  '-----BEGIN CERTIFICATE-----',
  btoa(`0\u0082${'x'.repeat(90)}`),
  '-----END CERTIFICATE-----',
].join('\n');

function seconds(iso: string): number {
  return Date.parse(iso) / 1000;
}
