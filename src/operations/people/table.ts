import type { BoundPerson } from '#domain/bound-person.ts';
import { changeOf, type Match, type Matching, matchPeople } from './match.ts';
import type { PersonLine } from './person-line.ts';
import type { Said } from './said.ts';

/** Somebody whom the policy's file names; what it says wins. */
export interface FilePerson {
  readonly person: string;
  readonly name: string;
  readonly slackIds: readonly string[];
  readonly openaiEmail: string | null;
  readonly unit: string | null;
}

export interface Everybody extends Required<Pick<Matching, 'accounts' | 'users' | 'said' | 'bound'>> {
  readonly file: readonly FilePerson[];
}

const bare = { accounts: [], openaiId: null, move: null, unit: null, why: '', since: null } as const;

export const fileLine = ({ person, name, slackIds, openaiEmail, unit }: FilePerson): PersonLine => ({
  ...bare,
  person,
  name,
  state: 'file',
  accounts: [],
  slackIds: [...slackIds],
  openaiEmail,
  unit,
});

type Known = Pick<BoundPerson, 'person' | 'name' | 'accounts' | 'openaiId' | 'openaiEmail' | 'unit'>;

const lineOf = (known: Known, how: Pick<PersonLine, 'state' | 'move' | 'why' | 'since'>): PersonLine => ({
  person: known.person,
  name: known.name,
  slackIds: known.accounts.map(({ slackId }) => slackId),
  accounts: known.accounts.map((account) => ({ ...account })),
  openaiId: known.openaiId,
  openaiEmail: known.openaiEmail,
  unit: known.unit,
  ...how,
});

export const boundLine = (bound: BoundPerson): PersonLine =>
  lineOf(bound, { state: bound.state, move: null, why: bound.why, since: bound.since });

/** What would be different if somebody who is bound were bound as the table has them; empty where nothing would. */
function differences(was: Known, is: Known): readonly string[] {
  const words: string[] = [];
  for (const { slackId, email } of is.accounts) {
    const before = was.accounts.find((each) => each.slackId === slackId);
    if (before === undefined) words.push(`${slackId} (${email}) joins them`);
    else if (before.email.toLowerCase() !== email.toLowerCase()) words.push(`${slackId}: ${before.email} → ${email}`);
  }
  const left = was.accounts.filter(({ slackId }) => !is.accounts.some((each) => each.slackId === slackId));
  words.push(...left.map(({ slackId }) => `${slackId} is theirs no more`));
  if (was.openaiEmail.toLowerCase() !== is.openaiEmail.toLowerCase())
    words.push(`at OpenAI: ${was.openaiEmail} → ${is.openaiEmail}`);
  if (was.unit !== is.unit) words.push(`unit: ${was.unit ?? 'none'} → ${is.unit ?? 'none'}`);
  return words;
}

function exactLine(match: Extract<Match, { verdict: 'exact' }>, bound: BoundPerson | undefined): PersonLine {
  const { binding } = match;
  if (bound === undefined) return lineOf(binding, { state: 'proposed', move: 'new', why: '', since: null });
  const { state, since } = bound;
  const changes = differences(bound, binding);
  if (changes.length > 0) return lineOf(binding, { state, move: 'changed', why: changes.join('; '), since });
  return state === 'suspended' ? { ...boundLine(bound), move: 'again' } : boundLine(bound);
}

function openLine(match: Exclude<Match, { verdict: 'exact' }>, bound: BoundPerson | undefined): PersonLine {
  const { verdict, name, openaiId, openaiEmail, why } = match;
  if (bound !== undefined) return { ...boundLine(bound), why: bound.why === '' ? why : bound.why };
  return { ...bare, person: '', name, state: verdict, slackIds: [], accounts: [], openaiId, openaiEmail, why };
}

/** A line of the list that speaks of nobody at OpenAI: left out silently, it would seem to be done. */
const strayLine = ({ openai }: Said): PersonLine => ({
  ...bare,
  person: '',
  name: openai,
  state: 'none',
  slackIds: [],
  accounts: [],
  openaiEmail: openai,
  why: 'The list names them, and nobody at OpenAI has this address or id.',
});

/** Whether nothing of somebody is left on one of the two sides. */
function isGone(bound: BoundPerson, { accounts, users }: Everybody): boolean {
  const isHere = bound.accounts.some(({ slackId }) => accounts.some((each) => each.slackId === slackId));
  return !isHere || !users.some(({ id }) => id === bound.openaiId);
}

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** Everybody, line by line: in the file, bound, suspended, or what can be done about them and why not. */
export function tableOf(all: Everybody): readonly PersonLine[] {
  const { file, bound, users, said } = all;
  const taken = new Set(file.flatMap(({ slackIds }) => slackIds));
  const isInFile = (address: string): boolean => file.some(({ openaiEmail }) => same(openaiEmail, address));
  const isClash = ({ openaiEmail, accounts }: BoundPerson): boolean =>
    isInFile(openaiEmail) || accounts.some(({ slackId }) => taken.has(slackId));
  const certain = bound.filter((each) => !isClash(each));
  const lines = matchPeople({ ...all, bound: certain, taken }).flatMap((match): PersonLine[] => {
    const { openaiId, openaiEmail } = match.verdict === 'exact' ? match.binding : match;
    const known = certain.find((each) => each.openaiId === openaiId);
    if (isInFile(openaiEmail) || (known === undefined && bound.some((each) => each.openaiId === openaiId))) return [];
    if (match.verdict === 'exact') return [exactLine(match, known)];
    return known !== undefined && isGone(known, all) ? [] : [openLine(match, known)];
  });
  const gone = bound.flatMap((each): PersonLine[] => {
    if (isClash(each)) return [{ ...boundLine(each), move: 'gone', why: 'the policy’s file names them, and it wins' }];
    if (!isGone(each, all) || lines.some(({ openaiId }) => openaiId === each.openaiId)) return [];
    return [{ ...boundLine(each), move: 'gone', why: changeOf(each, all) ?? each.why }];
  });
  const stray = said.filter(({ openai }) => !users.some(({ id, email }) => id === openai || same(email, openai)));
  return [...file.map(fileLine), ...lines, ...gone, ...stray.map(strayLine)];
}
