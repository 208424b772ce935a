import { type Kysely, sql } from 'kysely';
import type { Found } from '#operations/memory.ts';
import type { Database } from '../tables/database.ts';

/** `%` and `_` of a person's text mean themselves. */
const containing = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Projects, people, keys and everything else by a part of name, id, e-mail or redacted value; each kind up to the limit, then cut. */
export async function searchDirectory(db: Kysely<Database>, text: string, limit: number): Promise<readonly Found[]> {
  const like = containing(text);
  const holds = (...columns: readonly string[]) =>
    sql<boolean>`(${sql.join(
      columns.map((column) => sql`lower(${sql.ref(column)}) like ${like} escape '\\'`),
      sql` or `,
    )})`;
  const projects = await db
    .selectFrom('known_projects')
    .select(['id', 'name'])
    .where(holds('id', 'name'))
    .limit(limit)
    .execute();
  const users = await db
    .selectFrom('known_users')
    .select(['id', 'name', 'email'])
    .where(holds('id', 'name', 'email'))
    .limit(limit)
    .execute();
  const keys = await db
    .selectFrom('known_keys')
    .select(['id', 'name', 'redacted', 'project_name'])
    .where(holds('id', 'name', 'redacted', 'owner_name', 'owner_email'))
    .limit(limit)
    .execute();
  const things = await db
    .selectFrom('known_things')
    .select(['list', 'id', 'name'])
    .where(holds('id', 'name'))
    .limit(limit)
    .execute();
  return [
    ...projects.map(({ id, name }) => ({ kind: 'project', id, name, where: '' })),
    ...users.map(({ id, name, email }) => ({ kind: 'person', id, name, where: email })),
    ...keys.map((key) => ({ kind: 'key', id: key.id, name: key.name, where: `${key.project_name} · ${key.redacted}` })),
    ...things.map(({ list, id, name }) => ({ kind: kindOf(list), id, name, where: '' })),
  ].slice(0, limit);
}

/** `rate limits` of `things GET /organization/projects/{project_id}/rate_limits project_id=…`. */
function kindOf(list: string): string {
  const path = list.split(' ')[2] ?? '';
  return path.slice(path.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
