import { freezeOver } from '#approvals/freeze.ts';
import { count } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import type { Operation } from '#operations/operation.ts';
import { refuseAlone } from '#policy/break-glass.ts';
import { matchRule } from '#policy/match.ts';
import type { Scene } from '#policy/scene.ts';
import { frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import type { Fact } from './judgement-facts.ts';
import type { Sight } from './ports/sight.ts';

/** What stands beside the policy's verdict for whoever would ask: freezes, their open requests, standing orders, break-glass. */
export async function besideFacts(
  { house, sight }: { readonly house: House; readonly sight: Sight },
  scene: Scene,
  operation: Operation,
): Promise<readonly Fact[]> {
  if (operation.kind === 'read') return [];
  const { policy, facts } = scene;
  const { personId: person } = facts.requester;
  const { freezes, orders } = house.store.read;
  const about = { operation: operation.id, projectId: facts.project?.id ?? null, people: [person] };
  const freeze = freezeOver(await freezes.active(), about);
  const open = await sight.requests.countOpen(person);
  const fitting = (await orders.active()).filter(
    ({ terms }) => matchRule({ ...terms.rule, standing: false }, scene).answer === 'yes',
  );
  const alone = refuseAlone(policy, { person, operation, incident: null });
  return [
    ...(freeze === null ? [] : [{ label: 'Frozen', value: frozenSentence(freeze) }]),
    ...(open < policy.limits.openRequestsPerPerson
      ? []
      : [
          {
            label: 'Just now',
            value: `They have ${count(open, 'open request')}; the policy allows no more at a time.`,
          },
        ]),
    ...fitting.map(({ id, terms }) => ({
      label: 'Countersigned before',
      value: `Standing order ${orderName(id)} “${terms.rule.name}” may carry it without asking anybody.`,
    })),
    ...(alone?.code === 'break-glass.no-incident'
      ? [
          {
            label: 'In an emergency',
            value: 'Alone, with --break-glass and --incident; somebody else reviews it afterwards.',
          },
        ]
      : []),
  ];
}
