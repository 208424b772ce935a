import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Certificate, certificateSchema } from '../objects/certificate.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import { certificateNameField } from './fields.ts';
import { type Pem, readPem } from './pem.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { refuseTaken } from './refusals.ts';

const id = operationId('certificates.upload');

// OpenAI's own bound (OpenAI API reference, 2026-11).
const MOST_CERTIFICATES = 50;

const fields = {
  name: certificateNameField,
  certificate: {
    kind: 'paragraph',
    label: 'Certificate',
    hint: 'One certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE. Never a private key.',
    required: true,
    // Three times a certificate with the longest usual key.
    max: 8000,
  },
} as const;

type UploadAsk = Ask<InputOf<typeof fields>>;

function uploadStep(name: string, pem: Pem): Step {
  return createStep({
    id: 'upload',
    title: `Upload the certificate ${name}`,
    call: callTemplate('POST /organization/certificates', { body: { name, certificate: pem.text } }),
    listedIn: organizationPlace.listAgain,
    // No other certificate has this name: one that is taken is refused.
    where: { name },
  });
}

function refuseUnreadable(): Refusal {
  return refuse('certificates.upload.unreadable', {
    what: 'This is not exactly one certificate in PEM.',
    rule: 'OpenAI takes one trust anchor a certificate: no chain, no private key, nothing around it.',
    whoCan: 'You: paste one block from BEGIN CERTIFICATE to END CERTIFICATE.',
  });
}

function plan(ask: UploadAsk, certificates: readonly Certificate[]): Plan | Refusal {
  const { name } = ask.input;
  const pem = readPem(ask.input.certificate);
  if (pem === null) return refuseUnreadable();
  if (certificates.length >= MOST_CERTIFICATES) {
    return refuse('certificates.upload.full', {
      what: `The organization has ${certificates.length} certificates already.`,
      rule: `OpenAI keeps at most ${MOST_CERTIFICATES}. Delete one that is active nowhere first.`,
    });
  }
  const taken = refuseTaken(name, certificates);
  if (taken !== null) return taken;
  return planOf({
    operation: id,
    tier: 'routine',
    title: 'Upload a certificate',
    gist: `${name}, not active`,
    target: { kind: 'certificate', id: 'new', name },
    changes: [
      { label: 'New certificate', before: null, after: `${name}, active nowhere yet` },
      { label: 'SHA-256 fingerprint', before: null, after: pem.fingerprint },
    ],
    holds: `${count(certificates.length, 'certificate')} so far`,
    guards: {},
    before: {},
    steps: [uploadStep(name, pem)],
    inverse: {
      verdict: 'exact',
      sentence: 'delete it again; nobody needs it until it is activated somewhere.',
      operation: operationId('certificates.delete'),
      input: { certificate: { id: slotJson(resultOf('upload', 'id')), name } },
    },
  });
}

export const uploadCertificate = declareChange({
  id,
  tier: 'routine',
  title: 'Upload a certificate',
  summary:
    'A certificate under which clients can prove themselves, once it is activated in the organization or a project.',
  example:
    '/openai certificates upload "workloads 2027" --certificate "-----BEGIN CERTIFICATE----- …" --reason "yearly change"',
  fields,
  callBudget: 1,
  known: z.object({ certificates: z.array(certificateSchema) }),
  need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
  plan: (ask, have) => plan(ask, have.certificates),
});
