/**
 * What only takes away from an intruder: never held back by a veto window, a cool-down or a span for second thoughts, because whoever stops a
 * leak must not wait for anybody (NIST AC-3(2) warns that dual control slows containment).
 */
const narrowing = new Set(['freezes.freeze', 'keys.revoke', 'keys.pause', 'projects.contain']);

export const isNarrowing = (operation: string): boolean => narrowing.has(operation);
