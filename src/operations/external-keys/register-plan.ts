import { z } from 'zod';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { operationId } from '#domain/ids.ts';
import { linesOfSettings, type SettingValues, valuesFromInput } from '../objects/cloud-settings.ts';
import { type ExternalKey, externalKeySchema } from '../objects/external-key.ts';
import type { Need } from '../need.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import type { KeyCloud } from './clouds.ts';
import { externalKeyInput, readExternalKeys, sayPurpose } from './describe-key.ts';

export const knownKeys = z.object({ keys: z.array(externalKeySchema) });

/** All keys, because names are not unique at OpenAI and have to be here. */
export function needKeys(have: { readonly keys?: readonly ExternalKey[] }): readonly Need[] {
  return have.keys === undefined ? [readExternalKeys] : [];
}

/** What every cloud is asked, beside its own settings. */
interface Wish {
  readonly name: string;
  readonly purpose: string | null;
}

function registerStep(cloud: KeyCloud, wish: Wish, values: SettingValues): Step {
  const purpose = wish.purpose === null ? {} : { purpose: wish.purpose };
  return createStep({
    id: 'register',
    title: `Register the key ${wish.name} in ${cloud.says}`,
    call: callTemplate('POST /organization/external_keys', {
      body: { type: cloud.type, name: wish.name, ...purpose, ...values },
    }),
    listedIn: callTemplate('GET /organization/external_keys'),
    // No other key has this name: one that is taken is refused.
    where: { name: wish.name, type: cloud.type },
  });
}

function refuseRegistration(cloud: KeyCloud, wish: Wish, values: SettingValues): Refusal | null {
  const { version } = cloud;
  if (version === null || values[version] === undefined || wish.purpose === 'psp_decryption') return null;
  return refuse('external-keys.version', {
    what: `A version of the key is given, but the purpose is ${sayPurpose(wish.purpose ?? 'ekm')}.`,
    rule: 'OpenAI takes an exact version of a key only for the purpose psp_decryption.',
    whoCan: 'You: leave the version out, or choose that purpose.',
  });
}

function refuseTaken(name: string, keys: readonly ExternalKey[]): Refusal | null {
  const namesake = keys.find((key) => key.name.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('external-keys.taken', {
    what: `There is an external key called ${namesake.name} already.`,
    rule: 'Every external key needs a name of its own here, so that it is found again if OpenAI’s answer is lost.',
    whoCan: 'You: choose another name.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('external-keys.show'),
      input: externalKeyInput(namesake),
    },
  });
}

/** Registers a key that stays in another cloud. `input` is the operation's whole input. */
export function planRegistration(
  cloud: KeyCloud,
  input: Wish & Readonly<Record<string, unknown>>,
  keys: readonly ExternalKey[],
): Plan | Refusal {
  const { name, purpose } = input;
  const values = valuesFromInput(cloud.settings, input);
  const no = refuseRegistration(cloud, input, values) ?? refuseTaken(name, keys);
  if (no !== null) return no;
  return planOf({
    operation: cloud.register,
    tier: 'routine',
    title: `Register a key in ${cloud.says}`,
    gist: `${name}, used by no project yet`,
    target: { kind: 'external key', id: 'new', name },
    changes: [
      { label: 'New external key', before: null, after: `${name} in ${cloud.says}` },
      { label: 'Purpose', before: null, after: sayPurpose(purpose ?? 'ekm') },
      ...linesOfSettings(cloud.settings, values).map(({ label, value }) => ({ label, before: null, after: value })),
    ],
    holds: `${count(keys.length, 'external key')} so far`,
    warnings: ['OpenAI does not check it now: validate it before a project depends on it.'],
    guards: {},
    before: {},
    steps: [registerStep(cloud, input, values)],
    inverse: {
      verdict: 'exact',
      sentence: 'remove it again, as long as no project was created with it.',
      operation: operationId('external-keys.remove'),
      input: { key: { id: slotJson(resultOf('register', 'id')), name } },
    },
  });
}
