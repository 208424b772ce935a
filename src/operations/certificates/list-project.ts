import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { certificateSchema } from '../objects/certificate.ts';
import { declareRead } from '../operation.ts';
import { inProject } from './fields.ts';
import { needCertificates, projectPlace } from './place.ts';
import { viewCertificates } from './view.ts';

export const listProjectCertificates = declareRead({
  id: operationId('certificates.list-project'),
  title: 'List a project’s certificates',
  summary: 'The certificates of the organization, and which are active in one project.',
  example: '/openai certificates list-project search-dev',
  fields: { project: inProject },
  callBudget: 1,
  known: z.object({ certificates: z.array(certificateSchema) }),
  need: (ask, have) => (have.certificates === undefined ? [needCertificates(projectPlace(ask.input.project))] : []),
  view: (ask, { certificates }) => viewCertificates(projectPlace(ask.input.project), certificates, ask.now),
});
