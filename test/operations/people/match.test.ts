import { describe, expect, test } from 'vitest';
import { looksOf } from '#domain/look-alike.ts';
import { type Account, changeOf, type Match, matchPeople } from '#operations/people/match.ts';

const account = (slackId: string, email: string | null, name = 'Zoe Stone'): Account => ({ slackId, name, email });
const user = (id: string, email: string, name = 'Zoe Stone') => ({ id, name, email });
const zoeAccount = account('U0ZOE00001', 'zoe@acme.example');
const zoeUser = user('user-zoe', 'zoe@acme.example');
const verdicts = (matches: readonly Match[]) => matches.map(({ verdict }) => verdict);

describe('the table of who is who', () => {
  test('F8 · is exact for one confirmed address that stands once on either side, whatever its letters’ size', () => {
    const [match] = matchPeople({ accounts: [zoeAccount], users: [user('user-zoe', 'Zoe@Acme.example')] });
    expect(match).toMatchObject({
      verdict: 'exact',
      binding: { person: 'openai:user-zoe', openaiEmail: 'Zoe@Acme.example' },
    });
  });

  test('A2, F8 · is ambiguous where two accounts or two users share an address', () => {
    const twin = account('U0ZOE00002', 'ZOE@acme.example');
    expect(verdicts(matchPeople({ accounts: [zoeAccount, twin], users: [zoeUser] }))).toEqual(['ambiguous']);
    const other = user('user-zoe-2', 'zoe@acme.example');
    expect(verdicts(matchPeople({ accounts: [zoeAccount], users: [zoeUser, other] }))).toEqual([
      'ambiguous',
      'ambiguous',
    ]);
  });

  test('is none where nobody in Slack has the address, or Slack does not tell it', () => {
    expect(verdicts(matchPeople({ accounts: [account('U1', null)], users: [zoeUser] }))).toEqual(['none']);
  });

  test.each([
    'zoe@acrne.example',
    'z0e@acme.example',
    'zoe@acme-.example',
    'zo.e@acme.example',
    'zoe@асme.example',
    'zоe@acme.example',
    'zoe@ａcme.example',
  ])('F8, B20 · refuses %s beside zoe@acme.example, on whichever side it stands', (email) => {
    const users = [zoeUser, user('user-other', email)];
    const accounts = [zoeAccount, account('U0OTHER001', email)];
    expect(
      matchPeople({ accounts, users }).find(
        (match) => match.verdict === 'exact' && match.binding.openaiEmail === email,
      ),
    ).toBeUndefined();
    expect(matchPeople({ accounts, users: [user('user-other', email)] })[0]?.verdict).not.toBe('exact');
  });

  test('lets similar addresses be that nobody takes for another', () => {
    expect(looksOf('bea@acme.example')).not.toBe(looksOf('ben@acme.example'));
  });
});

describe('somebody who is bound', () => {
  const [match] = matchPeople({ accounts: [zoeAccount], users: [zoeUser] });
  if (match?.verdict !== 'exact') throw new Error('Zoe is one person');
  const bound = match.binding;

  test('is as they were while nothing changed', () => {
    expect(changeOf(bound, { accounts: [zoeAccount], users: [zoeUser] })).toBeNull();
  });

  test.each([
    ['the account is gone', [], [zoeUser], 'no full member'],
    ['the profile has another address', [account('U0ZOE00001', 'ceo@acme.example')], [zoeUser], 'the profile'],
    ['the profile’s address is not confirmed', [account('U0ZOE00001', null)], [zoeUser], 'the profile'],
    ['another account took the address', [zoeAccount, account('U2', 'zoe@acme.example')], [zoeUser], 'two accounts'],
    ['the user is gone', [zoeAccount], [], 'is gone'],
    ['the user has another address', [zoeAccount], [user('user-zoe', 'ceo@acme.example')], 'at OpenAI changed'],
    ['another user took the address', [zoeAccount], [zoeUser, user('user-2', 'ZOE@acme.example')], 'two users'],
  ] as const)('F8 · has changed when %s', (...[, accounts, users, why]) => {
    expect(changeOf(bound, { accounts, users })).toContain(why);
  });
});
