import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { mostProjects, projectWord } from '../invites/project-words.ts';
import { isProjectRole } from '../objects/named-roles.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import type { Inverse } from '../plan.ts';
import { noWayBack } from '../plan-of.ts';

interface Membership {
  readonly id: string;
  readonly role: string;
}

const onboard = operationId('users.onboard');

/** Input of an onboarding or invitation that gives somebody the same role and projects. */
export function onboardInput(
  user: { readonly email: string; readonly role: string },
  projects: readonly Membership[],
): JsonObject {
  return {
    email: user.email,
    role: user.role === 'owner' ? 'owner' : 'reader',
    projects: projects.length === 0 ? null : projects.slice(0, mostProjects).map(projectWord),
  };
}

const withoutAddress: Inverse = {
  verdict: 'none',
  sentence: 'OpenAI tells no address of theirs, so somebody has to invite them anew.',
  operation: null,
  input: null,
};

/** How somebody who was removed from the organization comes back. */
export function inviteAgain(user: OrganizationUser): Inverse {
  const { email, projects } = user;
  if (email === null) return withoutAddress;
  const what = (projects?.length ?? 0) > mostProjects ? ` and ${mostProjects} of their projects` : ' and projects';
  return {
    verdict: 'partial',
    sentence: `they can be invited again with the same role${what}, and have to accept. Groups, further roles and their own keys do not come back.`,
    operation: onboard,
    input: onboardInput({ email, role: user.role }, projects ?? []),
  };
}

/** How somebody who only left projects comes back into them. */
export function joinAgain(
  user: OrganizationUser,
  left: {
    readonly projects: readonly Membership[];
    /** Whether nothing but memberships was taken away. */
    readonly isComplete: boolean;
  },
): Inverse {
  const { projects } = left;
  if (projects.length === 0) {
    return noWayBack('what ended here does not come back. New keys can be made, and new invitations sent.');
  }
  if (user.email === null) return withoutAddress;
  const isExact = left.isComplete && projects.every((project) => isProjectRole(project.role));
  return {
    verdict: isExact ? 'exact' : 'partial',
    sentence: isExact
      ? 'add them to these projects again.'
      : 'add them to these projects again. Keys and finer roles do not come back.',
    operation: onboard,
    input: onboardInput({ email: user.email, role: user.role }, projects),
  };
}
