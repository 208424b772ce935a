import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { read } from '../need.ts';
import {
  type Certificate,
  certificateName,
  certificateSchema,
  certificateWithPemSchema,
  keepCertificateWithPem,
} from '../objects/certificate.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { certificateGuard, certificateInput, whenCertificateEnds } from './describe-certificate.ts';
import { certificateField, oneCertificateCall } from './fields.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { certificateGone } from './refusals.ts';

const id = operationId('certificates.delete');

function refuseActive(certificate: Certificate): Refusal | null {
  if (certificate.isActive !== true) return null;
  return refuse('certificates.delete.active', {
    what: `${certificateName(certificate)} is active in the organization.`,
    rule: 'OpenAI deletes a certificate only when it is active nowhere.',
    next: {
      kind: 'start',
      label: 'Deactivate it',
      operation: organizationPlace.operations.deactivate,
      input: certificateInput(certificate),
    },
  });
}

function inverseOf(certificate: Certificate, pem: string | null): Inverse {
  if (pem === null) {
    return noWayBack('upload it again from your own files; OpenAI did not show it.');
  }
  return {
    verdict: 'recreate',
    sentence: 'upload the same certificate again. It gets a new id and is active nowhere.',
    operation: operationId('certificates.upload'),
    input: { name: certificateName(certificate), certificate: pem },
  };
}

function plan(certificate: Certificate, pem: string | null, now: Instant): Plan {
  const name = certificateName(certificate);
  const params = { certificate_id: certificate.id };
  const endpoint = '/organization/certificates/{certificate_id}';
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Delete the certificate ${name}`,
    gist: `${name}, not active in the organization`,
    target: { kind: 'certificate', id: certificate.id, name },
    changes: [{ label: 'Certificate', before: name, after: null }],
    holds: `uploaded ${utcMinute(certificate.createdAt)} · not active in the organization`,
    facts: [
      { label: 'Ends', value: whenCertificateEnds(certificate, now), at: now },
      { label: 'In projects', value: 'not asked; OpenAI refuses while it is active in any', at: now },
    ],
    guards: { certificate: certificateGuard(certificate) },
    before: { certificate: { ...certificate } },
    steps: [
      deleteStep({
        id: 'delete',
        title: `Delete the certificate ${name}`,
        call: callTemplate(`DELETE ${endpoint}`, { params }),
        read: callTemplate(`GET ${endpoint}`, { params }),
      }),
    ],
    inverse: inverseOf(certificate, pem),
  });
}

export const deleteCertificate = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete a certificate',
  summary: 'Takes a certificate out of the organization. It must be active nowhere.',
  example: '/openai certificates delete "workloads 2026" --reason "replaced in October"',
  fields: { certificate: certificateField },
  callBudget: 2,
  known: z.object({ certificate: certificateWithPemSchema.nullable(), certificates: z.array(certificateSchema) }),
  need: (ask, have) =>
    have.certificate === undefined
      ? [
          read('certificate', {
            call: oneCertificateCall(ask.input.certificate, { include: ['content'] }),
            keep: keepCertificateWithPem,
            absent: 'null',
          }),
          needCertificates(organizationPlace),
        ]
      : [],
  plan: (ask, have) => {
    if (have.certificate === null) return certificateGone(ask.input.certificate);
    const { pem, ...shown } = have.certificate;
    const listed = have.certificates.find((each) => each.id === shown.id);
    const certificate = { ...shown, isActive: listed?.isActive ?? null };
    return refuseActive(certificate) ?? plan(certificate, pem, ask.now);
  },
});
