import { z } from 'zod';

import { type Endpoint, type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { mintId } from '../identifier.ts';
import type { Organization } from '../organization.ts';
import { type Place, locateOpenPlace, locatePlace } from '../place.ts';
import { readCertificate } from '../read-certificate.ts';
import type { Certificate } from '../records/trust.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

// The most that an organization may have; OpenAI API reference, 2026-11.
const MOST_CERTIFICATES = 50;

type Base = '/organization' | '/organization/projects/{project_id}';

/**
 * Every certificate belongs to the organization; it is switched on and off there and in each project, and can go only when
 * it is on nowhere. A single one is called `certificate` and does not say whether it is on. OpenAI API reference, 2026-11.
 */
export const certificateEndpoints: readonly Endpoint[] = [
  listOf('/organization'),
  post(
    '/organization/certificates',
    { name: bodyField.name.optional(), certificate: z.string() },
    ({ organization, body, nowSec, record }) => {
      if (organization.certificates.size >= MOST_CERTIFICATES) {
        throw badRequest(`An organization can have at most ${MOST_CERTIFICATES} certificates.`);
      }
      const certificate: Certificate = {
        ...readCertificate(body.certificate, nowSec),
        id: mintId('cert_'),
        name: body.name ?? null,
        createdAtSec: nowSec,
        pem: body.certificate,
        activeIn: [],
      };
      organization.certificates.set(certificate.id, certificate);
      record('certificate.created', named(certificate));
      return showOne(certificate);
    },
  ),
  switchOf('/organization', 'activate'),
  switchOf('/organization', 'deactivate'),

  get(
    '/organization/certificates/{certificate_id}',
    { include: queryField.list.pipe(z.array(z.enum(['content'])).optional()) },
    ({ organization, params, query }) => {
      const certificate = locateCertificate(organization, params.certificate_id);
      const shown = showOne(certificate);
      if (query.include === undefined) return shown;
      return { ...shown, certificate_details: { ...detailsOf(certificate), content: certificate.pem } };
    },
  ),

  post(
    '/organization/certificates/{certificate_id}',
    { name: bodyField.name.optional() },
    ({ organization, params, body, record }) => {
      requireOne(body, ['name']);
      const certificate = locateCertificate(organization, params.certificate_id);
      const renamed: Certificate = { ...certificate, name: body.name ?? certificate.name };
      organization.certificates.set(renamed.id, renamed);
      record('certificate.updated', named(renamed));
      return showOne(renamed);
    },
  ),

  remove('/organization/certificates/{certificate_id}', ({ organization, params, record }) => {
    const certificate = locateCertificate(organization, params.certificate_id);
    if (certificate.activeIn.length > 0) throw badRequest('Certificate is active.', { code: 'certificate_in_use' });
    organization.certificates.delete(certificate.id);
    record('certificate.deleted', { ...named(certificate), certificate: certificate.pem });
    // One of the two deletes whose answer does not say `deleted`.
    return { object: 'certificate.deleted', id: certificate.id };
  }),

  listOf('/organization/projects/{project_id}'),
  switchOf('/organization/projects/{project_id}', 'activate'),
  switchOf('/organization/projects/{project_id}', 'deactivate'),
];

function listOf(base: Base): Endpoint {
  return get(`${base}/certificates`, orderedPageQuery('desc'), ({ organization, params, query }) => {
    const place = locatePlace(organization, params);
    const rows = inOrder(organization.certificates.values(), query.order, ({ createdAtSec }) => createdAtSec);
    return pageOf(rows, query, (certificate) => showIn(place, certificate));
  });
}

/** All of them or none, and once more does no harm. */
function switchOf(base: Base, verb: 'activate' | 'deactivate'): Endpoint {
  const body = { certificate_ids: z.array(z.string()).min(1).max(10) };
  return post(`${base}/certificates/${verb}`, body, ({ organization, params, body, record }) => {
    const place = locateOpenPlace(organization, params);
    const chosen = body.certificate_ids.map((id) => locateCertificate(organization, id));
    const switched = chosen.map((certificate): Certificate => {
      const elsewhere = certificate.activeIn.filter((id) => id !== place.id);
      return { ...certificate, activeIn: verb === 'activate' ? [...elsewhere, place.id] : elsewhere };
    });
    for (const certificate of switched) organization.certificates.set(certificate.id, certificate);
    record(`certificates.${verb}d`, { certificates: switched.map(named) });
    return {
      object: `${kindIn(place)}.${verb.replace(/e$/, '')}ion`,
      data: switched.map((certificate) => showIn(place, certificate)),
    };
  });
}

function locateCertificate(organization: Organization, certificateId: string): Certificate {
  const certificate = organization.certificates.get(certificateId);
  if (certificate === undefined) throw notFound('Certificate', certificateId, 'certificate_id');
  return certificate;
}

function kindIn(place: Place): string {
  return place.kind === 'organization' ? 'organization.certificate' : 'organization.project.certificate';
}

function named({ id, name }: Certificate): JsonObject {
  return { id, ...(name === null ? {} : { name }) };
}

function detailsOf({ validAtSec, expiresAtSec }: Certificate): JsonObject {
  return { valid_at: validAtSec, expires_at: expiresAtSec };
}

function showOne(certificate: Certificate): JsonObject {
  const { id, name, createdAtSec } = certificate;
  return { object: 'certificate', id, name, created_at: createdAtSec, certificate_details: detailsOf(certificate) };
}

function showIn(place: Place, certificate: Certificate): JsonObject {
  return { ...showOne(certificate), object: kindIn(place), active: certificate.activeIn.includes(place.id) };
}
