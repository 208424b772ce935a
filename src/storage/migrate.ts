import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '#domain/fault.ts';
import { migrations } from './migrations/catalogue.ts';
import type { Database } from './tables/database.ts';
import { translateError } from './translate-error.ts';

// Kysely's own name for the table in which it notes what it has run.
const TABLE = 'kysely_migration';

/** Brings a database up to this program, all steps or none. A database from a newer program is refused and left as it is. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  refuseNewer(await appliedMigrations(db));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw translateError(error);
}

/** For whoever may not migrate: the database must be of exactly this program's version. */
export async function assertMigrated(db: Kysely<Database>): Promise<void> {
  const applied = await appliedMigrations(db);
  refuseNewer(applied);
  if (Object.keys(migrations).some((name) => !applied.includes(name))) {
    throw new Fault(
      'database.failed',
      'This database is older than this Countersign. Start the bot once: it brings the database up to date.',
    );
  }
}

function refuseNewer(applied: readonly string[]): void {
  const unknown = applied.find((name) => !Object.hasOwn(migrations, name));
  if (unknown === undefined) return;
  throw new Fault(
    'database.failed',
    `This database was written by a newer Countersign (it has step ${unknown}). Use that version or a newer one.`,
  );
}

async function appliedMigrations(db: Kysely<Database>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(db);
  return rows.map((row) => row.name);
}
