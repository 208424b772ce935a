import type { Field } from '../field.ts';
import { type Call, call } from '../call.ts';
import type { ThingRef } from '../field.ts';

export const inProject = { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } as const;

export const certificateField = {
  kind: 'thing',
  noun: 'certificate',
  label: 'Certificate',
  hint: 'By name or id.',
  required: true,
  listing: { endpoint: 'GET /organization/certificates', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

export const certificateNameField = {
  kind: 'text',
  label: 'Name',
  hint: 'What people will call it: workloads 2026.',
  required: true,
  // As long as a name that an undo gives back.
  max: 200,
  pattern: /\S/,
  patternHint: 'Write a name.',
} as const satisfies Field<true>;

export function oneCertificateCall({ id }: ThingRef, query: Call['query'] = {}): Call {
  return call('GET /organization/certificates/{certificate_id}', { params: { certificate_id: id }, query });
}
