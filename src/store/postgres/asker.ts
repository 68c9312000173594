import type { QueryResultRow } from 'pg';

/** Whoever answers one statement: the database itself, or one transaction in it. */
export interface Asker {
  ask<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
}
