import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { needInside, refOf } from '../projects/inside.ts';
import { certificateField, inProject } from './fields.ts';
import { needCertificates, projectPlace } from './place.ts';
import { knownInProject, planSwitch } from './switch-plan.ts';

const id = operationId('certificates.activate-project');

export const activateProjectCertificate = declareChange({
  id,
  tier: 'destructive',
  title: 'Activate a certificate in a project',
  summary: 'From then on every request of the project needs a client certificate under an active one.',
  example:
    '/openai certificates activate-project billing-prod --certificate "workloads 2026" --reason "mTLS for billing"',
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
    return planSwitch({ id, tier: 'destructive', way: 'activate', place, certificate, now: ask.now }, certificates);
  },
});
