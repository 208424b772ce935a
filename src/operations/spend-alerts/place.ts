import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Call, call } from '../call.ts';
import type { Listing, ProjectRef } from '../field.ts';
import { callTemplate } from '../step.ts';
import type { CallTemplate, Slot } from '../template.ts';

/** Whose spending an alert watches: one project's, or the whole organization's. Everything that differs between the two. */
export interface Place {
  readonly name: string;
  readonly project: ProjectRef | null;
  readonly create: OperationId;
  readonly update: OperationId;
  readonly remove: OperationId;
  readonly show: OperationId;
  /** What names the place in the input of its operations. */
  readonly input: JsonObject;
  readonly list: Call;
  readonly listAgain: CallTemplate;
  readonly add: (body: JsonObject) => CallTemplate;
  readonly one: (alertId: string) => Call;
  readonly oneAgain: (alertId: string | Slot) => CallTemplate;
  readonly replace: (alertId: string, body: JsonObject) => CallTemplate;
  readonly delete: (alertId: string) => CallTemplate;
}

const PROJECT = '/organization/projects/{project_id}/spend_alerts';
const ORGANIZATION = '/organization/spend_alerts';

// Alerts have no name: people tell them by what they are set to, and pick them from a list.
const naming = { id: 'id', name: 'notification_channel.subject_prefix' } as const;

export const projectListing: Listing = { endpoint: `GET ${PROJECT}`, params: { project_id: 'project' }, ...naming };
export const organizationListing: Listing = { endpoint: `GET ${ORGANIZATION}`, params: {}, ...naming };

export function projectPlace(project: ProjectRef): Place {
  const params = { project_id: project.id };
  const at = (alertId: string | Slot) => ({ params: { ...params, alert_id: alertId } });
  return {
    name: project.name,
    project,
    create: operationId('spend-alerts.create'),
    update: operationId('spend-alerts.update'),
    remove: operationId('spend-alerts.delete'),
    show: operationId('spend-alerts.show'),
    input: { project: { id: project.id, name: project.name } },
    list: call(`GET ${PROJECT}`, { params }),
    listAgain: callTemplate(`GET ${PROJECT}`, { params }),
    add: (body) => callTemplate(`POST ${PROJECT}`, { params, body }),
    one: (alertId) => call(`GET ${PROJECT}/{alert_id}`, { params: { ...params, alert_id: alertId } }),
    oneAgain: (alertId) => callTemplate(`GET ${PROJECT}/{alert_id}`, at(alertId)),
    replace: (alertId, body) => callTemplate(`POST ${PROJECT}/{alert_id}`, { ...at(alertId), body }),
    delete: (alertId) => callTemplate(`DELETE ${PROJECT}/{alert_id}`, at(alertId)),
  };
}

const at = (alertId: string | Slot) => ({ params: { alert_id: alertId } });

export const organizationPlace: Place = {
  name: 'the whole organization',
  project: null,
  create: operationId('spend-alerts.create-organization'),
  update: operationId('spend-alerts.update-organization'),
  remove: operationId('spend-alerts.delete-organization'),
  show: operationId('spend-alerts.show-organization'),
  input: {},
  list: call(`GET ${ORGANIZATION}`),
  listAgain: callTemplate(`GET ${ORGANIZATION}`),
  add: (body) => callTemplate(`POST ${ORGANIZATION}`, { body }),
  one: (alertId) => call(`GET ${ORGANIZATION}/{alert_id}`, { params: { alert_id: alertId } }),
  oneAgain: (alertId) => callTemplate(`GET ${ORGANIZATION}/{alert_id}`, at(alertId)),
  replace: (alertId, body) => callTemplate(`POST ${ORGANIZATION}/{alert_id}`, { ...at(alertId), body }),
  delete: (alertId) => callTemplate(`DELETE ${ORGANIZATION}/{alert_id}`, at(alertId)),
};
