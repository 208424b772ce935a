import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '#domain/instant.ts';
import { shortagesAhead } from '#workflow/shortages/shortages-ahead.ts';
import { tellShortages } from '#workflow/shortages/tell-shortages.ts';
import { toBePosted } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse } from '../support/small-house.ts';

const nobodyElse = 'Nobody stands in: it names no fallback.';
const stalls = 'Without it “Everyone may ask for a key of up to 90 days” and 1 more rule would stall.';

describe('a group of which too few people can be reached in the coming week', () => {
  test('is none where three can be', async () => {
    const small = await openSmallHouse();
    expect(await shortagesAhead(small.house)).toEqual([]);
  });

  test('is told with who cannot be and why, what would stall, and who stands in', async () => {
    const small = await openSmallHouse();
    small.people.becomes('omar', 'deactivated');
    expect(await shortagesAhead(small.house)).toEqual([
      `approvers: 2 people (Bea Lindqvist, Sam Okafor) can be reached in the next 7 days; not Omar Haddad (deactivated). ${stalls} ${nobodyElse}`,
    ]);
  });

  test.each([
    ['a fallback that is asked', 'fallback: security, escalate_after: 2h', 'security stands in after 2 hours.'],
    ['one that never is', 'fallback: security', 'Its fallback security is never asked: it says no escalate_after.'],
  ])('names %s', async (_, settings, says) => {
    const group = ['approvers: [bea, omar, sam]', `approvers: { people: [bea, omar], ${settings} }`] as const;
    const small = await openSmallHouse({ policy: smallPolicy(group) });
    const [found = ''] = await shortagesAhead(small.house);
    expect(found).toContain('approvers: 2 people (Bea Lindqvist, Omar Haddad) can be reached');
    expect(found).toContain(says);
  });

  test('are those in a Slack group that could not be read, and those whose hours leave out the whole week', async () => {
    const inSlack = ['approvers: [bea, omar, sam]', 'approvers: { slack_group: S0APPROVE1 }'] as const;
    const unread = await openSmallHouse({ policy: smallPolicy(inSlack) });
    expect((await shortagesAhead(unread.house))[0]).toContain('Nobody knows who of approvers can be reached');
    const off = [
      'approvers: [bea, omar, sam]',
      'approvers: { people: [bea, omar, sam], hours: { from: "09:00", to: "17:00", zone: UTC, except: [holidays] } }',
    ] as const;
    const days = ['projects:', "calendars: { holidays: ['2026-11-20..2026-12-10'] }\nprojects:"] as const;
    const away = await openSmallHouse({ policy: smallPolicy(off, days) });
    expect((await shortagesAhead(away.house))[0]).toContain('Nobody of approvers works in the next 7 days');
  });
});

describe('the weekly word', () => {
  test('is said once a week where the alerts are, with what nobody can know', async () => {
    const small = await openSmallHouse();
    small.people.becomes('omar', 'deactivated');
    const { house, clock } = small;
    expect([await tellShortages(house), await tellShortages(house)]).toEqual([1, null]);
    const [post, ...more] = await toBePosted(small);
    expect(more).toEqual([]);
    expect(post?.payload).toMatchObject({
      channel: 'C0ALERTS01',
      text: expect.stringContaining('on holiday') as string,
    });
    clock.forward(3 * dayMs);
    expect(await tellShortages(house)).toBeNull();
    clock.forward(4 * dayMs + hourMs);
    expect(await tellShortages(house)).toBe(1);
  });

  test('is said by one of several processes', async () => {
    const small = await openSmallHouse();
    small.people.becomes('omar', 'deactivated');
    const both = await Promise.all([tellShortages(small.house), tellShortages(small.restarted().house)]);
    expect(both.toSorted()).toEqual([1, null]);
    expect(await toBePosted(small)).toHaveLength(1);
  });

  test('is silence where nothing is short', async () => {
    const small = await openSmallHouse();
    expect(await tellShortages(small.house)).toBe(0);
    expect(await toBePosted(small)).toEqual([]);
  });
});
