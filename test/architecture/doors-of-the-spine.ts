import type { Door } from './doors.ts';
import { places } from './doors-to-the-world.ts';
import { type House, roomOf } from './house.ts';

/** Everything of the bot itself: the emulators have verbs of their own. */
const bot = (house: House) => [...house.values()].filter(({ path }) => !roomOf(path).startsWith('sandbox/'));

const except = (house: House, allowed: RegExp) => bot(house).filter(({ path }) => !allowed.test(path));

/** Carries out, judges, watches, counts: nothing of what is read here is shown to anybody but by a picture drawn for whoever may see it. */
const ownDuties = new RegExp(
  `^src/(storage/.*|rehearsal/.*|metrics-of|workflow/(${[
    'asking/send-digests',
    'asking/wait',
    'attempt',
    'compensate',
    'confidential/ask-confidentially',
    'confidential/hidden-cause',
    'draw-picture',
    'execute-request',
    'expire-requests',
    'founding/record-founding',
    'freeze-on',
    'issued-scopes',
    'pass-gates',
    'past-and-owners',
    'remind-approvers',
    'settle-request',
    'step-up/decide-on-page',
    'step-up/send-proven',
    'take-census',
    'watch-audit-log',
  ].join('|')}))\\.ts$`,
);

export const doorsOfTheSpine: readonly Door[] = [
  {
    name: 'only workflow/execute-*.ts sends a change',
    because:
      'There the record is committed, the digest recomputed and the people checked again; a second sender would be a way round all of it.',
    broken: (house) => places(except(house, /^src\/workflow\/execute-[a-z-]+\.ts$/), /\.perform\(/),
  },
  {
    name: 'only workflow/record-decision.ts casts a vote',
    because: 'One function that counts people can be proven; two that do it almost alike cannot.',
    broken: (house) => places(except(house, /^src\/workflow\/record-decision\.ts$/), /\.insertDecision\(/),
  },
  {
    name: 'what a person is told of requests is read for that person',
    because:
      'Confidential requests are kept back in one place, storage/requests/seen.ts. A use case that reads past it (store.read.seenBy) would show them; only the duties of the house itself, which tell nobody, may.',
    broken: (house) =>
      places(except(house, ownDuties), /\.read\.requests\b|\brequests\b[^=;]*\} = (?:\w+\.)*store\.read;/),
  },
  {
    name: 'secrets are revealed only where they leave the process',
    because: 'A search for reveal() must list the places that see a secret, and the pure rooms must not be among them.',
    broken: (house) =>
      places(
        except(house, /^src\/web\/pages\/show-once\.ts$/).filter(({ path }) =>
          ['operations', 'policy', 'audit', 'detections', 'approvals', 'storage', 'web', 'schedule'].includes(
            roomOf(path),
          ),
        ),
        /\.reveal\(/,
      ),
  },
];
