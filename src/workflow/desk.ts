import { type DeskSection, type DeskWish, overview } from '#approvals/desk-wish.ts';
import { canDecide } from '#approvals/may.ts';
import { dayMs } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, admitAgain } from './admit.ts';
import { inOrderOfRisk } from './desk-order.ts';
import { familyOf, fits, pageOf, type Paged } from './desk-filter.ts';
import { drawPictures } from './draw-picture.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import { debtSentence } from './debt-line.ts';
import { frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import { isApprover } from './is-approver.ts';
import { isReviewable } from './is-reviewable.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Desk } from './desk-contents.ts';
import type { UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

// A page of ten with its buttons is a fifth of what Slack's Home may hold, and what somebody reads before they act.
const PAGE = 10;
// A little of what is one's own, under what waits.
const OVERVIEW_MINE = 5;
// Twenty pages; what is older is found with /openai requests list.
const MOST_READ = 200;
// Nobody closes a finding yet: after a week without a new firing it is history.
const FINDING_OPEN_MS = 7 * dayMs;
// The newest would be lost among more; the lists have them all.
const MOST_ALARMS = 5;

/** Exactly those that a press on Approve would be counted for, the most pressing first. */
async function decidableBy(house: House, who: Requester): Promise<readonly PlannedRequest[]> {
  const { requests } = seenBy(house, who);
  const pending = await requests.list({ states: ['pending'], limit: MOST_READ });
  const decisions = await requests.decisionsOf(pending.map(({ terms }) => terms.id));
  const may = await Promise.all(
    pending.map(async (record) => {
      const electorate = await electorateOf(house, record);
      const seen = { record, decisions: decisions.get(record.terms.id) ?? [], who };
      return canDecide(standpointOf(house, electorate, seen), 'approve') === null;
    }),
  );
  return inOrderOfRisk(
    house.policy().policy,
    pending.filter((_, i) => may[i] === true),
  );
}

/** The same, apart from those of which this person said that they are not for them. */
async function waitingAndAside(house: House, who: Requester): Promise<Pick<Lists, 'waiting' | 'setAside'>> {
  const all = await decidableBy(house, who);
  const aside = await house.store.read.desk.aside(all.map(({ terms }) => terms.id));
  const isAside = ({ terms }: PlannedRequest): boolean => aside.get(terms.id)?.includes(who.personId) === true;
  return { waiting: all.filter((record) => !isAside(record)), setAside: all.filter(isAside) };
}

/** What waits for this person's decision, the most pressing first. */
export async function waitingFor(house: House, who: Requester): Promise<readonly PlannedRequest[]> {
  return (await waitingAndAside(house, who)).waiting;
}

async function ownOf(house: House, who: Requester): Promise<readonly PlannedRequest[]> {
  const mine = await seenBy(house, who).requests.list({ requester: who.slackId, limit: MOST_READ });
  return mine.filter((record) => record.state !== 'draft');
}

/** Which requests a part of Home shows, before filter and page. */
interface Lists {
  readonly waiting: readonly PlannedRequest[];
  readonly setAside: readonly PlannedRequest[];
  readonly mine: readonly PlannedRequest[];
  readonly decided: readonly PlannedRequest[];
}

async function alarmsOf({ store }: House): Promise<readonly string[]> {
  const frozen = (await store.read.freezes.active()).map((freeze) => `Frozen: ${frozenSentence(freeze)}`);
  const owed = (await store.read.debts.open()).map((debt) => `To be reviewed: ${debtSentence(debt)}`);
  return [...frozen.slice(0, MOST_ALARMS), ...owed.slice(0, MOST_ALARMS)];
}

const listOf = (section: DeskSection, { waiting, setAside, mine, decided }: Lists): readonly PlannedRequest[] =>
  ({ overview: [], waiting, 'set-aside': setAside, mine, decided, findings: [] })[section];

/** What can be filtered by: what occurs. */
function choicesOf(records: readonly PlannedRequest[]): Desk['choices'] {
  const projects = records.flatMap(({ terms }) => terms.plan.project ?? []);
  return {
    families: [...new Set(records.map(familyOf))].toSorted(),
    projects: [...new Map(projects.map((project) => [project.id, project])).values()].toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    ),
  };
}

/** What of these lists stands on the page. */
interface Shown extends Omit<Paged<PlannedRequest>, 'items'> {
  of(section: DeskSection): readonly PlannedRequest[];
}

function shownOf(wish: DeskWish, lists: Lists): Shown {
  if (wish.section === 'overview') {
    const some: Partial<Record<DeskSection, readonly PlannedRequest[]>> = {
      waiting: lists.waiting.slice(0, PAGE),
      mine: lists.mine.slice(0, OVERVIEW_MINE),
    };
    return { page: 0, pages: 1, total: 0, of: (section) => some[section] ?? [] };
  }
  const filtered = listOf(wish.section, lists).filter((record) => fits(wish.filter, record));
  const { items, ...paged } = pageOf(filtered, { page: wish.page, size: PAGE });
  return { ...paged, of: (section) => (section === wish.section ? items : []) };
}

async function findingsFor(house: House, who: Requester): Promise<Desk['findings']> {
  // What the watch found names people and keys: it is for those who decide, as the alerts channel is.
  if (!(await isApprover(house, who))) return null;
  return house.store.read.watch.findingsSince(house.clock.now() - FINDING_OPEN_MS, MOST_READ);
}

/** What one person has to do and has: what waits for their decision, their own requests, decisions and keys, and what was found. */
export async function deskOf(house: House, ask: Parameters<UseCases['desk']>[0]): ReturnType<UseCases['desk']> {
  const person = await (ask.isRefresh === true ? admitAgain : admit)(house, ask.caller);
  if (isRefusal(person)) return person;
  const wish = ask.wish ?? overview;
  return orFailed(house.log, async () => {
    const { leases } = house.store.read;
    const lists: Lists = {
      ...(await waitingAndAside(house, person)),
      mine: await ownOf(house, person),
      decided: await seenBy(house, person).requests.decidedBy(person.personId, MOST_READ),
    };
    const shown = shownOf(wish, lists);
    const findings = await findingsFor(house, person);
    const found = pageOf(findings ?? [], { page: wish.section === 'findings' ? wish.page : 0, size: PAGE });
    const paged = wish.section === 'findings' ? found : shown;
    return {
      kind: 'desk',
      wish: { ...wish, page: paged.page },
      pages: paged.pages,
      total: paged.total,
      waitingForMe: await drawPictures(house, shown.of('waiting')),
      setAside: await drawPictures(house, shown.of('set-aside')),
      mine: await drawPictures(house, shown.of('mine')),
      decided: await drawPictures(house, shown.of('decided')),
      alarms: await alarmsOf(house),
      myKeys: wish.section === 'overview' ? (await leases.ofOwner(person.slackId)).slice(0, PAGE) : [],
      findings: findings === null ? null : found.items,
      counts: {
        waiting: lists.waiting.length,
        aside: lists.setAside.length,
        mine: lists.mine.length,
        decided: lists.decided.length,
        findings: findings?.length ?? 0,
        routine: lists.waiting.filter(isReviewable).length,
      },
      choices: choicesOf(listOf(wish.section, lists)),
    } as const;
  });
}
