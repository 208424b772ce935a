import { searchDev } from '../erin-asks.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** The service account `user_svc`, owner of `key_svc`. */
export const accountOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  object: 'organization.project.service_account',
  id: 'user_svc',
  name: 'evaluator',
  role: 'member',
  created_at: seconds('2026-07-26T12:00:00Z'),
  ...more,
});

export const evaluator = { project: searchDev, account: { id: 'user_svc', name: 'evaluator' } };
