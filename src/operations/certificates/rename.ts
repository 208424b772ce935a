import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Certificate, certificateName, certificateSchema } from '../objects/certificate.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { certificateGuard } from './describe-certificate.ts';
import { certificateField, certificateNameField } from './fields.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { certificateGone, refuseTaken } from './refusals.ts';

const id = operationId('certificates.rename');

function inverseOf(certificate: Certificate, name: string): Inverse {
  if (certificate.name === null) {
    return noWayBack('give it another name. It had none, and OpenAI does not take a name away.');
  }
  return {
    verdict: 'exact',
    sentence: `give it back its name ${certificate.name}.`,
    operation: id,
    input: { certificate: { id: certificate.id, name }, name: certificate.name },
  };
}

function plan(certificate: Certificate, name: string): Plan {
  const params = { certificate_id: certificate.id };
  const endpoint = '/organization/certificates/{certificate_id}';
  const old = certificateName(certificate);
  return planOf({
    operation: id,
    tier: 'routine',
    title: 'Rename a certificate',
    gist: `${old} to ${name}`,
    target: { kind: 'certificate', id: certificate.id, name: old },
    changes: [{ label: 'Name', before: certificate.name, after: name }],
    holds: 'where it is active stays as it is',
    guards: { certificate: certificateGuard(certificate) },
    before: { certificate: { ...certificate } },
    steps: [
      setStep({
        id: 'rename',
        title: `Rename the certificate ${old} to ${name}`,
        call: callTemplate(`POST ${endpoint}`, { params, body: { name } }),
        read: callTemplate(`GET ${endpoint}`, { params }),
        where: { name },
      }),
    ],
    inverse: inverseOf(certificate, name),
  });
}

function refuseRename(certificate: Certificate, name: string, all: readonly Certificate[]): Refusal | null {
  if (certificate.name === name) {
    const rule = 'A request has to change something.';
    return refuse('certificates.same', { what: `The certificate is called ${name} already.`, rule });
  }
  return refuseTaken(
    name,
    all.filter((each) => each.id !== certificate.id),
  );
}

export const renameCertificate = declareChange({
  id,
  tier: 'routine',
  title: 'Rename a certificate',
  summary: 'Gives a certificate another name. Where it is active stays as it is.',
  example: '/openai certificates rename "workloads 2026" --name "workloads until 2027" --reason "two are in use"',
  fields: { certificate: certificateField, name: { ...certificateNameField, label: 'New name' } },
  callBudget: 1,
  known: z.object({ certificates: z.array(certificateSchema) }),
  need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
  plan: (ask, { certificates }) => {
    const { name } = ask.input;
    const certificate = certificates.find(({ id: each }) => each === ask.input.certificate.id);
    if (certificate === undefined) return certificateGone(ask.input.certificate);
    return refuseRename(certificate, name, certificates) ?? plan(certificate, name);
  },
});
