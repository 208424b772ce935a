import { stateOf } from '../blocks/element-state.ts';
import type { Emulation } from '../emulation.ts';
import type { BlockJson, Click, SeatOutcome, SeatState } from '../seat.ts';
import { findView, putView } from '../state/modal-stack.ts';
import { mintResponseUrl } from '../state/response-urls.ts';
import { mintTrigger } from '../state/triggers.ts';
import type { Person } from '../state/workspace.ts';
import { blockActions } from '../wire/payloads/interactions.ts';
import type { Site } from '../wire/payloads/site.ts';
import { admit, OK, outcomeOf, refused } from './admit.ts';
import { choose } from './choose.ts';
import { blocksOf, findElement, findSite } from './find-site.ts';

/** Presses a button, picks from a menu, or confirms a field that reports every change. */
export async function click(emulation: Emulation, userId: string, given: Click): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'channel');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const site = findSite(workspace, admitted.person, given.place);
  const found = site === null ? null : findElement(site, given.blockId, given.actionId);
  if (site === null || found === null) return refused('element_not_found');
  const chosen = choose(found.element, given, workspace.mint.ts());
  if (!chosen.ok) return chosen;
  const state = stateOf(blocksOf(site), withOwn(siteState(site, given.state), given, chosen.state));
  const current = remember(emulation, site, state);
  // A field in a form is silent until the form is sent, unless it asked to report each change.
  if (found.block['type'] === 'input' && found.block['dispatch_action'] !== true) return OK;
  const payload = blockActions(workspace, {
    person: admitted.person,
    site: current,
    action: chosen.action,
    state,
    ...permissions(emulation, admitted.person, current),
  });
  return outcomeOf(await emulation.delivery.send({ kind: 'interactive', payload }));
}

/** What Slack knew of the fields, overlaid with what the person's client says now. */
function siteState(site: Site, given: SeatState | undefined): SeatState {
  const known = site.in === 'view' ? site.view.state : {};
  const blocks = new Set([...Object.keys(known), ...Object.keys(given ?? {})]);
  return Object.fromEntries([...blocks].map((id) => [id, { ...known[id], ...given?.[id] }]));
}

function withOwn(state: SeatState, given: Click, own: BlockJson | null): SeatState {
  if (own === null) return state;
  return { ...state, [given.blockId]: { ...state[given.blockId], [given.actionId]: own } };
}

/** A view keeps what was entered, so that an update of it does not lose it. */
function remember(emulation: Emulation, site: Site, state: SeatState): Site {
  if (site.in === 'message') return site;
  const view = { ...site.view, state };
  if (findView(emulation.workspace, view.id) !== null) putView(emulation.workspace, view);
  return { in: 'view', view };
}

function permissions(
  emulation: Emulation,
  person: Person,
  site: Site,
): { triggerId: string; responseUrl: string | null } {
  const { workspace } = emulation;
  const triggerId = mintTrigger(workspace, { userId: person.id, viewId: site.in === 'view' ? site.view.id : null });
  if (site.in === 'view') return { triggerId, responseUrl: null };
  const token = mintResponseUrl(workspace, {
    userId: person.id,
    channelId: site.channel.id,
    messageTs: site.message.ts,
  });
  return { triggerId, responseUrl: `${workspace.baseUrl()}/response/${token}` };
}
