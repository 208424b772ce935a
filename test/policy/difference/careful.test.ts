import { describe, expect, test } from 'vitest';
import { comparePolicies } from '#policy/difference/compare.ts';
import { policyWith, rules, vocabulary } from '../fixture.ts';

type Sections = Readonly<Record<string, string>>;

const between = (was: Sections, is: Sections): readonly string[] =>
  comparePolicies({ was: policyWith(was), is: policyWith(is), vocabulary }).map(
    ({ direction, sentence }) => `${direction}: ${sentence}`,
  );

/** The same difference both ways: what is tighter one way is looser the other. */
const bothWays = (was: Sections, is: Sections) => [...between(was, is), ...between(is, was)];

const tiers = (critical: string, routine = '') => ({
  tiers: `tiers: { routine: { ${routine} from: approvers }, destructive: { from: approvers }, critical: { ${critical} from: approvers } }`,
});
const KEYS = 'name: Keys, operations: keys.issue, requesters: everyone';
const glass = (more: string) => ({
  glass: `break_glass: { people: [sam], operations: [keys.revoke], lifetime: 15m, incident: 'https://incidents.acme.example/*', notify: [approvers], ${more} }`,
});

describe('what protects a decision', () => {
  test.each<[string, Sections, Sections, readonly string[]]>([
    [
      'proof',
      tiers(''),
      tiers('step_up: passkey,'),
      [
        'tighter: Approvers of a critical change would prove who they are with a passkey instead of nothing.',
        'looser: Approvers of a critical change would prove who they are with nothing instead of a passkey.',
      ],
    ],
    [
      'the time to look, the veto and the typing',
      tiers('dwell: 4s, veto: 10m, type_target: true,'),
      tiers('dwell: 10s, veto: 0s,'),
      [
        'tighter: The plan of a critical change would be open for 10 seconds instead of 4 seconds before Approve counts.',
        'looser: An approved critical change could be cancelled for no time instead of 10 minutes before it is sent.',
        'looser: Approvers of a critical change would no longer have to type its target.',
        'looser: The plan of a critical change would be open for 4 seconds instead of 10 seconds before Approve counts.',
        'tighter: An approved critical change could be cancelled for 10 minutes instead of no time before it is sent.',
        'tighter: Approvers of a critical change would have to type its target.',
      ],
    ],
    [
      'second thoughts',
      { back: 'take_back: 10s' },
      { back: 'take_back: 0s' },
      [
        'looser: An approval could be taken back for no time instead of 10 seconds, and nothing is sent before.',
        'tighter: An approval could be taken back for 10 seconds instead of no time, and nothing is sent before.',
      ],
    ],
    [
      'what a rule asks of its own',
      rules(KEYS),
      rules(`${KEYS}, step_up: code, different_unit: true`),
      [
        'tighter: The rule “Keys” would change: step_up from what its tier says to code; different_unit from what its tier says to yes.',
        'looser: The rule “Keys” would change: step_up from code to what its tier says; different_unit from yes to what its tier says.',
      ],
    ],
    [
      'less than the tier, under one rule',
      { ...tiers('', 'step_up: passkey,'), ...rules(KEYS) },
      { ...tiers('', 'step_up: passkey,'), ...rules(`${KEYS}, step_up: none`) },
      [
        'looser: The rule “Keys” would change: step_up from what its tier says to none.',
        'tighter: The rule “Keys” would change: step_up from none to what its tier says.',
      ],
    ],
  ])('%s', (...[, was, is, said]) => {
    expect(bothWays(was, is)).toEqual(said);
  });
});

