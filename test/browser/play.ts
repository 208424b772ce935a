import { searchTeam } from './cast.ts';
import type { Visitor } from './visitor.ts';

const words = '/openai keys issue search-dev --name nightly-eval --for 30d --access requests';

/** Whoever sits there asks for a key in search-dev and sends the request. Ends with no window open. */
export async function askForKey(visitor: Visitor): Promise<void> {
  await visitor.openChannel(searchTeam);
  await visitor.say(`${words} --reason "Nightly evaluation of the ranking model"`);
  await (await visitor.modal('Send this?')).submit();
  await (await visitor.modal('Done')).close();
}
