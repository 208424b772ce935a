import { holdsRawKey } from '#domain/raw-key.ts';
import type { HandleCommand } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { type Origin, tell } from '../stage.ts';
import { startOperation } from '../start-operation.ts';
import { rawKeySaying } from '../views/leak.ts';
import { help, menu, unknownWord } from '../views/menu.ts';
import { outcomeSaying, type Saying, sentence } from '../views/saying.ts';
import { type ParsedCommand, parseCommand } from './parse-command.ts';

function drawn(kit: Kit, parsed: Exclude<ParsedCommand, { kind: 'run' }>): Saying {
  switch (parsed.kind) {
    case 'menu':
      return menu(kit);
    case 'help':
      return help(kit, parsed.family);
    case 'unknown':
      return unknownWord(kit, parsed);
    case 'problem':
      return sentence(parsed.sentence);
  }
}

/** `/openai …`. A raw key is looked for before anything else reads the text, and what holds one goes nowhere. */
export const answerCommand: HandleCommand = async (kit, command, ack) => {
  const { caller, text, triggerId, responseUrl } = command;
  await ack();
  const origin: Origin = { caller, triggerId, responseUrl, modalId: null };
  if (holdsRawKey(text)) return tell(kit, origin, rawKeySaying(kit.pointers));
  const parsed = parseCommand(text, kit.catalogue);
  if (parsed.kind === 'run') {
    return startOperation(kit, origin, {
      operation: parsed.operation,
      given: { as: 'words', words: parsed.words },
      reason: parsed.reason,
      wish: parsed.wish,
      emergency: parsed.emergency,
      when: parsed.when,
      confidential: parsed.confidential,
    });
  }
  const refusal = await kit.useCases().admit(caller);
  await tell(kit, origin, refusal === null ? drawn(kit, parsed) : outcomeSaying(kit.pointers, refusal));
};
