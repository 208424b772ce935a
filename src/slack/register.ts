import { pressAside } from './actions/press-aside.ts';
import { pressCancel } from './actions/press-cancel.ts';
import { pressConfirm } from './actions/press-confirm.ts';
import { pressCollect } from './actions/press-collect.ts';
import { pressDecision } from './actions/press-decision.ts';
import { pressDetails } from './actions/press-details.ts';
import { pressFilter, pressTurn } from './actions/press-home.ts';
import { pressLink } from './actions/press-link.ts';
import { pressNudge } from './actions/press-nudge.ts';
import { pressPage } from './actions/press-page.ts';
import { pressReview } from './actions/press-review.ts';
import { pressMenu, pressStart } from './actions/press-start.ts';
import { pressKeep, pressTake } from './actions/press-suggestion.ts';
import { pressTalk } from './actions/press-talk.ts';
import { pressTakeBack } from './actions/press-take-back.ts';
import { answerCommand } from './commands/answer-command.ts';
import { answerMention, forgetChangedUser, lookAtChannel, lookAtGroup, openedHome } from './commands/answer-events.ts';
import { startIssue, startLeak } from './commands/answer-shortcut.ts';
import { suggestOptions } from './commands/suggest-options.ts';
import type {
  HandleChannelChange,
  HandleCommand,
  HandleGroupChange,
  HandleHome,
  HandleLookup,
  HandleMention,
  HandlePress,
  HandleShortcut,
  HandleSubmission,
  HandleUserChange,
} from './handler.ts';
import { submitDecision } from './submissions/submit-decision.ts';
import { submitForm } from './submissions/submit-form.ts';
import { submitHomeFilter } from './submissions/submit-home-filter.ts';
import { submitLeak } from './submissions/submit-leak.ts';
import { submitReview } from './submissions/submit-review.ts';
import { submitPreview } from './submissions/submit-preview.ts';
import { submitLess, submitSuggestion } from './submissions/submit-suggestion.ts';
import { submitAddition, submitAnswer, submitQuestion } from './submissions/submit-talk.ts';
import { suggestAction } from './views/form-element.ts';

/**
 * Every door of this face, as data: Bolt's listeners, the manifest and the tests that try each door with each kind of person are made
 * from this list. What is not in it is answered with a sentence and does nothing.
 */
export type Registration =
  | { readonly kind: 'command'; readonly id: 'command'; readonly handle: HandleCommand }
  /** `many`: a block may hold several of these, told apart by a number behind the id. */
  | { readonly kind: 'action'; readonly id: string; readonly many: boolean; readonly handle: HandlePress }
  | { readonly kind: 'submission'; readonly id: string; readonly handle: HandleSubmission }
  | { readonly kind: 'options'; readonly id: string; readonly handle: HandleLookup }
  | {
      readonly kind: 'shortcut';
      readonly id: string;
      readonly name: string;
      readonly description: string;
      readonly handle: HandleShortcut;
    }
  | { readonly kind: 'event'; readonly id: 'app_home_opened'; readonly scope: null; readonly handle: HandleHome }
  | {
      readonly kind: 'event';
      readonly id: 'app_mention';
      readonly scope: 'app_mentions:read';
      readonly handle: HandleMention;
    }
  | {
      readonly kind: 'event';
      readonly id: 'user_change' | 'team_join';
      readonly scope: 'users:read';
      readonly handle: HandleUserChange;
    }
  | {
      readonly kind: 'event';
      readonly id: 'channel_shared' | 'channel_unshared';
      readonly scope: 'channels:read';
      readonly handle: HandleChannelChange;
    }
  | {
      readonly kind: 'event';
      readonly id: 'subteam_members_changed' | 'subteam_updated';
      readonly scope: 'usergroups:read';
      readonly handle: HandleGroupChange;
    };

const press = (id: string, handle: HandlePress, many = false): Registration => ({ kind: 'action', id, many, handle });

export const registrations: readonly Registration[] = [
  { kind: 'command', id: 'command', handle: answerCommand },
  press('request.approve', pressDecision('approve')),
  press('request.deny', pressDecision('deny')),
  press('request.ask', pressTalk('ask')),
  press('request.answer', pressTalk('answer')),
  press('request.change', pressTalk('change')),
  press('request.suggest', pressTalk('suggest')),
  press('request.nudge', pressNudge),
  press('request.add', pressTalk('add')),
  press('suggestion.take', pressTake),
  press('suggestion.keep', pressKeep),
  press('request.details', pressDetails),
  press('request.cancel', pressCancel('request.cancel')),
  press('request.stop', pressCancel('request.stop')),
  press('request.take-back', pressTakeBack),
  press('request.collect', pressCollect),
  press('installation.confirm', pressConfirm),
  press('operation.start', pressStart, true),
  press('view.page', pressPage, true),
  press('menu.start', pressMenu, true),
  press('request.aside', pressAside('request.aside')),
  press('request.back', pressAside('request.back')),
  press('home.review', pressReview),
  press('home.turn', pressTurn, true),
  press('home.filter', pressFilter, true),
  press('page.open', pressLink),
  { kind: 'submission', id: 'form', handle: submitForm },
  { kind: 'submission', id: 'leak', handle: submitLeak },
  { kind: 'submission', id: 'review', handle: submitReview },
  { kind: 'submission', id: 'home.filter', handle: submitHomeFilter },
  { kind: 'submission', id: 'preview', handle: submitPreview },
  { kind: 'submission', id: 'decide.approve', handle: submitDecision('approve') },
  { kind: 'submission', id: 'decide.deny', handle: submitDecision('deny') },
  { kind: 'submission', id: 'ask', handle: submitQuestion },
  { kind: 'submission', id: 'answer', handle: submitAnswer },
  { kind: 'submission', id: 'add', handle: submitAddition },
  { kind: 'submission', id: 'suggest', handle: submitLess },
  { kind: 'submission', id: 'suggest.send', handle: submitSuggestion },
  { kind: 'options', id: suggestAction, handle: suggestOptions },
  {
    kind: 'shortcut',
    id: 'get_api_key',
    name: 'Get an API key',
    description: 'Ask for a key of your own',
    handle: startIssue,
  },
  {
    kind: 'shortcut',
    id: 'report_leak',
    name: 'Report a leak',
    description: 'A key was seen where it should not be',
    handle: startLeak,
  },
  { kind: 'event', id: 'app_home_opened', scope: null, handle: openedHome },
  { kind: 'event', id: 'app_mention', scope: 'app_mentions:read', handle: answerMention },
  { kind: 'event', id: 'user_change', scope: 'users:read', handle: forgetChangedUser },
  { kind: 'event', id: 'team_join', scope: 'users:read', handle: forgetChangedUser },
  { kind: 'event', id: 'channel_shared', scope: 'channels:read', handle: lookAtChannel },
  { kind: 'event', id: 'channel_unshared', scope: 'channels:read', handle: lookAtChannel },
  { kind: 'event', id: 'subteam_members_changed', scope: 'usergroups:read', handle: lookAtGroup },
  { kind: 'event', id: 'subteam_updated', scope: 'usergroups:read', handle: lookAtGroup },
];
