import { declareChange, type Operation } from '../operation.ts';
import { needInside, refOf } from '../projects/inside.ts';
import { certificateField, inProject } from './fields.ts';
import { needCertificates, organizationPlace, projectPlace, type Switch } from './place.ts';
import { knownInOrganization, knownInProject, planSwitch } from './switch-plan.ts';

type Declared = Pick<Operation, 'id' | 'title' | 'summary' | 'example'> & { readonly way: Switch };

export function declareOrganizationSwitch({ id, way, ...words }: Declared): Operation {
  const tier = 'critical';
  return declareChange({
    id,
    tier,
    ...words,
    fields: { certificate: certificateField },
    callBudget: 1,
    known: knownInOrganization,
    need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
    plan: ({ input: { certificate }, now }, { certificates }) =>
      planSwitch({ id, tier, way, place: organizationPlace, certificate, now }, certificates),
  });
}

export function declareProjectSwitch({ id, way, ...words }: Declared): Operation {
  const tier = 'destructive';
  return declareChange({
    id,
    tier,
    ...words,
    fields: { project: inProject, certificate: certificateField },
    callBudget: 2,
    known: knownInProject,
    need: (ask, have) =>
      needInside(have, {
        family: 'certificates',
        ref: ask.input.project,
        rest: () => (have.certificates === undefined ? [needCertificates(projectPlace(ask.input.project))] : []),
      }),
    plan: ({ input: { certificate }, now }, { project, certificates }) =>
      planSwitch({ id, tier, way, place: projectPlace(refOf(project)), certificate, now }, certificates),
  });
}