describe('what somebody may do alone', () => {
  test('where nobody could', () => {
    expect(bothWays({}, glass(''))).toEqual([
      'looser: Sam Okafor could do keys.revoke alone in an emergency, for 15 minutes.',
      'tighter: Nobody could act alone in an emergency any more.',
    ]);
  });

  test('part by part', () => {
    const wider = glass('')
      .glass.replace('[sam]', '[sam, bea]')
      .replace('[keys.revoke]', "['keys.*']")
      .replace('15m', '30m');
    expect(bothWays(glass(''), { glass: wider })).toEqual([
      'looser: Bea Lindqvist could act alone in an emergency.',
      'looser: In an emergency one person alone could do keys.issue, keys.rename.',
      'looser: An emergency would last 30 minutes instead of 15 minutes.',
      'tighter: Bea Lindqvist could no longer act alone in an emergency.',
      'tighter: In an emergency nobody alone could do keys.issue, keys.rename any more.',
      'tighter: An emergency would last 15 minutes instead of 30 minutes.',
    ]);
  });
});

describe('limits and what is protected', () => {
  const limits = (text: string) => ({ limits: `limits: { ${text} }` });
  test.each<[string, Sections, Sections, readonly string[]]>([
    [
      'how much one person decides and asks',
      limits('approvals_per_hour: 10, requests_per_hour: 20, cool_down: 24h'),
      limits('approvals_per_hour: 20, requests_per_hour: 5, cool_down: 1h'),
      [
        'looser: Of one person 20 approvals an hour would count instead of 10.',
        'tighter: One person could send 5 requests an hour instead of 20.',
        'looser: What was denied could be asked again after 1 hour instead of 1 day.',
        'tighter: Of one person 10 approvals an hour would count instead of 20.',
        'looser: One person could send 20 requests an hour instead of 5.',
        'tighter: What was denied could be asked again after 1 day instead of 1 hour.',
      ],
    ],
    [
      'how far limits are raised',
      limits(''),
      limits('raise_factor: 2, raise_ceiling: $5000'),
      [
        'tighter: A limit would become critical when it is raised to more than 2 times as much instead of any number of times.',
        'tighter: No spend limit could be raised above $5,000 instead of any amount.',
        'looser: A limit would become critical when it is raised to more than any number of times as much instead of 2 times.',
        'looser: No spend limit could be raised above any amount instead of $5,000.',
      ],
    ],
    [
      'what is protected',
      {},
      { shielded: 'protected: [proj_1]' },
      ['tighter: proj_1 would be protected.', 'looser: proj_1 would no longer be protected.'],
    ],
  ])('%s', (...[, was, is, said]) => {
    expect(bothWays(was, is)).toEqual(said);
  });

  test('more that is protected is no brake where a critical change needs less, or a rule asks for what is protected', () => {
    const shielded = { shielded: 'protected: [proj_1]' };
    const light = tiers('approvals: 1,', 'approvals: 2,');
    expect(between(light, { ...light, ...shielded })).toEqual(['looser: proj_1 would be protected.']);
    const speaks = rules(`${KEYS}, when: { protected: true }`);
    expect(between(speaks, { ...speaks, ...shielded })).toEqual(['looser: proj_1 would be protected.']);
  });
});

describe('words that rules use', () => {
  const label = (globs: string) => ({ projects: `projects: { production: ['*-prod'], labels: { lab: [${globs}] } }` });
  const byLabel = rules(`${KEYS}, when: { label: lab }`);

  test('let nobody do more where no rule uses them, and may where one does', () => {
    const said = 'Projects labelled lab would be a, b.';
    expect(between(label('a'), label('a, b'))).toEqual([`neutral: ${said}`]);
    expect(between({ ...byLabel, ...label('a') }, { ...byLabel, ...label('a, b') })).toEqual([`looser: ${said}`]);
  });

  test('are no brake either: what newly counts as production may be what a rule is about', () => {
    const more = { projects: "projects: { production: ['*-prod', live-*] }" };
    const byProduction = rules(`${KEYS}, when: { label: production }`);
    expect(between({}, more)).toEqual(['tighter: live-* would count as production.']);
    expect(between(byProduction, { ...byProduction, ...more })).toEqual(['looser: live-* would count as production.']);
  });

  test('are told with the condition that changes', () => {
    expect(between(rules(KEYS), rules(`${KEYS}, when: { label: production }`))).toEqual([
      'tighter: The rule “Keys” would change: when label from nothing to ["production"].',
    ]);
  });
});
