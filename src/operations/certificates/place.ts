import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepCertificates } from '../objects/certificate.ts';
import { callTemplate } from '../step.ts';
import type { CallTemplate } from '../template.ts';

/** Which way a certificate is switched, as the API spells it. */
export type Switch = 'activate' | 'deactivate';

/** Where a certificate can be on: the whole organization or one project. Each knows all certificates and has switches of its own. */
export interface CertificatePlace {
  readonly name: string;
  readonly project: ProjectRef | null;
  readonly list: Call;
  readonly listAgain: CallTemplate;
  readonly switch: (way: Switch, certificateId: string) => CallTemplate;
  readonly operations: Readonly<Record<Switch, OperationId>>;
  /** The part of inputs that says where. */
  readonly where: JsonObject;
}

function placeAt(
  base: '/organization' | '/organization/projects/{project_id}',
  more: Pick<CertificatePlace, 'name' | 'project' | 'operations'>,
): CertificatePlace {
  const params = more.project === null ? {} : { project_id: more.project.id };
  return {
    ...more,
    list: call(`GET ${base}/certificates`, { params }),
    listAgain: callTemplate(`GET ${base}/certificates`, { params }),
    switch: (way, certificateId) =>
      callTemplate(`POST ${base}/certificates/${way}`, { params, body: { certificate_ids: [certificateId] } }),
    where: more.project === null ? {} : { project: { ...more.project } },
  };
}

export const organizationPlace: CertificatePlace = placeAt('/organization', {
  name: 'the organization',
  project: null,
  operations: {
    activate: operationId('certificates.activate'),
    deactivate: operationId('certificates.deactivate'),
  },
});

export function projectPlace(project: ProjectRef): CertificatePlace {
  return placeAt('/organization/projects/{project_id}', {
    name: project.name,
    project: { id: project.id, name: project.name },
    operations: {
      activate: operationId('certificates.activate-project'),
      deactivate: operationId('certificates.deactivate-project'),
    },
  });
}

/** Every certificate there is, and whether each is on in this place. */
export function needCertificates(place: CertificatePlace): Need {
  return read('certificates', { call: place.list, keep: keepCertificates, pages: 'all' });
}
