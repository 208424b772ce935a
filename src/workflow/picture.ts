import type { Suggestion } from '#approvals/suggestion.ts';
import type { Question } from '#approvals/question.ts';
import type { Decision } from '#approvals/request.ts';
import type { SlackUserId } from '#domain/ids.ts';
import type { Later } from '#policy/later.ts';
import type { Addition } from './ports/desk.ts';
import type { Effect, Follower, PlannedRequest } from './ports/requests.ts';

/** Everything that is drawn of a request, read in one go: the card, the DM, the modals and the story are functions of it. */
export interface RequestPicture {
  readonly record: PlannedRequest;
  readonly decisions: readonly Decision[];
  readonly effects: readonly Effect[];
  /** What approvers asked about it, oldest first. */
  readonly questions: readonly Question[];
  /** What approvers would approve instead, oldest first. */
  readonly suggestions: readonly Suggestion[];
  /** The suggestion that became this request. */
  readonly took: Suggestion | null;
  /** What its requester said later, oldest first. */
  readonly additions: readonly Addition[];
  /** Something of it could be less, so that an approver can suggest it. */
  readonly canBeLess: boolean;
  /** What was asked for since to undo, continue or make good this one. */
  readonly followers: readonly Follower[];
  /** A key it ended can still be replaced as it was. */
  readonly isReplaceable: boolean;
  /** "1 person from openai-approvers": whose consent is still missing; empty when none is. */
  readonly stillNeeds: string;
  /** People who could still count; at most 10, whoever was spoken to about it first. */
  readonly couldDecide: readonly SlackUserId[];
  /** How many of these its card names. */
  readonly named: number;
  /** Who may decide as well, from when, if those who are asked now stay silent. */
  readonly later: readonly Later[];
  /** The last denial of the same ask, if it is not long ago: whoever decides now should know. */
  readonly deniedBefore: Decision | null;
  /** The project stands in the policy's list of production projects. */
  readonly isProduction: boolean;
  /** To be typed before Send, for anything destructive in production; null where nothing has to be. */
  readonly typeToConfirm: string | null;
  /** Why it is not carried out although it may be approved: somebody froze it. Null where nobody did. */
  readonly frozen: string | null;
  /** The organization is emulated. */
  readonly isPractice: boolean;
  /** First and last audit entry and the hash of the last. */
  readonly span: { readonly first: number; readonly last: number; readonly head: string } | null;
}
