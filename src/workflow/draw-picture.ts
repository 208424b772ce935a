import { decideUntil } from '#approvals/deadline.ts';
import { freezeOver, type Freeze } from '#approvals/freeze.ts';
import { isHidden } from '#approvals/confidential.ts';
import { missingSentence } from '#approvals/quorum.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestId } from '#domain/ids.ts';
import { dayMs } from '#domain/instant.ts';
import { findOperation } from '#operations/catalogue.ts';
import { narrowable } from '#operations/narrower.ts';
import { invariant } from '#domain/invariant.ts';
import { deniedBefore } from './denied-before.ts';
import { electorateOf, electors, quorumOf } from './electorate.ts';
import { freezableOf, frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import type { RequestPicture } from './picture.ts';
import type { Span } from './ports/audit.ts';
import type { Asking } from './ports/desk.ts';
import type { Beside, PlannedRequest } from './ports/requests.ts';
import { stillToCome } from '#policy/later.ts';
import { isReplaceable } from './replace-window.ts';
import { runsOnQuorum } from './warrants/warrant.ts';
import { isInProduction, typeToConfirm } from './type-to-confirm.ts';
import { seenByAll } from './sight.ts';

// Long enough to see that something is asked again and again; after a month it is another matter.
const rememberDenialMs = 30 * dayMs;
// A card that mentions more people than this is noise to all of them.
const MOST_MENTIONS = 10;

const nobody = { stillNeeds: '', couldDecide: [], named: 0, later: [] };

/** Whoever was spoken to about it stands first, so that the card names those and no others. */
async function whoIsNeeded(house: House, record: PlannedRequest, { decisions, asking }: Beside & { asking: Asking }) {
  if (isFinal(record.state) || !runsOnQuorum(record)) return nobody;
  const electorate = await electorateOf(house, record);
  const out = new Set<string>([...decisions.map(({ person }) => person), ...asking.aside]);
  const isSpokenTo = ({ person }: { person: string }) => asking.mentions.some((mention) => mention.person === person);
  const left = electors(electorate).filter(({ person }) => !out.has(person));
  const spokenTo = left.filter(isSpokenTo);
  return {
    stillNeeds: missingSentence(quorumOf(record, electorate, decisions).missing),
    couldDecide: [...spokenTo, ...left.filter((one) => !isSpokenTo(one))]
      .flatMap((elector) => elector.slackIds.slice(0, 1))
      .slice(0, MOST_MENTIONS),
    named: spokenTo.length,
    later: record.state === 'pending' ? stillToCome(electorate.asked, decideUntil(record)) : [],
  };
}

/** Of interest while people decide. */
async function deniedOf(house: House, record: PlannedRequest): Promise<RequestPicture['deniedBefore']> {
  if (record.state !== 'pending') return null;
  return deniedBefore(seenByAll(house).requests, record, house.clock.now() - rememberDenialMs);
}

/** What was read once for all that are drawn. */
interface Read {
  readonly beside: ReadonlyMap<RequestId, Beside>;
  readonly spans: ReadonlyMap<RequestId, Span>;
  readonly freezes: readonly Freeze[];
  readonly asking: ReadonlyMap<RequestId, Asking>;
}

function whyFrozen(record: PlannedRequest, decisions: Beside['decisions'], { freezes }: Read): string | null {
  const freeze = isFinal(record.state) ? null : freezeOver(freezes, freezableOf(record, decisions));
  return freeze === null ? null : frozenSentence(freeze);
}

const nothing: Beside = { decisions: [], effects: [], questions: [], suggestions: [], took: null, followers: [] };

const unasked: Asking = { round: null, mentions: [], aside: [], looked: [], additions: [] };

function canBeLess({ terms }: PlannedRequest): boolean {
  const fields = findOperation(terms.plan.operation)?.fields ?? {};
  return Object.keys(narrowable(fields, terms.input)).length > 0;
}

async function drawOne(house: House, record: PlannedRequest, read: Read): Promise<RequestPicture> {
  const { id } = record.terms;
  const beside = read.beside.get(id) ?? nothing;
  const asking = read.asking.get(id) ?? unasked;
  return {
    record,
    ...beside,
    canBeLess: canBeLess(record),
    isReplaceable: isReplaceable(record, house.clock.now()),
    additions: asking.additions,
    ...(await whoIsNeeded(house, record, { ...beside, asking })),
    deniedBefore: await deniedOf(house, record),
    isProduction: isInProduction(house, record),
    typeToConfirm: typeToConfirm(house, record),
    frozen: whyFrozen(record, beside.decisions, read),
    isPractice: house.isPractice,
    span: read.spans.get(id) ?? null,
  };
}

/** What stands beside each. Of something open it says no more than everybody may know; of something hidden, all that those who know of it may. */
async function besideEach(house: House, records: readonly PlannedRequest[]): Promise<Read['beside']> {
  const now = house.clock.now();
  const idsOf = (some: readonly PlannedRequest[]) => some.map(({ terms }) => terms.id);
  const open = await seenByAll(house).requests.beside(idsOf(records.filter((record) => !isHidden(record, now))));
  const hidden = await house.store.read.requests.beside(idsOf(records.filter((record) => isHidden(record, now))));
  return new Map([...open, ...hidden]);
}

/** Reads everything that is shown of these requests, in as many statements for ten as for one. */
export async function drawPictures(
  house: House,
  records: readonly PlannedRequest[],
): Promise<readonly RequestPicture[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ terms }) => terms.id);
  const { audit, freezes, desk } = house.store.read;
  const read: Read = {
    beside: await besideEach(house, records),
    spans: await audit.spansOf(ids),
    freezes: await freezes.active(),
    asking: await desk.asking(ids),
  };
  return Promise.all(records.map((record) => drawOne(house, record, read)));
}

export async function drawPicture(house: House, record: PlannedRequest): Promise<RequestPicture> {
  const [picture] = await drawPictures(house, [record]);
  invariant(picture !== undefined, 'Each record has its picture');
  return picture;
}

export async function findPicture(house: House, id: RequestId): Promise<RequestPicture | null> {
  const record = await house.store.read.requests.find(id);
  return record === null ? null : drawPicture(house, record);
}
