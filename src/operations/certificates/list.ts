import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { certificateSchema } from '../objects/certificate.ts';
import { declareRead } from '../operation.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { viewCertificates } from './view.ts';

export const listCertificates = declareRead({
  id: operationId('certificates.list'),
  title: 'List certificates',
  summary: 'The certificates under which clients have to prove themselves, and which are active in the organization.',
  example: '/openai certificates list',
  fields: {},
  callBudget: 1,
  known: z.object({ certificates: z.array(certificateSchema) }),
  need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
  view: (ask, { certificates }) => viewCertificates(organizationPlace, certificates, ask.now),
});
