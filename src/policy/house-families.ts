/** Families that change the house itself, and with it who has to agree: whoever is governed by that sees it, and two people decide it. */
export const houseFamilies: readonly string[] = [
  'freezes',
  'debts',
  'orders',
  'policy',
  'people',
  'rollout',
  'step-up',
];
