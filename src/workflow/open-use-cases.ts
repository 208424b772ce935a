import { admit, evidenceMs } from './admit.ts';
import { answerQuestion } from './answer-question.ts';
import { keepMine, takeSuggestion } from './answer-suggestion.ts';
import { addReason } from './asking/add-reason.ts';
import { lookAt } from './asking/look-at.ts';
import { nudgeApprovers } from './asking/nudge-approvers.ts';
import { waitOf } from './asking/wait.ts';
import { askQuestion } from './ask-question.ts';
import { cancelRequest } from './cancel-request.ts';
import { checkTalk } from './check-talk.ts';
import { collectSecret } from './collect-secret.ts';
import { mayBeConfidential } from './confidential/ask-confidentially.ts';
import { deskOf } from './desk.ts';
import { draftRequest } from './draft-request.ts';
import { findPicture } from './draw-picture.ts';
import { confirmInstallation } from './founding/confirm-installation.ts';
import { drawInstallation } from './founding/draw-installation.ts';
import { findRequests } from './naming/requests.ts';
import { heardOf } from './heard-of.ts';
import type { House } from './house.ts';
import { seenByAll } from './sight.ts';
import { takeBackApproval } from './take-back-approval.ts';
import { resolveInput } from './resolve-input.ts';
import { approveTogether, reviewOf } from './review-together.ts';
import { stepAside } from './step-aside.ts';
import { runRead } from './run-read.ts';
import { runStop } from './run-stop.ts';
import { checkWithProof } from './step-up/check-with-proof.ts';
import { sendWithCode } from './step-up/send-proven.ts';
import { decideWithCode } from './step-up/decide-with-code.ts';
import { lookNarrower, suggestNarrower } from './suggest-narrower.ts';
import { suggest } from './suggest.ts';
import type { UseCases } from './use-cases.ts';
import { isRefusal } from '#domain/refusal.ts';
import { requestId } from '#domain/ids.ts';

/** Every use case, bound to one house. The only thing a face gets to hold. */
export function openUseCases(house: House): UseCases {
  return {
    admit: async (caller) => {
      const person = await admit(house, caller, evidenceMs);
      return isRefusal(person) ? person : null;
    },
    resolve: (ask) => resolveInput(house, ask),
    suggest: (ask) => suggest(house, ask),
    read: (ask) => runRead(house, ask),
    stop: (ask) => runStop(house, ask),
    draft: (ask) => draftRequest(house, ask),
    mayBeConfidential: (ask) => mayBeConfidential(house, ask),
    submit: (ask) => sendWithCode(house, ask),
    check: (ask) => checkWithProof(house, ask),
    decide: (ask) => decideWithCode(house, ask),
    checkTalk: (ask) => checkTalk(house, ask),
    ask: (ask) => askQuestion(house, ask),
    answer: (ask) => answerQuestion(house, ask),
    takeBack: (ask) => takeBackApproval(house, ask),
    lookNarrower: (ask) => lookNarrower(house, ask),
    suggestNarrower: (ask) => suggestNarrower(house, ask),
    takeSuggestion: (ask) => takeSuggestion(house, ask),
    keepMine: (ask) => keepMine(house, ask),
    cancel: (ask) => cancelRequest(house, ask),
    collect: (ask) => collectSecret(house, ask),
    heard: (heard) => heardOf(house, heard),
    review: (ask) => reviewOf(house, ask),
    approveTogether: (ask) => approveTogether(house, ask),
    stepAside: (ask) => stepAside(house, ask),
    nudgeApprovers: (ask) => nudgeApprovers(house, ask),
    addReason: (ask) => addReason(house, ask),
    wait: (id) => waitOf(house, id),
    desk: (ask) => deskOf(house, ask),
    confirmInstallation: (ask) => confirmInstallation(house, ask),
    installation: () => drawInstallation(house),
    look: (ask) => lookAt(house, ask),
    picture: (id) => findPicture(house, id),
    findRequest: async (text) => {
      const { exact } = await findRequests(seenByAll(house), text);
      const [only] = exact;
      return only === undefined || exact.length > 1 ? null : requestId(only.suggestion.value);
    },
  };
}
