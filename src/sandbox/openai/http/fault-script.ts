import type { Method } from './endpoint.ts';

/**
 * One way a call can go wrong. Nothing is applied for `drop_before`, `status_500`, `status_503`, for the three kinds of 429, which say
 * in a header, in their text or nowhere how long to wait, and for `not_found`, which denies what is there. For all others the call is
 * carried out and then its answer is lost (`drop_after`, `hang`), cut off (`truncate`) or replaced by a page of HTML (`not_json`) or a
 * server's error (`status_500_after`). Three spoil lists of every style: `repeat_cursor` starts over with the first page, whatever was
 * asked for, `missing_last_id` says that there is more and not where, and `empty_list` shows nothing yet.
 */
export type Fault =
  | 'drop_before'
  | 'drop_after'
  | 'status_500'
  | 'status_500_after'
  | 'status_503'
  | 'throttle_header'
  | 'throttle_message'
  | 'throttle_silent'
  | 'not_found'
  | 'truncate'
  | 'hang'
  | 'not_json'
  | 'repeat_cursor'
  | 'missing_last_id'
  | 'empty_list';

export interface FaultRule {
  readonly method: Method;
  /** A path below `/v1` in which `*` or a name in braces stands for one segment. */
  readonly pathPattern: string;
  readonly fault: Fault;
  /** How many matching calls it spoils; one if left out. */
  readonly times?: number;
}

export interface FaultScript {
  readonly add: (rule: FaultRule) => void;
  /** The fault for this call, used up by asking. The oldest rule that fits wins. */
  readonly take: (method: string, path: string) => Fault | null;
  readonly clear: () => void;
}

// A script is written by hand for one test; more rules than this is a loop that forgot to stop.
const MOST_RULES = 100;

/** An empty script; a call that no rule fits goes through untouched. */
export function createFaultScript(): FaultScript {
  const pending: { readonly rule: FaultRule; readonly pattern: RegExp; left: number }[] = [];
  return {
    add(rule) {
      if (pending.length >= MOST_RULES) throw new Error(`More than ${MOST_RULES} fault rules are pending.`);
      pending.push({ rule, pattern: patternOf(rule.pathPattern), left: rule.times ?? 1 });
    },
    take(method, path) {
      const index = pending.findIndex(({ rule, pattern }) => rule.method === method && pattern.test(path));
      const found = pending[index];
      if (found === undefined) return null;
      found.left -= 1;
      if (found.left <= 0) pending.splice(index, 1);
      return found.rule.fault;
    },
    clear: () => void pending.splice(0),
  };
}

/** Anchored at both ends, so that a rule for a list never meets the calls for its items. */
function patternOf(path: string): RegExp {
  const segments = path
    .split('/')
    .map((segment) => (segment === '*' || segment.startsWith('{') ? '[^/]+' : RegExp.escape(segment)));
  return new RegExp(`^${segments.join('/')}$`);
}
