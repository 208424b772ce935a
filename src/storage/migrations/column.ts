import type { ColumnDefinitionBuilder } from 'kysely';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

export const required: Column = (column) => column.notNull();

/** SQLite would allow null in a primary key of text. */
export const primaryKey: Column = (column) => column.notNull().primaryKey();

/** Numbers given by the database and never given twice, not even after a delete. SQLite's words; PostgreSQL says it as an identity. */
export const neverReused: Column = (column) => column.notNull().primaryKey().autoIncrement();
