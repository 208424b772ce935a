import { Icon } from '../parts/icon.ts';
import type { IconName } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { goBehindTheBack, resetAll, tamper, verifyChain } from '../state/controls.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { AskDialog } from './ask-dialog.ts';

const LEVERS: readonly {
  readonly id: string;
  readonly icon: IconName;
  readonly short: string;
  readonly name: string;
  readonly means: string;
}[] = [
  {
    id: 'behind',
    icon: 'ghost',
    short: 'Go behind the bot’s back',
    name: 'Go behind the bot’s back',
    means: 'Use the bot’s admin key without the bot, as a thief would',
  },
  {
    id: 'tamper',
    icon: 'pencil',
    short: 'Tamper',
    name: 'Tamper with the audit log',
    means: 'Change one stored audit row behind the bot’s back',
  },
  {
    id: 'verify',
    icon: 'shield',
    short: 'Verify',
    name: 'Verify the audit chain',
    means: 'Prove that no row was changed, removed or reordered',
  },
  { id: 'reset', icon: 'reset', short: 'Reset', name: 'Reset', means: 'Throw everything away and start over' },
];

const QUESTIONS = {
  behind: {
    title: 'Go behind the bot’s back?',
    text: 'This uses the bot’s own admin key outside the bot, as a thief or a forgotten script would: it creates a service account with a key directly at OpenAI. Nobody asked, nobody approved. Countersign should find it in OpenAI’s audit log, see that no request of its own belongs to it, and raise an alert. Move the clock forward if you do not want to wait for its next look.',
    yes: 'Create the key',
    act: goBehindTheBack,
  },
  reset: {
    title: 'Reset the sandbox?',
    text: 'All messages, requests, keys and audit entries of this sandbox are thrown away, and it starts over as you first saw it.',
    yes: 'Reset',
    act: resetAll,
  },
} as const;

/** Mischief and proof. What cannot be taken back, or needs explaining, asks first. */
export function Levers(): VNode {
  const [asking, setAsking] = useState<keyof typeof QUESTIONS | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const pulse = useApp((state) => state.spotlight) === 'audit';
  const run = async (id: string, act: () => Promise<void>) => {
    setBusy(id);
    await act();
    setBusy(null);
  };
  const press = (id: string) => {
    if (id === 'tamper') void run(id, tamper);
    else if (id === 'verify') void run(id, verifyChain);
    else setAsking(id as keyof typeof QUESTIONS);
  };
  const question = asking === null ? null : QUESTIONS[asking];
  return html`<div class="levers" role="group" aria-label="Mischief and proof">
    ${LEVERS.map(
      ({ id, icon, short, name, means }) =>
        html`<button
          key=${id}
          type="button"
          class="top-button lever lever-${id} ${pulse && (id === 'tamper' || id === 'verify') ? 'is-spotlit' : ''}"
          data-testid=${id}
          title=${means}
          aria-label=${name}
          disabled=${busy !== null}
          aria-busy=${busy === id ? 'true' : undefined}
          onClick=${() => press(id)}
        >
          <${Icon} name=${icon} /><span class="lever-name">${name}</span><span class="lever-short">${short}</span>
        </button>`,
    )}
    ${
      question !== null &&
      html`<${AskDialog}
        id=${asking}
        ...${question}
        answer=${(yes: boolean) => {
          setAsking(null);
          if (yes) void run(asking ?? '', question.act);
        }}
      />`
    }
  </div>`;
}
