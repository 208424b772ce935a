import { requestStates } from '#approvals/state.ts';
import { requestId, type SlackUserId } from '#domain/ids.ts';
import type { Json } from '#domain/json.ts';
import type { KnownKey } from '#operations/memory.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import { hasAddress } from '#operations/objects/person.ts';
import { nameOf, personByEmail, slackIdsOf } from '#policy/people.ts';
import { shortagesAhead } from './shortages/shortages-ahead.ts';
import type { Gathering } from './gathering.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { issuedScopes } from './issued-scopes.ts';
import { openStates } from './open-states.ts';
import { ownPage } from './step-up/own-page.ts';
import { presenceOf, presenceRows } from './step-up/presence-lines.ts';
import { statusOf } from './status.ts';
import { takeCensus } from './take-census.ts';
import { peopleNow } from './people-now.ts';
import { whoIs } from './who-is.ts';
import { freshKeys, freshProjects, freshUsers } from './refresh-directory.ts';
import { ownAdminKeyId } from './own-admin-key.ts';
import { changesOf, continuationOf, inverseOf } from './change-log.ts';
import { debtLine } from './debt-line.ts';
import { freezeLine } from './freeze-line.ts';
import { canOf, whyOf } from './judgement.ts';
import { orderLine, standingRuleLines } from './order-line.ts';
import { policiesOf, policyChangeOf } from './policies/answer-policies.ts';
import { moveOf, rolloutRows } from './rollout/answer-rollout.ts';
import { lineOf, detailOf } from './request-lines.ts';
import { seenBy } from './sight.ts';

// What one answer in Slack can show in pages of ten.
const MOST_REQUESTS = 50;
const MOST_FOUND = 60;

const isOwn = (record: PlannedRequest, { ask }: Gathering): boolean =>
  record.terms.requester.slackId === ask.requester.slackId;

interface Holder {
  readonly slackIds: readonly SlackUserId[];
  readonly email: string | null;
}

/** Whoever the policy binds to this address; the asker too, who may be known by it from elsewhere. */
function holderWith(house: House, { ask }: Gathering, address: string): Holder {
  const { policy } = house.policy();
  const person = personByEmail(policy, address);
  const isAsker = hasAddress({ email: address }, ask.requester.openaiEmail);
  const slackIds = person === null ? [] : slackIdsOf(policy, person);
  return { slackIds: [...new Set([...slackIds, ...(isAsker ? [ask.requester.slackId] : [])])], email: address };
}

async function keysOf(house: House, holder: Holder): Promise<Json> {
  const ofEach = holder.slackIds.map((slackId) => house.store.read.leases.ofOwner(slackId));
  const issued = (await Promise.all(ofEach)).flat();
  const issuedIds = new Set(issued.map((key) => key.keyId));
  const email = holder.email?.toLowerCase() ?? null;
  const isMine = (key: KnownKey) =>
    issuedIds.has(key.id) || (email !== null && key.ownerEmail?.toLowerCase() === email);
  const known = (await house.store.read.directory.allKeys()).filter(isMine);
  return { issued, known };
}

/** Answers an operation's question to our own records, freshened from the vendor where a list is old. */
export async function answerFromMemory(house: House, gathering: Gathering, question: MemoryQuestion): Promise<Json> {
  const { read } = house.store;
  const { context, ask } = gathering;
  const { requests } = seenBy(house, ask.requester);
  switch (question.of) {
    case 'issued-key':
      return read.leases.byKey(question.keyId);
    case 'issued-scopes':
      return issuedScopes(house.store.read, question.keyId);
    case 'my-keys':
      return keysOf(house, { slackIds: [ask.requester.slackId], email: ask.requester.openaiEmail });
    case 'keys-of':
      return keysOf(house, holderWith(house, gathering, question.email));
    case 'projects':
      return freshProjects(house, context);
    case 'users':
      return freshUsers(house, context);
    case 'keys':
      return freshKeys(house, question.projectId, { context });
    case 'requests': {
      const filter = question.whose === 'mine' ? { requester: ask.requester.slackId } : {};
      const states = question.open ? openStates : requestStates.filter((state) => state !== 'draft');
      return (await requests.list({ ...filter, states, limit: MOST_REQUESTS })).map(lineOf);
    }
    case 'own-admin-key':
      return { id: await ownAdminKeyId(house) };
    case 'people':
      return peopleNow(house, question, context);
    case 'who-is':
      return whoIs(house, question.who, ask.requester);
    case 'freezes':
      return (await read.freezes.active()).map(freezeLine);
    case 'debts':
      return (await read.debts.open()).map(debtLine);
    case 'standing-rules':
      return [...standingRuleLines(house)];
    case 'orders':
      return Promise.all((await read.orders.active()).map((order) => orderLine(house, order)));
    case 'order': {
      const { policy } = house.policy();
      const uses = await read.orders.uses(question.orderId);
      return uses.map(({ requestId: id, person, at }) => ({ requestId: id, personName: nameOf(policy, person), at }));
    }
    case 'person-of': {
      const { policy } = house.policy();
      const person = personByEmail(policy, question.email);
      return person === null ? null : { person, name: nameOf(policy, person) };
    }
    case 'presence':
      return presenceOf(house, question.person, ask.requester);
    case 'presences':
      return [...(await presenceRows(house))];
    case 'own-page':
      return ownPage(house, ask.requester);
    case 'policies':
      return policiesOf(house);
    case 'policy-change':
      return policyChangeOf(house, question.version);
    case 'rollout-move':
      return moveOf(house, question);
    case 'rollout':
      return rolloutRows(house, question.selector);
    case 'doctor':
      return house.examine({ shortages: await shortagesAhead(house) });
    case 'status':
      return statusOf(house, requests);
    case 'search':
      return [...(await read.directory.search(question.text, MOST_FOUND))];
    case 'census':
      return takeCensus(house, question.unusedForMs);
    case 'inverse': {
      const record = await requests.find(requestId(question.requestId));
      return record === null ? null : inverseOf(record, await requests.effects(record.terms.id));
    }
    case 'continuation': {
      const record = await requests.find(requestId(question.requestId));
      return record === null ? null : continuationOf(record, await requests.effects(record.terms.id));
    }
    case 'why': {
      const record = await requests.find(requestId(question.requestId));
      return record === null || (record.state === 'draft' && !isOwn(record, gathering))
        ? null
        : whyOf(house, ask.requester, record);
    }
    case 'can':
      return canOf(house, ask.requester, question);
    case 'changes':
      return changesOf(requests, house.clock.now(), question);
    case 'request': {
      const id = requestId(question.requestId);
      const record = await requests.find(id);
      // A draft is its requester's own business until it is sent.
      if (record === null || (record.state === 'draft' && !isOwn(record, gathering))) return null;
      return detailOf(record, await requests.decisions(id), await requests.effects(id));
    }
  }
}
