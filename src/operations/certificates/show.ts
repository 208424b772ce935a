import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { read } from '../need.ts';
import { type Certificate, certificateName, certificateSchema, keepCertificate } from '../objects/certificate.ts';
import { declareRead } from '../operation.ts';
import type { View } from '../view.ts';
import { changingActions, switchAction, whenCertificateEnds } from './describe-certificate.ts';
import { certificateField, oneCertificateCall } from './fields.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { certificateGone } from './refusals.ts';
import { sayActive } from './view.ts';

function view(certificate: Certificate, now: Instant): View {
  return {
    title: `Certificate ${certificateName(certificate)}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: certificate.id },
          { label: 'In the organization', value: sayActive(certificate.isActive) },
          { label: 'Uploaded', value: utcMinute(certificate.createdAt) },
          {
            label: 'Valid from',
            value: certificate.validFrom === null ? 'unknown' : utcMinute(certificate.validFrom),
          },
          { label: 'Ends', value: whenCertificateEnds(certificate, now) },
        ],
      },
      { part: 'note', text: 'Each project has a switch of its own: list the certificates of the project to see it.' },
      { part: 'actions', actions: [switchAction(organizationPlace, certificate), ...changingActions(certificate)] },
    ],
  };
}

export const showCertificate = declareRead({
  id: operationId('certificates.show'),
  title: 'Show a certificate',
  summary: 'Age, end and state of one certificate. The certificate itself is not printed.',
  example: '/openai certificates show "workloads 2026"',
  fields: { certificate: certificateField },
  callBudget: 2,
  known: z.object({ certificate: certificateSchema.nullable(), certificates: z.array(certificateSchema) }),
  need: (ask, have) =>
    have.certificate === undefined
      ? [
          read('certificate', {
            call: oneCertificateCall(ask.input.certificate),
            keep: keepCertificate,
            absent: 'null',
          }),
          needCertificates(organizationPlace),
        ]
      : [],
  view: (ask, { certificate, certificates }) => {
    if (certificate === null) return certificateGone(ask.input.certificate);
    // Only the list says whether it is on.
    const listed = certificates.find(({ id }) => id === certificate.id);
    return view({ ...certificate, isActive: listed?.isActive ?? null }, ask.now);
  },
});
