import { z } from 'zod';
import { channelId, say, strict, teamId } from './leaves.ts';
import { breakGlass } from './sections/break-glass.ts';
import { calendarsShape } from './sections/calendars.ts';
import { tiersShape } from './sections/consent.ts';
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
    version: z.literal([1, 2], { error: say('Write version: 2.') }),
    workspace: teamId.optional(),
    channels: strict(
      {
        approvals: channelId,
        audit: channelId,
        alerts: channelId,
        shared_inside: z.array(channelId, { error: 'Write a list of channel ids.' }).default([]),
      },
      'Write { approvals, audit, alerts }.',
    ),
    people: peopleShape,
    groups: groupsShape,
    projects: projectsShape,
    calendars: calendarsShape,
    protected: protectedShape,
    incident_link: incidentLinkShape,
    tiers: tiersShape,
    rules: rulesShape,
    live: liveShape,
    decide_within: withinShape('approvers have to decide'),
    collect_within: withinShape('an approval lasts'),
    take_back: takeBack,
    break_glass: breakGlass,
    step_up: stepUpShape,
    limits: limitsShape,
  },
  'Write the policy here; data/policy.yml is a first one.',
);

export type PolicyDocument = z.output<typeof policySchema>;
export type RuleDocument = PolicyDocument['rules'][number];
export type ConsentDocument = PolicyDocument['tiers']['routine'];
