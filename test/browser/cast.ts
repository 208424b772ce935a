/** Who plays, and where: ids of the sandbox's seed (data/sandbox/workspace.json). */

export const erin = 'U0ERIN0001';
export const bea = 'U0BEA00001';
export const omar = 'U0OMAR0001';
export const sam = 'U0SAM00001';
export const priya = 'U0PRIYA001';

export const searchTeam = 'C0SEARCH01';
export const approvals = 'C0APPROVE1';
export const auditChannel = 'C0AUDIT001';
export const alerts = 'C0ALERTS01';
