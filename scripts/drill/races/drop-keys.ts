import type pg from "pg";

/** What the database refuses by itself, whatever the portal asks for: for the control, it no longer does. */
export async function dropKeys(database: pg.Client): Promise<void> {
  await database.query("drop index submissions.submission_once");
  await database.query(
    "alter table vorgaenge.event drop constraint event_pkey cascade",
  );
}
