import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { needInside, refOf } from '../projects/inside.ts';
import { certificateField, inProject } from './fields.ts';
import { needCertificates, projectPlace } from './place.ts';
import { knownInProject, planSwitch } from './switch-plan.ts';

const id = operationId('certificates.deactivate-project');

export const deactivateProjectCertificate = declareChange({
  id,
  tier: 'destructive',
  title: 'Deactivate a certificate in a project',
  summary: 'Clients under this certificate are no longer let into the project; without any, the organization’s count.',
  example:
    '/openai certificates deactivate-project billing-prod --certificate "workloads 2026" --reason "replaced by the one of 2027"',
  fields: { project: inProject, certificate: certificateField },
  callBudget: 2,
  known: knownInProject,
  need: (ask, have) =>
    needInside(have, {
      family: 'certificates',
      ref: ask.input.project,
      rest: () => (have.certificates === undefined ? [needCertificates(projectPlace(ask.input.project))] : []),
    }),
  plan: (ask, { project, certificates }) => {
    const { certificate } = ask.input;
    const place = projectPlace(refOf(project));
    return planSwitch({ id, tier: 'destructive', way: 'deactivate', place, certificate, now: ask.now }, certificates);
  },
});
