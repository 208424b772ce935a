import { isRefusal } from '#domain/refusal.ts';
import { arrange } from '#operations/lists/arrange.ts';
import { asItComes } from '#operations/lists/list-wish.ts';
import { recorded } from '#operations/lists/row-records.ts';
import { clickContext } from './click-context.ts';
import { admitTo, noted } from './admit.ts';
import { checkInput } from './check-input.ts';
import { bareMatter, consultPolicy } from './consult-policy.ts';
import { orFailed } from './failed.ts';
import { gather } from './gather.ts';
import type { House } from './house.ts';
import { enter } from './record.ts';
import type { ReadOutcome, UseCases } from './use-cases.ts';
import { isJsonObject, type JsonObject, valueAt } from '#domain/json.ts';

function projectIn(input: JsonObject): { id: string; name: string } | null {
  const key = input['key'];
  const project = input['project'] ?? (isJsonObject(key) ? key['project'] : null);
  const id = valueAt(project, ['id']);
  const name = valueAt(project, ['name']);
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

/** Runs a read for a person: policy, reads, one audit entry, and a view. */
export async function runRead(house: House, ask: Parameters<UseCases['read']>[0]): Promise<ReadOutcome> {
  const requester = await admitTo(house, ask.caller, ask.operationId);
  if (isRefusal(requester)) return requester;
  const checked = checkInput(ask, 'read');
  if (isRefusal(checked)) return noted(house, ask.caller, checked);
  return orFailed(house.log, async () => {
    const { operation, input } = checked;
    const project = projectIn(input);
    const verdict = await consultPolicy(house, bareMatter(operation, requester, project));
    if (verdict.kind === 'deny') return noted(house, ask.caller, verdict.refusal);
    const full = { input, requester, requestId: house.dice.requestId(), reason: '', now: house.clock.now() };
    const context = clickContext(ask.caller);
    const known = await gather(house, { operation, ask: full, context });
    if (isRefusal(known)) return noted(house, ask.caller, known);
    const drawn = operation.view(full, known);
    if (isRefusal(drawn)) return noted(house, ask.caller, drawn);
    const { wish = asItComes } = ask;
    const view = arrange(wish.file === null ? drawn : recorded(drawn, { input, known }), wish);
    if (isRefusal(view)) return noted(house, ask.caller, view);
    await house.store.transact((tx) =>
      enter(tx, house, {
        kind: 'request.read',
        who: ask.caller.slackId,
        requestId: null,
        what: {
          operation: operation.id,
          via: ask.caller.via,
          input,
          ...(wish.file === null ? {} : { file: wish.file }),
        },
      }),
    );
    return { kind: 'view', view };
  });
}
