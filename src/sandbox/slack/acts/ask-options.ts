import { type At, list, shape } from '../blocks/check.ts';
import { plainOption } from '../blocks/composition.ts';
import { plainText } from '../blocks/text.ts';
import type { Emulation } from '../emulation.ts';
import { isRecord, type JsonRecord, recordsAt, textAt } from '../record.ts';
import type { ClickPlace, SeatOption } from '../seat.ts';
import { blockSuggestion } from '../wire/payloads/interactions.ts';
import { admit } from './admit.ts';
import { findElement, findSite } from './find-site.ts';

/** A menu asks the app from the third character on, unless it says otherwise (Block Kit reference, "External data source"). */
const DEFAULT_MIN_QUERY = 3;

/** Types into a menu whose options the app supplies. A failure looks like "no results", as it does to a person. */
export async function askOptions(
  emulation: Emulation,
  userId: string,
  ask: { place: ClickPlace; blockId: string; actionId: string; query: string },
): Promise<readonly SeatOption[]> {
  const admitted = admit(emulation, userId, 'channel');
  const site = admitted.ok ? findSite(emulation.workspace, admitted.person, ask.place) : null;
  const found = site === null ? null : findElement(site, ask.blockId, ask.actionId);
  if (!admitted.ok || site === null || found === null || !String(found.element['type']).endsWith('external_select'))
    return [];
  const minimum = found.element['min_query_length'];
  if (ask.query.length < (typeof minimum === 'number' ? minimum : DEFAULT_MIN_QUERY)) return [];
  const payload = blockSuggestion(emulation.workspace, { ...ask, person: admitted.person, site });
  const delivered = await emulation.delivery.send({ kind: 'interactive', payload });
  return delivered.ok && isRecord(delivered.answer) ? optionsIn(delivered.answer) : [];
}

const validOptions = list(plainOption, { max: 100 });
const validAnswer = shape({
  optional: {
    options: validOptions,
    option_groups: list(shape({ required: { label: plainText(75), options: validOptions } }), { max: 100 }),
  },
});

/** One option that breaks a limit and the whole list is dropped, as Slack does. */
function optionsIn(answer: JsonRecord): readonly SeatOption[] {
  const at: At = { pointer: '', surface: 'modal', problems: [] };
  validAnswer(answer, at);
  if (at.problems.length > 0) return [];
  const offered = [
    ...recordsAt(answer, 'options'),
    ...recordsAt(answer, 'option_groups').flatMap((group) => recordsAt(group, 'options')),
  ];
  return offered.map((option) => ({
    value: textAt(option, 'value') ?? '',
    label: words(option['text']) ?? '',
    description: words(option['description']),
  }));
}

function words(text: unknown): string | null {
  return isRecord(text) ? textAt(text, 'text') : null;
}
