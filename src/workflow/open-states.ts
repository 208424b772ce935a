import { isFinal, requestStates } from '#approvals/state.ts';

/** A request that somebody or something still has to do with; a draft was never sent. */
export const openStates = requestStates.filter((state) => !isFinal(state) && state !== 'draft');
