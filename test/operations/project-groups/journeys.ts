import type { Journey } from '../journey.ts';

const DATA_SCIENCE = 'proj_AcmeDataScience000000000';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Which groups are in a project; when they came is new after an undo. */
const groupsIn = async (get: (path: string) => Promise<unknown>) =>
  ((await get(`/organization/projects/${DATA_SCIENCE}/groups`)) as Listed).data
    .map((group) => String(group['group_name']))
    .toSorted();

export const journeys: readonly Journey[] = [
  {
    operation: 'project-groups.add',
    words: 'data-science --group finops --role "Project Viewer"',
    inverse: 'exact',
    look: groupsIn,
  },
  {
    operation: 'project-groups.remove',
    words: 'data-science --group okta-engineering',
    // A second role, so that the way back has to give two.
    before: [
      {
        operation: 'assignments.assign-project-group',
        words: 'data-science --group okta-engineering --role "Project Viewer"',
      },
    ],
    inverse: 'exact',
    look: async (get) => {
      const path = `/projects/${DATA_SCIENCE}/users/user-AcmePriyaRaman0000000000/roles`;
      const roles = ((await get(path)) as Listed).data.map((role) => String(role['name']));
      return [await groupsIn(get), roles.toSorted()];
    },
  },
];
