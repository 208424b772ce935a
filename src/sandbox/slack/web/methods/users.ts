import { describeUser } from '../../describe/user.ts';
import type { JsonRecord } from '../../record.ts';
import type { Person } from '../../state/workspace.ts';
import { ApiError } from '../api-error.ts';
import { type ApiCall, method } from '../method.ts';
import { nextCursor, pageOf } from '../page.ts';

/** People, with every flag that says what kind of account one is. */
export const users = [
  method('users.info', { scopes: ['users:read'], rate: 'tier4', run: info }),
  method('users.list', { scopes: ['users:read'], rate: 'tier2', run: list }),
  method('users.lookupByEmail', { scopes: ['users:read.email'], run: lookup }),
  method('bots.info', { scopes: ['users:read'], run: botInfo }),
];

function describe(call: ApiCall, person: Person): JsonRecord {
  return describeUser(call.workspace, person, {
    email: call.scopes.includes('users:read.email'),
    hidden: call.emulation.behaviour.hiddenUserFields,
  });
}

function info(call: ApiCall): JsonRecord {
  const person = call.workspace.people.get(call.args.needText('user'));
  if (person === undefined) throw new ApiError('user_not_found');
  return { user: describe(call, person) };
}

/** The workspace's own accounts; people of partner workspaces are found by id only. */
function list(call: ApiCall): JsonRecord {
  const own = [...call.workspace.people.values()].filter((person) => person.kind !== 'stranger');
  const page = pageOf(call.args, own, { normal: 1000, max: 1000 });
  return {
    members: page.entries.map((person) => describe(call, person)),
    cache_ts: Math.floor(call.workspace.clock.nowMs() / 1000),
    ...nextCursor(page.next),
  };
}

function lookup(call: ApiCall): JsonRecord {
  const email = call.args.needText('email').toLowerCase();
  const person = [...call.workspace.people.values()].find(
    (candidate) =>
      candidate.email.toLowerCase() === email && candidate.kind !== 'deactivated' && candidate.kind !== 'stranger',
  );
  if (person === undefined) throw new ApiError('users_not_found');
  return { user: describe(call, person) };
}

function botInfo(call: ApiCall): JsonRecord {
  const { app } = call.workspace;
  if (call.args.needText('bot') !== app.botId) throw new ApiError('bot_not_found');
  return {
    bot: {
      id: app.botId,
      deleted: false,
      name: app.name,
      updated: 0,
      app_id: app.id,
      user_id: app.botUserId,
      icons: {},
    },
  };
}
