import type { JsonObject, Method } from './http/endpoint.ts';
import type { Exchange } from './http/exchange.ts';
import { locateAnyKey } from './locate.ts';
import type { AdminKey } from './organization.ts';
import type { EmulatorState } from './state.ts';

/** Makes one real HTTP call to the emulator. `path` is below `/v1`; `body` is the parsed JSON of the answer. */
type AdminFetch = (
  method: Method,
  path: string,
  body?: JsonObject,
) => Promise<{ readonly status: number; readonly body: unknown }>;

interface KeyToSneakIn {
  readonly projectId: string;
  /** The name of the service account that is made for it. */
  readonly name: string;
  readonly adminKeyId?: string;
}

/**
 * Changes behind the bot's back. Each is booked on an admin key: the one named, otherwise the bot's own. What the API would
 * refuse is thrown.
 */
export interface Backdoor {
  readonly createServiceAccountKey: (wish: KeyToSneakIn) => {
    readonly serviceAccountId: string;
    readonly keyId: string;
  };
  readonly deleteKey: (keyId: string, adminKeyId?: string) => void;
  /** A caller that holds the admin key's value, as somebody would who had copied it out of the bot. */
  readonly asAdmin: (adminKeyId?: string) => AdminFetch;
}

export interface BackdoorParts {
  readonly state: EmulatorState;
  readonly exchange: Exchange;
  readonly url: string;
  readonly adminKeyValues: ReadonlyMap<string, string>;
  readonly changed: () => void;
}

/** Goes through the same endpoints as a call from outside, so what it does is checked, applied and booked alike. */
export function createBackdoor({ state, exchange, url, adminKeyValues, changed }: BackdoorParts): Backdoor {
  const admin = (adminKeyId: string | undefined): AdminKey => {
    const keys = [...state.organization.adminKeys.values()];
    const key = keys.find(({ id, isBots }) => (adminKeyId === undefined ? isBots : id === adminKeyId));
    if (key === undefined) throw new Error(`No admin key ${adminKeyId ?? 'of the bot'} is left in the organization.`);
    return key;
  };

  return {
    createServiceAccountKey({ projectId, name, adminKeyId }) {
      const path = `/organization/projects/${projectId}/service_accounts`;
      const account = exchange.carryOut(admin(adminKeyId), { method: 'POST', path, body: { name } });
      changed();
      return { serviceAccountId: idOf(account), keyId: idOf(account['api_key']) };
    },
    deleteKey(keyId, adminKeyId) {
      const { projectId } = locateAnyKey(state.organization, keyId);
      const path = `/organization/projects/${projectId}/api_keys/${keyId}`;
      exchange.carryOut(admin(adminKeyId), { method: 'DELETE', path });
      changed();
    },
    asAdmin(adminKeyId) {
      const value = adminKeyValues.get(admin(adminKeyId).id) ?? '';
      return async (method, path, body) => {
        const answer = await fetch(url + path, {
          method,
          headers: { authorization: `Bearer ${value}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, body: await answer.json() };
      };
    },
  };
}

function idOf(shown: unknown): string {
  const id = typeof shown === 'object' && shown !== null ? Reflect.get(shown, 'id') : undefined;
  if (typeof id !== 'string') throw new Error('The emulator answered an object without an id.');
  return id;
}
