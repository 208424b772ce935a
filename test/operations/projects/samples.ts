import { NOON, searchDev } from '../erin-asks.ts';
import { knownKey, type Sample } from '../samples.ts';
import { accountKeyOnWire, listOnWire, memberOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import {
  accountOnWire,
  costsOnWire,
  hardLimitOnWire,
  limitsOnWire,
  modelsOnWire,
  tiersOnWire,
  toolsOnWire,
  useOnWire,
  userOnWire,
} from './settings-on-wire.ts';

const aged = (...items: readonly unknown[]) => ({ asOf: NOON - 30_000, items });

/** What can stop a project, as OpenAI answers it. */
const stopAnswers = { models: null, limits: limitsOnWire(), hardLimit: hardLimitOnWire(25_000) };
const allAnswers = { ...stopAnswers, tools: toolsOnWire('mcp'), tiers: tiersOnWire() };

export const hangingAnswers = {
  members: listOnWire(memberOnWire()),
  keys: listOnWire(userKeyOnWire(), accountKeyOnWire()),
  accounts: listOnWire(accountOnWire()),
  spentCents: costsOnWire(12.5),
};

export const noStops = {
  onlyModels: null,
  exceptModels: null,
  noModel: null,
  everyModel: null,
  limits: null,
  hardLimit: null,
  noHardLimit: null,
};
export const noSettings = { ...noStops, toolsOn: null, toolsOff: null, tiers: null, defaultTier: null };

export const other = { id: 'proj_search_prod', name: 'search-prod' } as const;

export const emptyOpening = {
  name: 'search-eval',
  owners: null,
  members: null,
  hardLimit: null,
  alert: null,
  alertTo: null,
  models: null,
  limits: null,
  residency: null,
};

export const contained = {
  id: 'R01JDC8Q5TZ7M4XW9YHN2BKVPG0',
  state: 'succeeded',
  title: 'R-NBKVPG00: Contain the project search-dev',
  verdict: 'partial',
  sentence: 'release it.',
  operation: 'projects.release',
  input: {
    project: searchDev,
    request: null,
    ...noStops,
    everyModel: true,
    limits: ['gpt-6-astra:rpm=5000'],
    hardLimit: 25_000,
  },
};

export const samples: readonly Sample[] = [
  {
    operation: 'projects.list',
    input: {},
    answers: { projects: aged({ ...searchDev, status: 'active', createdAt: NOON - 86_400_000 }) },
  },
  {
    operation: 'projects.show',
    input: { project: searchDev },
    answers: {
      project: projectOnWire(),
      ...stopAnswers,
      members: listOnWire(memberOnWire({ role: 'owner' })),
      spentCents: costsOnWire(12.5),
      keys: aged(knownKey()),
    },
  },
  {
    operation: 'projects.create',
    input: { name: 'search-eval', residency: 'EU_STORAGE_PROCESSING', encryptionKey: null },
    answers: { namesakes: listOnWire(projectOnWire()) },
  },
  {
    operation: 'projects.open',
    input: {
      ...emptyOpening,
      owners: ['bea@acme.example'],
      members: ['erin@acme.example'],
      hardLimit: 25_000,
      alert: 20_000,
      alertTo: ['finops@acme.example'],
      models: ['gpt-6-astra'],
      limits: ['gpt-6-astra:rpm=500'],
    },
    answers: {
      namesakes: listOnWire(projectOnWire()),
      newcomers: listOnWire(
        userOnWire(),
        userOnWire({ id: 'user_bea', name: 'Bea Lindqvist', email: 'bea@acme.example' }),
      ),
    },
  },
  {
    operation: 'projects.playground',
    input: { name: 'erin-tries-images', who: null, hardLimit: 2000, models: null },
    answers: { namesakes: listOnWire(projectOnWire()), newcomers: listOnWire(userOnWire()) },
  },
  {
    operation: 'projects.rename',
    input: { project: searchDev, name: 'search-staging' },
    answers: { project: projectOnWire(), namesakes: listOnWire(projectOnWire()) },
  },
  {
    operation: 'projects.archive',
    input: { project: searchDev },
    answers: { project: projectOnWire(), ...hangingAnswers },
  },
  {
    operation: 'projects.close',
    input: { project: searchDev },
    answers: {
      project: projectOnWire(),
      ...hangingAnswers,
      groups: listOnWire(),
      invites: listOnWire({
        id: 'invite_marta',
        email: 'marta@acme.example',
        role: 'reader',
        status: 'pending',
        created_at: NOON / 1000,
        projects: [{ id: searchDev.id, role: 'member' }],
      }),
    },
  },
  {
    operation: 'projects.configure',
    input: {
      project: searchDev,
      ...noSettings,
      onlyModels: ['gpt-6-astra'],
      limits: ['gpt-6-astra:rpm=500'],
      toolsOn: ['mcp'],
      tiers: ['all'],
      defaultTier: 'fast',
      noHardLimit: true,
    },
    answers: { project: projectOnWire(), ...allAnswers, use: useOnWire(), spentCents: costsOnWire(12.5) },
  },
  {
    operation: 'projects.complete',
    input: {
      project: searchDev,
      owners: null,
      members: ['marta@acme.example'],
      hardLimit: 30_000,
      alert: 20_000,
      alertTo: ['finops@acme.example'],
      models: ['gpt-6-astra'],
      limits: ['gpt-6-astra:rpm=500'],
    },
    answers: {
      project: projectOnWire(),
      ...stopAnswers,
      newcomers: listOnWire(userOnWire({ id: 'user_marta', name: 'Marta Silva', email: 'marta@acme.example' })),
      inIt: listOnWire(memberOnWire()),
      alerts: listOnWire(),
      spentCents: costsOnWire(12.5),
    },
  },
  {
    operation: 'projects.copy-settings',
    input: { project: searchDev, from: other, what: null },
    answers: {
      project: projectOnWire(),
      from: projectOnWire(other),
      ...allAnswers,
      'from.models': modelsOnWire('allow_list', 'gpt-6-astra'),
      'from.limits': limitsOnWire(),
      'from.tools': toolsOnWire(),
      'from.tiers': tiersOnWire({ enabled_tiers: 'all' }),
      'from.hardLimit': null,
      use: useOnWire(),
      spentCents: costsOnWire(12.5),
    },
  },
  {
    operation: 'projects.contain',
    input: { project: searchDev },
    answers: { project: projectOnWire(), ...stopAnswers, ...hangingAnswers },
  },
  {
    operation: 'projects.release',
    input: { project: searchDev, request: contained.id, ...noStops },
    answers: {
      project: projectOnWire(),
      models: modelsOnWire('allow_list'),
      limits: listOnWire(),
      hardLimit: hardLimitOnWire(1),
      keys: hangingAnswers.keys,
      contained,
    },
  },
];
