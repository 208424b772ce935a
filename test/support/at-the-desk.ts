import type { RequestId } from '#domain/ids.ts';
import type { DeskUseCases } from '#workflow/emergency-desk/desk-use-cases.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { right, tokenIn } from './enrolling.ts';
import type { SmallHouse } from './small-house.ts';
import type { PolicyChange } from './small-policy.ts';
import type { SoftPasskey } from './soft-passkey.ts';

/** Sam may stop anything at the desk; the small policy is otherwise as it is. */
export const withDesk: PolicyChange = [
  'live: on',
  'desk: { people: sam, operations: [freezes.freeze, keys.pause, keys.revoke, projects.contain], unreviewed: 2 }\nlive: on',
];

export const deskOf = ({ house }: Pick<SmallHouse, 'house'>): DeskUseCases => openPageUseCases(house).desk;

/** Signs in and gives what then stands in the address. */
export async function signsIn(small: Pick<SmallHouse, 'house'>, phone: SoftPasskey): Promise<string> {
  const desk = deskOf(small);
  const { challenge } = right(desk.door());
  return tokenIn(right(await desk.signIn(phone.sign(challenge))).url);
}

/** Goes as far as the page that has to be signed. */
export async function prepares(
  small: Pick<SmallHouse, 'house'>,
  token: string,
  key = 'search-dev/erin-laptop',
): Promise<{ requestId: RequestId; challenge: string }> {
  const desk = deskOf(small);
  const reason = 'it is in a public repository';
  const wanted = { token, operation: 'keys.revoke', words: { key }, reason } as const;
  const { requestId } = right(await desk.prepare(wanted));
  const { sign } = right(await desk.show({ token, requestId }));
  if (sign === null) throw new Error('There is nothing to sign');
  return { requestId, challenge: sign.challenge };
}

/** Stops a key from the door to the signature. */
export async function stopsKey(small: Pick<SmallHouse, 'house'>, phone: SoftPasskey, key?: string): Promise<RequestId> {
  const token = await signsIn(small, phone);
  const { requestId, challenge } = await prepares(small, token, key);
  right(await deskOf(small).stop({ token, requestId, answer: phone.sign(challenge) }));
  return requestId;
}
