import { z } from 'zod';
import type { HandlePress } from '../handler.ts';
import { openStart } from '../ids.ts';
import type { Kit } from '../kit.ts';
import { openLeak } from '../open-leak.ts';
import { originOf, type Origin, tell } from '../stage.ts';
import { startOperation } from '../start-operation.ts';
import { help, menu } from '../views/menu.ts';
import { outcomeSaying } from '../views/saying.ts';
import { forgedButton } from './genuine.ts';

/** A button of a list's row: starts its operation with what the row is about. */
export const pressStart: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const start = openStart(kit.pointers, press.value);
  const operation = kit.catalogue.find((each) => each.id === start?.operation);
  if (start === null || operation === undefined) {
    kit.refused.count('forged-button');
    return tell(kit, origin, forgedButton);
  }
  return startOperation(kit, origin, { operation, given: { as: 'input', input: start.input }, reason: '' });
};

const targetShape = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('operation'), id: z.string() }),
  z.strictObject({ to: z.literal('family'), name: z.string() }),
  z.strictObject({ to: z.literal('leak') }),
  z.strictObject({ to: z.literal('menu') }),
]);

async function show(kit: Kit, origin: Origin, family: string | null): Promise<void> {
  const refusal = await kit.useCases().admit(origin.caller);
  const drawn =
    refusal !== null ? outcomeSaying(kit.pointers, refusal) : family === null ? menu(kit) : help(kit, family);
  await tell(kit, origin, drawn);
}

/** A button of the menu or of Home. */
export const pressMenu: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const target = targetShape.safeParse(kit.pointers.open('menu.start', press.value));
  if (!target.success) {
    kit.refused.count('forged-button');
    return tell(kit, origin, forgedButton);
  }
  switch (target.data.to) {
    case 'menu':
      return show(kit, origin, null);
    case 'family':
      return show(kit, origin, target.data.name);
    case 'leak':
      return openLeak(kit, origin);
    case 'operation': {
      const { id } = target.data;
      const operation = kit.catalogue.find((each) => each.id === id);
      if (operation === undefined) return tell(kit, origin, forgedButton);
      return startOperation(kit, origin, { operation, given: { as: 'words', words: {} }, reason: '' });
    }
  }
};
