import type { Json } from '#domain/json.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import { namesOf } from '#operations/rollout/names-of.ts';
import type { RolloutMove, RolloutRow } from '#operations/rollout/rollout-schema.ts';
import { lesser } from '#policy/live.ts';
import type { LiveMode, Policy } from '#policy/policy.ts';
import { whyOpened } from '#policy/rollout.ts';
import type { Rollout, RolloutWord } from '#policy/rollout-word.ts';
import { ceilingFor, governedBy, openedFor, overlapping } from '#policy/rollout-state.ts';
import type { OperationWord } from '#policy/vocabulary.ts';
import type { House } from '../house.ts';
import { vocabulary } from '../policies/read-policy.ts';
import { criticalWaits } from './critical-waits.ts';
import { rolloutNow } from './rollout-now.ts';
import { meantBy, wordLine } from './word-line.ts';

/** What is really planned and sent under its own name: not what the house does itself, and not what turns into another operation. */
function sentUnder(selector: string): readonly OperationWord[] {
  return governedBy(selector, vocabulary.operations).filter(({ id }) => {
    const operation = findOperation(id);
    return operation?.at === 'vendor' && operation.redirect === null;
  });
}

const nothing = (code: string, rule: string): RolloutMove => ({
  kind: 'none',
  code,
  what: 'Nothing was changed.',
  rule,
});

/** What saying this would change. */
export async function moveOf(
  house: House,
  { selector, group }: Extract<MemoryQuestion, { of: 'rollout-move' }>,
): Promise<RolloutMove> {
  const { policy } = house.policy();
  const operations = sentUnder(selector);
  if (operations.length === 0)
    return nothing(
      'rollout.unknown',
      `No operation called ${selector} sends anything to OpenAI: /openai help lists them.`,
    );
  if (group !== null && !Object.hasOwn(policy.groups, group)) {
    const names = Object.keys(policy.groups).join(', ');
    return nothing('rollout.no-group', `The policy has no group called ${group}. It has ${names}.`);
  }
  const rollout = await rolloutNow(house);
  const isOfOthers = (word: RolloutWord): boolean => group !== null && word.group !== null && word.group !== group;
  return {
    kind: 'move',
    meant: meantBy({ selector, group }),
    covers: operations.map((operation) => ({
      operation: operation.id,
      tier: operation.tier,
      now: openedFor(rollout, operation, group).mode,
      ceiling: ceilingFor(policy, operation, group),
    })),
    over: overlapping(rollout.words, selector, vocabulary.operations).map((word) => ({
      id: word.id,
      sentence: wordLine(word),
      isOfOthers: isOfOthers(word),
    })),
    stepUp: (await criticalWaits(house, rollout)) ?? '',
  };
}

interface Standing {
  readonly operation: OperationWord;
  readonly goes: LiveMode;
  readonly why: string;
  readonly by: RolloutWord | null;
}

function standingOf(
  { policy, rollout, waits }: { policy: Policy; rollout: Rollout; waits: string | null },
  operation: OperationWord,
  group: string | null,
): Standing {
  const opened = openedFor(rollout, operation, group);
  const ceiling = ceilingFor(policy, operation, group);
  const goes = lesser(opened.mode, ceiling);
  if (goes === 'on' && operation.tier === 'critical' && waits !== null)
    return { operation, goes: 'plan-only', why: waits, by: opened.by };
  const isCapped = lesser(ceiling, opened.mode) === ceiling && ceiling !== 'on';
  const why =
    goes === 'on'
      ? ''
      : isCapped
        ? `the policy’s “live” says ${ceiling}`
        : opened.by === null
          ? 'not opened yet'
          : whyOpened(operation, opened);
  return { operation, goes, why, by: opened.by };
}

function rowOf(of: readonly Standing[], { selector, group }: Pick<RolloutRow, 'selector' | 'group'>): RolloutRow {
  const [first] = of;
  const ids = of.map(({ operation }) => operation.id);
  const by = first?.by ?? null;
  return {
    what: selector.endsWith('*') ? selector : namesOf(ids, 4),
    whom: group ?? 'everyone',
    group,
    selector,
    goes: first?.goes ?? 'off',
    why: first?.why ?? '',
    said: by === null ? '' : wordLine(by),
  };
}

/** A family is one line where all of it goes equally far, for the same reason. */
function rowsOf(standings: readonly Standing[], family: string, group: string | null): readonly RolloutRow[] {
  const alike = [...Map.groupBy(standings, ({ goes, by, why }) => `${goes} ${by?.id ?? 0} ${why}`).values()];
  if (alike.length === 1) return alike.map((of) => rowOf(of, { selector: `${family}.*`, group }));
  return standings.map((one) => rowOf([one], { selector: one.operation.id, group }));
}

/** How far everything goes, family by family, for everyone and for each group of which something was said. */
export async function rolloutRows(house: House, selector: string): Promise<Json> {
  const { policy } = house.policy();
  const rollout = await rolloutNow(house);
  const waits = await criticalWaits(house, rollout);
  const operations = sentUnder(selector);
  const families = Map.groupBy(operations, ({ family }) => family);
  const rows = [...families].flatMap(([family, of]) => {
    const said = overlapping(rollout.words, `${family}.*`, of).map(({ group }) => group);
    return [...new Set([null, ...said])].flatMap((group) =>
      rowsOf(
        of.map((operation) => standingOf({ policy, rollout, waits }, operation, group)),
        family,
        group,
      ),
    );
  });
  return rows.map((row) => ({ ...row }));
}
