import type { PersonId } from '#domain/ids.ts';
import { complete } from '#policy/consent.ts';
import { nameOf, personOf } from '#policy/people.ts';
import type { Asked, ChangeTier, Policy } from '#policy/policy.ts';
import type { StepUp } from '#policy/safeguards.ts';
import { type Check, fail, ok, type Patient, warn } from '../check.ts';

// A sentence that names more people than this is read by nobody.
const MOST_NAMED = 5;

/** Something whose approval has to be proven, and what is asked for it. */
interface Proven {
  readonly what: string;
  readonly stepUp: Exclude<StepUp, 'none'>;
  readonly asked: readonly Asked[];
}

const open = { kind: 'one', count: null, from: null } as const;
const isAsked = (stepUp: StepUp | null): stepUp is Proven['stepUp'] => stepUp !== null && stepUp !== 'none';

function provenIn({ tiers, safeguards, rules }: Policy): readonly Proven[] {
  const ofTiers = (Object.keys(tiers) as ChangeTier[]).flatMap((tier) => {
    const { stepUp } = safeguards[tier];
    const asked = complete(open, tiers[tier], tier);
    return isAsked(stepUp) && asked !== null ? [{ what: `${tier} requests`, stepUp, asked }] : [];
  });
  const ofRules = rules.flatMap((rule) => {
    if (rule.kind !== 'permit' || !isAsked(rule.safeguards.stepUp)) return [];
    const asked = complete(rule.consent, tiers.critical, 'critical');
    return asked === null ? [] : [{ what: `what “${rule.name}” allows`, stepUp: rule.safeguards.stepUp, asked }];
  });
  return [...ofTiers, ...ofRules];
}

type Memory = NonNullable<Patient['memory']>;

/** Who is in these groups, as far as the policy says or the bot has seen. */
async function approversIn(policy: Policy, memory: Memory, names: readonly string[]): Promise<readonly PersonId[]> {
  const people = new Set<PersonId>();
  for (const name of names) {
    const group = policy.groups[name];
    if (group?.kind === 'list') for (const person of group.people) people.add(person);
    if (group?.kind !== 'slack') continue;
    const seen = await memory.groups.seen(group.slackGroup);
    for (const slackId of seen?.since.keys() ?? []) people.add(personOf(policy, slackId));
  }
  return [...people];
}

/** Who has enrolled what counts for this, cooling time aside: that passes by itself. */
async function enrolledFor(patient: Patient, memory: Memory, stepUp: Proven['stepUp']): Promise<ReadonlySet<PersonId>> {
  const passkeys = patient.hasPages ? await memory.stepUp.passkeys() : [];
  const seeds = stepUp === 'code' && patient.hasSealKey ? await memory.stepUp.seeds() : [];
  return new Set([...passkeys, ...seeds].map(({ person }) => person));
}

const names = (policy: Policy, people: readonly PersonId[]): string => {
  const all = people.map((person) => nameOf(policy, person));
  const shown = all.length > MOST_NAMED ? [...all.slice(0, MOST_NAMED), `${all.length - MOST_NAMED} more`] : all;
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter((part) => part !== '').join(' and ');
};

const howToEnrol = 'They enrol with /openai step-up enrol; the first two on the host, with countersign enrol.';

export const stepUp: Check = {
  id: 'step-up',
  title: 'Step-up',
  run: async (patient) => {
    if (patient.policy.kind === 'problems') return ok('Not looked at: the policy cannot be used.');
    const { policy } = patient.policy;
    const proven = provenIn(policy);
    if (proven.length === 0) return ok('The policy asks no approver for a passkey or code.');
    if (patient.memory === null)
      return warn('Who has enrolled could not be looked up.', 'Start the bot once, which makes the database.');
    const sentences: string[] = [];
    let isStuck = false;
    for (const { what, stepUp: asked, asked: requirements } of proven) {
      const enrolled = await enrolledFor(patient, patient.memory, asked);
      for (const { count, from } of requirements) {
        const people = await approversIn(policy, patient.memory, from);
        const without = people.filter((person) => !enrolled.has(person));
        if (without.length === 0) continue;
        const having = asked === 'passkey' ? 'a passkey' : 'a passkey or one-time codes';
        sentences.push(`${names(policy, without)} cannot approve ${what} without ${having}.`);
        if (people.length - without.length < count) isStuck = true;
      }
    }
    const says = [...new Set(sentences)].join(' ');
    if (says === '') return ok('Everybody who approves what asks for it has enrolled.');
    return isStuck ? fail('critical', `Too few have enrolled: ${says}`, howToEnrol) : warn(says, howToEnrol);
  },
};
