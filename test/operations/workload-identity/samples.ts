import { NOON, searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { account, accountOnWire, forecasts, notebooks, providerOnWire, publicKeys, ruleOnWire } from './wire.ts';

const provider = providerOnWire();
const providers = listOnWire(provider);
const rule = ruleOnWire();
const rules = listOnWire(rule);
const project = projectOnWire();
const projects = {
  asOf: NOON - 30_000,
  items: [{ ...searchDev, status: 'active', createdAt: NOON - 410 }],
};

export const noProviderWish = {
  attributes: null,
  discovery: null,
  keys: null,
  description: null,
  state: null,
};

export const noRuleWish = { scopes: null, description: null, state: null };

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'workload-identity.list', input: {}, answers: { providers } },
  { operation: 'workload-identity.show', input: { provider: notebooks }, answers: { provider, rules, projects } },
  {
    operation: 'workload-identity.create',
    input: {
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'https://api.openai.com/v1',
      attributes: 'openai.repository = assertion.repository\nopenai.main = assertion.ref == "refs/heads/main"',
      discovery: null,
      keys: JSON.stringify(publicKeys),
      description: 'Deployments',
      state: 'off',
    },
    answers: { providers },
  },
  {
    operation: 'workload-identity.update',
    input: {
      provider: notebooks,
      name: null,
      issuer: null,
      audience: null,
      ...noProviderWish,
      noDescription: null,
      state: 'off',
    },
    answers: { provider, rules, providers },
  },
  {
    operation: 'workload-identity.delete',
    input: { provider: notebooks },
    answers: { provider, rules: listOnWire() },
  },
  {
    operation: 'workload-identity.show-rule',
    input: { provider: notebooks, rule: forecasts },
    answers: { provider, rule, projects },
  },
  {
    operation: 'workload-identity.create-rule',
    input: {
      provider: notebooks,
      project: searchDev,
      account,
      name: 'nightly',
      matches: 'notebook = nightly\nprotected = true',
      ...noRuleWish,
      scopes: ['api.model.request'],
    },
    answers: { project, provider, rules, account: accountOnWire() },
  },
  {
    operation: 'workload-identity.update-rule',
    input: {
      provider: notebooks,
      rule: forecasts,
      name: 'all forecasts',
      matches: 'notebook = forecasts',
      ...noRuleWish,
      scopes: ['account'],
      description: 'Every notebook',
      noDescription: null,
    },
    answers: { provider, rule, rules, project },
  },
  {
    operation: 'workload-identity.delete-rule',
    input: { provider: notebooks, rule: forecasts },
    answers: { provider, rule, rules, project },
  },
];
