import type { Emulation } from '../emulation.ts';
import type { Seat } from '../seat.ts';
import { askOptions } from './ask-options.ts';
import { click } from './click.ts';
import { closeModal } from './close-modal.ts';
import { command } from './command.ts';
import { seeChannels, seeHome, seeMessages, seeModal, seePeople } from './look.ts';
import { openHome } from './open-home.ts';
import { say } from './say.ts';
import { shortcut } from './shortcut.ts';
import { submit } from './submit.ts';

/** The seat in front of an emulation; it always shows the workspace as of now, also after a reset. */
export function seatOf(emulation: Emulation): Seat {
  return {
    people: () => seePeople(emulation.workspace),
    channels: (userId) => seeChannels(emulation.workspace, userId),
    messages: (userId, place) => seeMessages(emulation.workspace, userId, place),
    modal: (userId) => seeModal(emulation.workspace, userId),
    home: (userId) => seeHome(emulation.workspace, userId),
    command: (userId, place) => command(emulation, userId, place),
    say: (userId, place) => say(emulation, userId, place),
    click: (userId, given) => click(emulation, userId, given),
    options: (userId, ask) => askOptions(emulation, userId, ask),
    submit: (userId, form) => submit(emulation, userId, form),
    closeModal: (userId) => closeModal(emulation, userId),
    shortcut: (userId, callbackId) => shortcut(emulation, userId, callbackId),
    openHome: (userId) => openHome(emulation, userId),
    subscribe: (listener) => emulation.workspace.bell.listen(listener),
  };
}
