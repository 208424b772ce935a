/** How dangerous an operation is. The order is the order of danger. */
export const tiers = ['read', 'routine', 'destructive', 'critical'] as const;
export type Tier = (typeof tiers)[number];

/** Approvals that a tier needs when no rule says more: reads none, critical changes two people. */
export const defaultApprovals: Readonly<Record<Tier, number>> = { read: 0, routine: 1, destructive: 1, critical: 2 };
