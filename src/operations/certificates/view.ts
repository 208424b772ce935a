import { operationId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { type Certificate, certificateName } from '../objects/certificate.ts';
import type { View } from '../view.ts';
import { certificateInput, switchAction, whenCertificateEnds } from './describe-certificate.ts';
import type { CertificatePlace } from './place.ts';

export const sayActive = (isActive: boolean | null): string => (isActive === true ? 'active' : 'not active');

/** What being on means, in one sentence. */
function meaning(place: CertificatePlace, certificates: readonly Certificate[]): string {
  if (certificates.some(({ isActive }) => isActive === true)) {
    return `Every request of ${place.name} must present a client certificate under one that is active.`;
  }
  return place.project === null
    ? 'None is active here, so requests need no client certificate, except in projects that have one active.'
    : `None is active in ${place.name} itself; what is active in the organization counts.`;
}

export function viewCertificates(place: CertificatePlace, certificates: readonly Certificate[], now: Instant): View {
  return {
    title: `Certificates of ${place.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'State', 'Ends', 'Id'],
        rows: certificates.map((certificate) => ({
          cells: [
            certificateName(certificate),
            sayActive(certificate.isActive),
            whenCertificateEnds(certificate, now),
            certificate.id,
          ],
          actions: [
            {
              label: 'Show',
              operation: operationId('certificates.show'),
              input: certificateInput(certificate),
              style: 'plain',
            },
            switchAction(place, certificate),
          ],
        })),
        empty: 'No certificate was uploaded.',
      },
      { part: 'note', text: meaning(place, certificates) },
      {
        part: 'actions',
        actions: [{ label: 'Upload one', operation: operationId('certificates.upload'), input: {}, style: 'plain' }],
      },
    ],
  };
}
