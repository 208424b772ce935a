/** How dangerous an operation is. The order is the order of danger. */
export const tiers = ['read', 'routine', 'destructive', 'critical'] as const;
export type Tier = (typeof tiers)[number];

/** Approvals that a tier needs when no rule says more: reads none, critical changes two people. */
export const defaultApprovals: Readonly<Record<Tier, number>> = { read: 0, routine: 1, destructive: 1, critical: 2 };

/**
 * How long the plan of a change is in front of an approver before Approve counts, where no policy says otherwise: four seconds are the least
 * in which a person can have read a card (ASVS 2.4.2 asks for human timing).
 */
export const defaultDwellMs: Readonly<Record<Tier, number>> = { read: 0, routine: 0, destructive: 0, critical: 4000 };
