import type { SeatPerson } from '../../../slack/seat.ts';
import { Avatar } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { useApp } from '../state/app-state.ts';
import { sitAs } from '../state/navigate.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

const KINDS: Readonly<Record<SeatPerson['kind'], string>> = {
  member: '',
  guest: 'guest',
  'single-channel-guest': 'single-channel guest',
  bot: 'app',
  deactivated: 'deactivated',
  stranger: 'from another workspace',
};

/** "You are: …". One person plays everybody; this is how they change seats. */
export function PersonSwitch(): VNode {
  const people = useApp((state) => state.view.people);
  const roles = useApp((state) => state.config.roles);
  const personId = useApp((state) => state.personId);
  const me = people.find((person) => person.id === personId);
  const caption = (person: SeatPerson) =>
    [roles[person.id] ?? person.title, KINDS[person.kind]].filter(Boolean).join(' · ');
  const item = (person: SeatPerson, heading?: string) => ({
    key: person.id,
    testId: `person-option-${person.id}`,
    checked: person.id === personId,
    choose: () => void sitAs(person.id),
    ...(heading === undefined ? {} : { heading }),
    content: html`<${Avatar} person=${person} size="medium" />
      <span class="person-words"
        ><span class="person-name">${person.realName}</span><span class="person-caption">${caption(person)}</span></span
      >
      ${person.id === personId && html`<${Icon} name="check" />`}`,
  });
  const members = people.filter((person) => person.kind === 'member');
  const others = people.filter((person) => person.kind !== 'member' && person.kind !== 'bot');
  const items = [
    ...members.map((person, index) => item(person, index === 0 ? 'People' : undefined)),
    ...others.map((person, index) => item(person, index === 0 ? 'Others' : undefined)),
  ];
  const button = html`<${Avatar} person=${me} size="medium" />
    <span class="person-words">
      <span class="you-are">You are:</span>
      <span class="person-name">${me?.realName ?? 'nobody'}</span>
      <span class="person-caption">${me === undefined ? '' : caption(me)}</span>
      <span class="unseen">. Change person</span>
    </span>
    <${Icon} name="down" />`;
  return html`<${Menu}
    label="Change person"
    namedByWords=${true}
    testId="person-switch"
    buttonClass="person-switch"
    button=${button}
    items=${items}
  />`;
}
