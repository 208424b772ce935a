import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { call } from '../call.ts';
import { read, recall } from '../need.ts';
import { keepOnlyUser, organizationUserSchema } from '../objects/organization-user.ts';
import { declareRead, type Requester } from '../operation.ts';
import { whoFacts, whoSchema } from '../people/who.ts';
import type { ViewPart } from '../view.ts';
import { heldSchema, recallMine } from './held.ts';
import { factsAbout, keysHeld, projectsOf } from './portrait.ts';
import { needUser } from './reach.ts';

/** How somebody whom the policy does not bind to a user of OpenAI gets bound. */
function notBound({ slackId }: Requester): ViewPart {
  return {
    part: 'note',
    text:
      `Your Slack account ${slackId} is not bound to a user of OpenAI. Anybody can ask two people to bind it: /openai people bind, ` +
      'with the e-mail address of your user there.',
  };
}

function notThere(email: string): ViewPart {
  return {
    part: 'note',
    text: `The policy binds you to ${email}, but nobody in the organization has this address. Ask for an invitation, or have the address in the policy corrected.`,
  };
}

export const whoami = declareRead({
  id: operationId('users.whoami'),
  title: 'Who am I',
  summary: 'Your user at OpenAI with role, projects and keys, as the policy binds it to your Slack account.',
  alias: 'whoami',
  example: '/openai users whoami',
  fields: {},
  callBudget: 2,
  known: z.object({
    held: heldSchema,
    who: whoSchema,
    present: organizationUserSchema.nullable().optional(),
    user: organizationUserSchema.nullable().optional(),
  }),
  need: (ask, have) => {
    const { openaiEmail: email } = ask.requester;
    if (have.held === undefined) {
      const mine = [recallMine, recall('who', { of: 'who-is', who: null })];
      if (email === null) return mine;
      const query = { emails: [email] };
      return [...mine, read('present', { call: call('GET /organization/users', { query }), keep: keepOnlyUser })];
    }
    // The list leaves the projects out.
    return have.present && have.user === undefined ? [needUser(have.present)] : [];
  },
  view: (ask, { held, present, user, who }) => {
    const { requester } = ask;
    const { openaiEmail: email, name } = requester;
    const me = user ?? present ?? null;
    const about =
      me === null ? [email === null ? notBound(requester) : notThere(email)] : [factsAbout(me, null), projectsOf(me)];
    return {
      title: `You are ${me?.name ?? name}`,
      parts: [
        ...about,
        whoFacts(who),
        keysHeld(held, ask.now),
        {
          part: 'actions',
          actions: [
            { label: 'Get an API key', operation: operationId('keys.issue'), input: {}, style: 'plain' },
            {
              label: 'My requests',
              operation: operationId('requests.list'),
              input: { whose: 'mine' },
              style: 'plain',
            },
          ],
        },
      ],
    };
  },
});
