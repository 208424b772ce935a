import { z } from 'zod';
import type { OperationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import type { ThingRef } from '../field.ts';
import { type Certificate, certificateName, certificateSchema } from '../objects/certificate.ts';
import { projectSchema } from '../objects/project.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { setStep } from '../step.ts';
import { certificateGuard, certificateInput, warnOfEnd, whenCertificateEnds } from './describe-certificate.ts';
import type { CertificatePlace, Switch } from './place.ts';
import { certificateGone } from './refusals.ts';
import { sayActive } from './view.ts';

export const knownInOrganization = z.object({ certificates: z.array(certificateSchema) });
export const knownInProject = knownInOrganization.extend({ project: projectSchema });

interface Asked {
  readonly id: OperationId;
  readonly tier: Exclude<Tier, 'read'>;
  readonly way: Switch;
  readonly place: CertificatePlace;
  readonly certificate: ThingRef;
  readonly now: Instant;
}

interface Found {
  readonly certificate: Certificate;
  /** Those that are active in the place beside it. */
  readonly others: readonly Certificate[];
}

const LOCK_OUT =
  'OpenAI does not say whether administration calls are exempt. If they are not and Countersign presents no such ' +
  'certificate, it locks itself out, and only an organization owner can undo this, in the OpenAI dashboard.';

function warnActivation({ place, now }: Asked, { certificate, others }: Found): readonly string[] {
  const first =
    others.length === 0
      ? [
          `From then on every request of ${place.name} without a client certificate fails, and clients have to call OpenAI’s mTLS host.`,
        ]
      : [];
  const project = place.project === null ? [] : [`In ${place.name} it is asked for before those of the organization.`];
  return [...first, ...project, ...(place.project === null ? [LOCK_OUT] : []), ...warnOfEnd(certificate, now)];
}

function warnDeactivation({ place }: Asked, { others }: Found): readonly string[] {
  if (others.length === 0) {
    return place.project === null
      ? ['No other is active: requests need no client certificate any more, except in projects that have one active.']
      : [`No other is active in ${place.name}: only what is active in the organization is asked for then.`];
  }
  const stops = `Clients whose certificate was issued under it fail at once in ${place.name}.`;
  return place.project === null ? [stops, LOCK_OUT] : [stops];
}

function inverseOf({ way, place, certificate }: Asked): Inverse {
  const back: Switch = way === 'activate' ? 'deactivate' : 'activate';
  const lockedOut =
    place.project === null ? ' Should Countersign be locked out, only an owner can, in the OpenAI dashboard.' : '';
  return {
    verdict: 'exact',
    sentence: `${back} it again; that counts at once. Requests that failed meanwhile stay failed.${lockedOut}`,
    operation: place.operations[back],
    input: { ...place.where, ...certificateInput(certificate) },
  };
}

function planFound(asked: Asked, found: Found): Plan {
  const { way, place } = asked;
  const { certificate, others } = found;
  const name = certificateName(certificate);
  const verb = way === 'activate' ? 'Activate' : 'Deactivate';
  const active = others.map(certificateName);
  return planOf({
    operation: asked.id,
    tier: asked.tier,
    title: `${verb} a certificate in ${place.name}`,
    gist: `${name}, ${count(others.length, 'other')} active`,
    target: { kind: 'certificate', id: certificate.id, name },
    project: place.project,
    changes: [{ label: name, before: sayActive(certificate.isActive), after: sayActive(way === 'activate') }],
    holds: active.length === 0 ? `no other is active in ${place.name}` : `also active: ${active.join(', ')}`,
    facts: [{ label: 'Ends', value: whenCertificateEnds(certificate, asked.now), at: asked.now }],
    warnings: way === 'activate' ? warnActivation(asked, found) : warnDeactivation(asked, found),
    guards: {
      ...place.where,
      certificate: certificateGuard(certificate),
      others: others.map((other) => other.id).toSorted(),
    },
    before: { certificate: { ...certificate }, others: others.map((other) => ({ ...other })) },
    steps: [
      setStep({
        id: way,
        title: `${verb} the certificate ${name} in ${place.name}`,
        call: place.switch(way, certificate.id),
        read: place.listAgain,
        where: { id: certificate.id, active: way === 'activate' },
        isList: true,
      }),
    ],
    inverse: inverseOf(asked),
  });
}

/** Switches one certificate in one place, on or off. */
export function planSwitch(asked: Asked, certificates: readonly Certificate[]): Plan | Refusal {
  const { way, place } = asked;
  const certificate = certificates.find(({ id }) => id === asked.certificate.id);
  if (certificate === undefined) return certificateGone(asked.certificate);
  const isOn = certificate.isActive === true;
  if (isOn === (way === 'activate')) {
    return refuse('certificates.same', {
      what: `${certificateName(certificate)} is ${isOn ? 'active already' : 'not active'} in ${place.name}.`,
      rule: 'A request has to change something.',
    });
  }
  const others = certificates.filter((other) => other.isActive === true && other.id !== certificate.id);
  return planFound(asked, { certificate, others });
}
