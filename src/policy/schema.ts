import { z } from 'zod';
import { channelId, say, strict, teamId } from './leaves.ts';
import { breakGlass } from './sections/break-glass.ts';
import { confidential } from './sections/confidential.ts';
import { calendarsShape } from './sections/calendars.ts';
import { tiersShape } from './sections/consent.ts';
import { desk } from './sections/desk.ts';
import { groupsShape } from './sections/groups.ts';
import { limitsShape, withinShape } from './sections/limits.ts';
import { liveShape } from './sections/live.ts';
import { peopleShape } from './sections/people.ts';
import { projectsShape } from './sections/projects.ts';
import { incidentLinkShape, protectedShape } from './sections/protected.ts';
import { rulesShape } from './sections/rules.ts';
import { stepUpShape } from './sections/step-up.ts';
import { takeBack } from './sections/safeguards.ts';

/** The file as written, every list in its long form. Keys keep the file's spelling, so that a path in it is a path in the file. */
export const policySchema = strict(
  {
    // Both are read alike. A file that says 2 is refused by a bot that knows only version 1, which is what it is for.
    version: z
      .literal([1, 2], { error: say('Write version: 2.') })
      .describe('Always 2. Files that say 1 are read alike.'),
    workspace: teamId.optional().describe('Id of the home workspace in Slack. Left out: not checked.'),
    channels: strict(
      {
        approvals: channelId.describe('Where requests wait for their approvers. One channel may serve all three.'),
        audit: channelId.describe('Where everything that was done is told.'),
        alerts: channelId.describe('Where what is odd is told.'),
        shared_inside: z
          .array(channelId, { error: 'Write a list of channel ids.' })
          .default([])
          .describe('Channels that other workspaces of the same Slack organization may see. Left out: none may be.'),
      },
      'Write { approvals, audit, alerts }.',
    ).describe('Slack channels, by their ids.'),
    people: peopleShape.describe(
      'One entry for each human whom the policy has to know: who approves, and whom changes are about.',
    ),
    groups: groupsShape.describe(
      'Who approves, and who may ask where that is not everyone. A list of people, or { slack_group }. project-owners is built in: whoever owns the project at OpenAI.',
    ),
    projects: projectsShape.describe('What projects are called in rules.'),
    calendars: calendarsShape.describe('Days by name, for hours: 2026-12-25, or 2026-12-24..2027-01-01.'),
    protected: protectedShape.describe(
      'Ids, names or patterns. Any change to them is critical, and nothing ends them for good. Left out: nothing.',
    ),
    incident_link: incidentLinkShape.describe(
      'What the address of an incident looks like, with * for what varies. Left out: no reason names an incident.',
    ),
    tiers: tiersShape.describe('What is asked of a change by how dangerous it is, unless its rule says otherwise.'),
    rules: rulesShape.describe(
      'Who may ask for what. The first rule that fits decides, a denial wins wherever it stands, and what no rule allows is refused.',
    ),
    live: liveShape.describe('How far it goes: off, plan-only or on; or { default, rules }. Left out: plan-only.'),
    decide_within: withinShape('approvers have to decide').describe(
      'How long a request waits for its approvers, 5m to 72h; only working hours of groups that have hours. Left out: 24h.',
    ),
    collect_within: withinShape('an approval lasts').describe(
      'How long an approval lasts, 5m to 72h: for a key, the time to press Make my key. Left out: 24h.',
    ),
    take_back: takeBack.describe(
      'How long an approval can be taken back before anything is sent, 0s to 1m. Left out: 10s.',
    ),
    break_glass: breakGlass.describe(
      'Who may do what alone in an emergency, loudly and with a debt. Left out: nobody.',
    ),
    desk: desk.describe(
      'Who may stop what alone on the bot’s own page, with their passkey, whether Slack answers or not. Left out: there is no desk.',
    ),
    confidential: confidential.describe(
      'What a few may ask and decide among themselves, and how long others hear nothing of it after it ran. Left out: nothing is confidential.',
    ),
    step_up: stepUpShape.describe('How passkeys and codes are kept.'),
    limits: limitsShape.describe('How much one person asks and decides.'),
  },
  'Write the policy here; data/policy.yml is a first one.',
);

export type PolicyDocument = z.output<typeof policySchema>;
export type RuleDocument = PolicyDocument['rules'][number];
export type ConsentDocument = PolicyDocument['tiers']['routine'];
