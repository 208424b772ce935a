import { dayMs, type Instant, roughly, utcMinute } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import { type Certificate, certificateName } from '../objects/certificate.ts';
import type { ViewAction } from '../view.ts';
import type { CertificatePlace } from './place.ts';

// A month is what it takes a company to hand out new client certificates.
const SOON_MS = 30 * dayMs;

export const certificateInput = (certificate: Pick<Certificate, 'id' | 'name'>) => ({
  certificate: { id: certificate.id, name: certificateName(certificate) },
});

/** `2026-12-01 00:00 UTC, in 8 days`; `2026-11-01 00:00 UTC, 22 days ago`. */
export function whenCertificateEnds({ endsAt }: Certificate, now: Instant): string {
  if (endsAt === null) return 'unknown';
  const span = roughly(endsAt - now);
  return `${utcMinute(endsAt)}, ${endsAt > now ? `in ${span}` : `${span} ago`}`;
}

/** Whoever needs a certificate under one that has ended cannot have one. */
export function warnOfEnd(certificate: Certificate, now: Instant): readonly string[] {
  const { endsAt } = certificate;
  if (endsAt === null || endsAt - now > SOON_MS) return [];
  return endsAt <= now
    ? [`It ended ${roughly(now - endsAt)} ago: no client can use it.`]
    : [`It ends in ${roughly(endsAt - now)}. Clients that still use it then fail.`];
}

/** The part of a certificate that decides. */
export function certificateGuard({ id, name, isActive, endsAt }: Certificate) {
  return { id, name, isActive, endsAt };
}

/** The switch that a certificate has in a place, named by what it does. */
export function switchAction(place: CertificatePlace, certificate: Certificate): ViewAction {
  const input = { ...place.where, ...certificateInput(certificate) };
  return certificate.isActive === true
    ? { label: 'Deactivate', operation: place.operations.deactivate, input, style: 'danger' }
    : { label: 'Activate', operation: place.operations.activate, input, style: 'danger' };
}

export function changingActions(certificate: Certificate): readonly ViewAction[] {
  const input = certificateInput(certificate);
  return [
    { label: 'Rename', operation: operationId('certificates.rename'), input, style: 'plain' },
    { label: 'Delete', operation: operationId('certificates.delete'), input, style: 'danger' },
  ];
}
