type Get = (path: string) => Promise<unknown>;

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

export const dataScience = 'proj_AcmeDataScience000000000';
export const supportBot = 'proj_AcmeSupportBot0000000000';
export const playground = 'proj_AcmePlayground0000000000';
export const searchDev = 'proj_AcmeSearchDev00000000000';

/** Some values of everything a list holds, in order: times and new ids would differ after any undo. */
export async function valuesIn(get: Get, path: string, names: readonly string[]): Promise<readonly string[]> {
  const { data } = (await get(`${path}?limit=100`)) as Listed;
  return data.map((item) => names.map((name) => String(item[name])).join(' ')).toSorted();
}

export const membersIn = (get: Get, projectId: string) =>
  valuesIn(get, `/organization/projects/${projectId}/users`, ['email', 'role']);

export const invitesIn = (get: Get) => valuesIn(get, '/organization/invites', ['email', 'role', 'status']);

export const peopleIn = (get: Get) => valuesIn(get, '/organization/users', ['email', 'role']);
