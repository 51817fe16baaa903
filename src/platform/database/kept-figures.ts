import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Figures, and when they were counted. */
export type KeptFigures<Figures> = {
  readonly figures: Figures;
  readonly countedAt: Date;
};

export type Keeping<Figures> = {
  /** A name is never used for something else. */
  readonly name: string;
  readonly now: Date;
  /** How old they may be; nought counts in any case. */
  readonly maxAgeMs: number;
  /** Gives plain values: numbers and texts, no days and no moments. */
  readonly count: (db: Db) => Promise<Figures>;
};

/**
 * Figures of the whole installation that take the longer to count the larger it is: those that this or another process has counted lately, or
 * else counted now and kept for the next who asks.
 */
export async function keepFigures<Figures>(
  db: Db,
  { name, now, maxAgeMs, count }: Keeping<Figures>,
): Promise<KeptFigures<Figures>> {
  const { rows } = await sql<KeptFigures<Figures>>`
    select figures, counted_at as "countedAt" from installation.kept_figures
    where name = ${name} and counted_at > ${new Date(now.getTime() - maxAgeMs)} and counted_at <= ${now}
  `.execute(db);
  if (rows[0]) return rows[0];
  const figures = await count(db);
  await sql`
    insert into installation.kept_figures (name, figures, counted_at) values (${name}, ${JSON.stringify(figures)}::jsonb, ${now})
    on conflict (name) do update set figures = excluded.figures, counted_at = excluded.counted_at
  `.execute(db);
  return { figures, countedAt: now };
}

/** Something was done about them: the next who asks counts anew. */
export async function forgetFigures(db: Db, name: string): Promise<void> {
  await sql`delete from installation.kept_figures where name = ${name}`.execute(
    db,
  );
}
