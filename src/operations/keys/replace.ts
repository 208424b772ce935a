import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { dayMs, hourMs } from '#domain/instant.ts';
import { isRefusal, type NextStep, type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import {
  type IssuedKey,
  issuedKeySchema,
  issuedScopesSchema,
  requestDetailSchema,
  requestInverseSchema,
} from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { type Ask, declareRedirect, type Redirect } from '../operation.ts';
import { type Revoked, revokedBy } from './revoked-by.ts';
import { accessOf } from './scopes.ts';

// After a day whatever broke has been noticed, and a new key is a request of its own.
export const replaceWindowMs = dayMs;

const issue = operationId('keys.issue');

const fields = {
  request: {
    kind: 'request',
    label: 'Request that revoked it',
    hint: 'Its short id, as on the card: R-7F3K9QXY.',
    required: true,
  },
} as const;

const known = z.object({
  request: requestDetailSchema.nullable(),
  inverse: requestInverseSchema.nullable(),
  scopes: issuedScopesSchema.nullable().optional(),
  issued: issuedKeySchema.nullable().optional(),
});
type Known = z.infer<typeof known>;
type ReplaceAsk = Ask<InputOf<typeof fields>>;

function need(ask: ReplaceAsk, have: Partial<Known>): readonly Need[] {
  const requestId = ask.input.request;
  if (have.request === undefined || have.inverse === undefined) {
    return [recall('request', { of: 'request', requestId }), recall('inverse', { of: 'inverse', requestId })];
  }
  const revoked = revokedBy(have.request);
  if (revoked === null) return [];
  if (have.scopes === undefined) return [recall('scopes', { of: 'issued-scopes', keyId: revoked.id })];
  if (have.issued !== undefined || have.scopes === null) return [];
  return [recall('issued', { of: 'issued-key', keyId: have.scopes.keyId })];
}

/** A form with what is known of the old key filled in. */
function askAnew({ inverse, issued }: Known): NextStep {
  const project = inverse?.input?.['project'];
  const input = {
    ...(project === undefined ? {} : { project }),
    ...(issued === undefined || issued === null ? {} : { name: issued.name }),
  };
  return { kind: 'start', label: 'Ask for a new key', operation: issue, input };
}

function refuseTime(ask: ReplaceAsk, have: Known, revoked: Revoked): Refusal | null {
  if (ask.now - revoked.at <= replaceWindowMs) return null;
  return refuse('keys.replace.too-late', {
    what: 'This was revoked more than 24 hours ago.',
    rule: 'Replacing is for a revocation that broke something, in the 24 hours after it.',
    whoCan: 'You: ask for a new key.',
    next: askAnew(have),
  });
}

/** The lease of the old key, if it says all that a new one needs and the new one would be in the same hands. */
function leaseToReplace(ask: ReplaceAsk, have: Known): IssuedKey | Refusal {
  const { issued } = have;
  if (issued === undefined || issued === null) {
    return refuse('keys.replace.not-issued-here', {
      what: 'The key that was revoked cannot be replaced as it was.',
      rule: 'It was not issued here, so what it could do and until when is not known. Its secret never comes back.',
      whoCan: 'You: ask for a new key. Keys of their own people make in OpenAI’s dashboard.',
      next: askAnew(have),
    });
  }
  if (issued.ownerSlackId !== ask.requester.slackId) {
    return refuse('keys.replace.not-yours', {
      what: `${issued.name} was issued to somebody else.`,
      rule: 'A replacement is handed to whoever had the key, and shown to nobody else.',
      whoCan: 'Its owner: they have a button for it in their messages. You can ask for a key of your own.',
      next: askAnew(have),
    });
  }
  if (issued.endsAt > ask.now) return issued;
  return refuse('keys.replace.ended', {
    what: `${issued.name} would have ended by now.`,
    rule: 'A replacement lives as long as the old key would have.',
    whoCan: 'You: ask for a new key.',
    next: askAnew(have),
  });
}

function redirect(ask: ReplaceAsk, have: Known): Redirect | Refusal {
  const revoked = revokedBy(have.request);
  if (revoked === null) {
    return refuse('keys.replace.nothing-revoked', {
      what: 'This request revoked no key.',
      rule: 'Only a key that a request here has revoked can be replaced.',
    });
  }
  const late = refuseTime(ask, have, revoked);
  if (late !== null) return late;
  const lease = leaseToReplace(ask, have);
  if (isRefusal(lease)) return lease;
  const access = accessOf(have.scopes?.scopes ?? []);
  if (access === null) {
    return refuse('keys.replace.own-scopes', {
      what: `${lease.name} could do something that a new key is not issued for.`,
      rule: 'It was limited to scopes of its own. Issue a key with the next wider level, then limit that one.',
      whoCan: 'You: ask for a new key.',
      next: askAnew(have),
    });
  }
  return {
    operation: issue,
    input: {
      project: { id: lease.projectId, name: lease.projectName },
      name: lease.name,
      // No key is issued for less than an hour; one that had less left gets that.
      for: Math.max(hourMs, lease.endsAt - ask.now),
      access,
    },
  };
}

export const replaceKey = declareRedirect({
  id: operationId('keys.replace'),
  as: 'replaces',
  title: 'Replace a revoked API key',
  summary:
    'Asks for a new key with the project, name, access and end of one that was revoked here in the last 24 hours.',
  example: '/openai keys replace R-7F3K9QXY --reason "the nightly job needs it after all"',
  fields,
  callBudget: 0,
  known,
  need,
  redirect,
});
