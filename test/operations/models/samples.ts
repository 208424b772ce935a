import { searchDev } from '../erin-asks.ts';
import { limitsOnWire, modelsOnWire, useOnWire } from '../projects/settings-on-wire.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

const around = { project: projectOnWire(), use: useOnWire(['gpt-6-astra-2026-08-01', 1200]), limits: limitsOnWire() };

export const samples: readonly Sample[] = [
  {
    operation: 'models.show',
    input: { project: searchDev },
    answers: { models: modelsOnWire('allow_list', 'gpt-6-astra') },
  },
  {
    operation: 'models.set',
    input: { project: searchDev, only: ['gpt-6-astra'], except: null, none: null },
    answers: { ...around, models: null },
  },
  {
    operation: 'models.reset',
    input: { project: searchDev },
    answers: { ...around, models: modelsOnWire('deny_list', 'gpt-image-2') },
  },
];
