import type { Button } from '@slack/types';
import { shortDigest } from '#domain/canonical.ts';
import type { InstallationPicture } from '#workflow/founding/installation.ts';
import type { Pointers } from '../ids.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { type Line, linesBlock } from './line.ts';
import { plain } from './text.ts';

/** Which names fit one line of a phone twice over. */
const mostNames = 12;

function linesOf(picture: InstallationPicture): readonly Line[] {
  const { founders, people } = picture;
  const by = founders.flatMap(({ slackId }, i): Line => [i === 0 ? '' : ' and ', { user: slackId }]);
  const names = people.slice(0, mostNames).join(', ');
  const more = people.length > mostNames ? ` and ${people.length - mostNames} more` : '';
  return [
    [
      {
        bold: picture.isFounded ? 'This installation is founded' : 'A new installation of Countersign does nothing yet',
      },
    ],
    ['Policy ', { code: shortDigest(picture.policyDigest) }, ' · admin key ', { code: picture.organization, max: 80 }],
    ['Version ', { code: picture.version, max: 40 }, ' · deployment ', { code: picture.deployment, max: 80 }],
    ['Audit chain at ', { code: picture.head, max: 60 }],
    // Nothing signs the chain yet, so whoever verifies it later needs a head that somebody kept.
    [
      'Keep this line elsewhere: ',
      { code: `countersign audit verify --head ${picture.head}`, max: 120 },
      ' later shows that nothing up to here was rewritten.',
    ],
    ...(founders.length === 0 ? [] : [['Confirmed by ', ...by] satisfies Line]),
    ...(picture.isFounded
      ? []
      : [
          [
            'Two people whom the policy lists have to compare this with what they set up: ',
            { said: `${names}${more}`, max: 500 },
          ] satisfies Line,
        ]),
  ];
}

/** What two people press before a new installation does anything. */
export function drawFounding(pointers: Pointers, picture: InstallationPicture): DrawnMessage {
  const lines = linesOf(picture);
  const button: Button = {
    type: 'button',
    action_id: 'installation.confirm',
    text: plain('I found this installation'),
    value: pointers.seal('installation.confirm', { s: picture.subject }),
    style: 'primary',
  };
  return {
    text: sentences(lines),
    blocks: [
      linesBlock(`founding.${picture.founders.length}`, lines),
      ...(picture.isFounded ? [] : [{ type: 'actions' as const, block_id: 'founding.actions', elements: [button] }]),
    ],
  };
}
