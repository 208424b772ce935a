import { executeApproved } from '#workflow/execute-request.ts';
import type { ActivePolicy } from '#workflow/house.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, standing, type Wish } from '../support/walk.ts';

/** A request that Bea approved; then something changes; then it is its turn. */
export async function afterApproval(
  change: (small: SmallHouse) => unknown,
  how: { wish?: Wish; policy?: ActivePolicy } = {},
) {
  const { wish = 'revoke her key', policy = smallPolicy() } = how;
  const small = await openSmallHouse({ policy });
  small.people.setGroup('S0APPROVE1', ['bea', 'omar', 'sam']);
  const id = await approved(small, wish);
  small.vendor.reads.length = 0;
  await change(small);
  const pressed = wish === 'a new key' ? await collects(small, id) : null;
  await executeApproved(small.house);
  return { small, id, pressed, ...(await standing(small, id)) };
}
