import type { PlainTextOption } from '@slack/types';
import { holdsRawKey } from '#domain/raw-key.ts';
import type { LookupDelivery } from '../delivery.ts';
import type { HandleLookup } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { operationOfForm } from '../submissions/submit-form.ts';
import { revocationOf } from '../submissions/submit-leak.ts';
import { optionsOf } from '../views/form-element.ts';
import { readForm } from '../views/form-values.ts';
import { fieldOfBlock } from '../views/form.ts';

// Slack waits 3 s for options; an empty menu in time beats an error.
const lookupBudgetMs = 2500;

function operationOf(kit: Kit, lookup: LookupDelivery) {
  if (lookup.callbackId === 'leak')
    return kit.pointers.open('leak', lookup.metadata) === null ? null : (revocationOf(kit)?.operation ?? null);
  return operationOfForm(kit, lookup.metadata);
}

async function options(kit: Kit, lookup: LookupDelivery): Promise<PlainTextOption[]> {
  const operation = operationOf(kit, lookup);
  const field = fieldOfBlock(lookup.blockId);
  if (operation === null || field === null || operation.fields[field] === undefined) return [];
  // What looks like a key is not looked up anywhere.
  if (holdsRawKey(lookup.query)) return [];
  return optionsOf(
    await kit.useCases().suggest({
      operationId: operation.id,
      field,
      query: lookup.query,
      words: readForm(operation.fields, lookup.values).words,
      caller: lookup.caller,
    }),
  );
}

/** Type-ahead of projects and keys. */
export const suggestOptions: HandleLookup = async (kit, lookup, ack) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PlainTextOption[]>((resolve) => {
    timer = setTimeout(() => resolve([]), lookupBudgetMs);
  });
  const found = await Promise.race([options(kit, lookup).catch(() => []), late]);
  clearTimeout(timer);
  await ack({ options: found });
};
