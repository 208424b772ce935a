/// <reference lib="dom" />
import { app, botChannelId } from '../state/app-state.ts';
import { openPlace, putIntoComposer, sitAs } from '../state/navigate.ts';
import { castChannels, castPlayers, firstName } from '../state/tour-cast.ts';
import type { StepNumber } from '../state/tour.ts';

export interface TourStep {
  readonly number: StepNumber;
  readonly title: string;
  readonly hint: string;
  /** Takes the person to where the step is done; the deciding act stays theirs. */
  readonly go: () => Promise<void>;
}

type Spotlight = 'approve' | 'collect' | 'audit';

function point(spotlight: Spotlight): void {
  app.set({ spotlight });
}

async function goTo(personId: string, channelId: string | null): Promise<void> {
  await sitAs(personId);
  if (channelId !== null) await openPlace({ kind: 'channel', channelId });
}

export function tourSteps(): readonly TourStep[] {
  const state = app.get();
  const { requesterId, approverId } = castPlayers(state.config, state.view.people);
  const { askIn, approveIn } = castChannels(state);
  const asker = firstName(state.view.people, requesterId);
  const approver = firstName(state.view.people, approverId);
  const command = `${state.config.commandName} keys issue`;
  return [
    {
      number: 1,
      title: `Be ${asker}, ask for a key`,
      hint: `Types “${command}” for you. Press Enter, fill in the form and send it.`,
      go: async () => {
        await goTo(requesterId, askIn);
        putIntoComposer(command);
      },
    },
    {
      number: 2,
      title: 'Try to approve it yourself',
      hint: `Still as ${asker}: press Approve on the card. It must not work.`,
      go: async () => {
        await goTo(requesterId, approveIn);
        point('approve');
      },
    },
    {
      number: 3,
      title: `Be ${approver} and approve`,
      hint: 'A second person reads the card and approves exactly what will be sent.',
      go: async () => {
        await goTo(approverId, approveIn);
        point('approve');
      },
    },
    {
      number: 4,
      title: `Be ${asker} again: Make my key`,
      hint: 'The key is made when you press, and shown once. Watch it appear at OpenAI.',
      go: async () => {
        await sitAs(requesterId);
        if (botChannelId(app.get()) !== null) await openPlace({ kind: 'app', tab: 'messages' });
        point('collect');
      },
    },
    {
      number: 5,
      title: 'Tamper with a row and verify',
      hint: 'Change a stored audit row, then let the chain prove that somebody did.',
      go: async () => {
        app.set({ controlsOpen: true });
        point('audit');
      },
    },
  ];
}
