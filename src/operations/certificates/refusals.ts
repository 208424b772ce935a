import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import { type Certificate, certificateName } from '../objects/certificate.ts';
import { certificateInput } from './describe-certificate.ts';

export function certificateGone({ name, id }: ThingRef): Refusal {
  return refuse('certificates.gone', {
    what: `There is no certificate ${name || id} any more.`,
    rule: 'Only a certificate that OpenAI still lists can be shown or changed.',
  });
}

/** A second one of the same name could not be told from the first, neither by people nor if OpenAI's answer is lost. */
export function refuseTaken(name: string, certificates: readonly Certificate[]): Refusal | null {
  const namesake = certificates.find((certificate) => certificate.name?.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('certificates.taken', {
    what: `There is a certificate called ${certificateName(namesake)} already.`,
    rule: 'Every certificate needs a name of its own here, so that nobody switches the wrong one.',
    whoCan: 'You: choose another name.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('certificates.show'),
      input: certificateInput(namesake),
    },
  });
}
