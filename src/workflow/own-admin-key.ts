import { z } from 'zod';
import { Fault } from '#domain/fault.ts';
import { call } from '#operations/call.ts';
import type { House } from './house.ts';

export const ownKeysWire = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), redacted_value: z.string() })),
});

/**
 * The tracking id under which OpenAI's audit log names our own admin key. Found once by comparing redacted values, then remembered
 * for this key. Null when OpenAI does not let us list admin keys: then nobody can tell our events from others'.
 */
export async function ownAdminKeyId(house: House): Promise<string | null> {
  // `organization` is the admin key's fingerprint, so that a new key is looked up anew.
  const name = `admin-key-id:${house.organization}`;
  const remembered = await house.store.read.meta.get(name);
  if (remembered !== null) return remembered;
  try {
    const answer = await house.vendor.read(call('GET /organization/admin_api_keys'), {
      pages: 'all',
      absent: 'fault',
      context: { priority: 'poll', cause: 'job:watch-audit-log' },
    });
    const own = ownKeysWire.parse(answer).data.filter((key) => house.vendor.isOwnKey(key.redacted_value));
    const [only] = own;
    // Two keys with the same visible ends cannot be told apart, and a guess would hide somebody else's doings.
    if (only === undefined || own.length > 1) return null;
    await house.store.transact((tx) => tx.meta.set(name, only.id));
    return only.id;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    house.log.warn({ code: error.code }, 'OpenAI did not list the admin keys, so ours is not known in its audit log');
    return null;
  }
}
