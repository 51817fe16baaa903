import type { Db } from "../../../platform/database/database.ts";
import {
  eventKinds,
  everyOutcome,
  type VorgangEvent,
  type VorgangEventKind,
} from "../domain/events.ts";
import type { VorgaengeTables } from "./tables.ts";

/** An event with its note still encrypted. */
export type StoredEvent = Omit<VorgangEvent, "note"> & {
  readonly encryptedNote: Buffer | undefined;
};

/** Appends one event; the database refuses a position that is taken. */
export async function insertEvent(
  db: Db,
  tenantId: string,
  event: StoredEvent & { readonly vorgangId: string },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.event")
    .values({
      tenant_id: tenantId,
      vorgang_id: event.vorgangId,
      position: event.position,
      kind: event.kind,
      outcome: event.outcome ?? null,
      assignee_id: event.assigneeId ?? null,
      team_id: event.teamId ?? null,
      until_day: event.untilDay ?? null,
      at: event.at,
      actor_kind: event.actorKind,
      actor_id: event.actorId,
      note: event.encryptedNote ?? null,
    })
    .execute();
}

/** Everything that happened to a Vorgang, in order. */
export async function listEvents(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredEvent[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.event")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    position: row.position,
    kind: kindOf(row.kind),
    outcome: everyOutcome.find((outcome) => outcome === row.outcome),
    assigneeId: row.assignee_id ?? undefined,
    teamId: row.team_id ?? undefined,
    untilDay: row.until_day ?? undefined,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    encryptedNote: row.note ?? undefined,
  }));
}

function kindOf(text: string): VorgangEventKind {
  const kind = eventKinds.find((known) => known === text);
  if (!kind) throw new Error(`vorgaenge.event: unknown kind "${text}"`);
  return kind;
}
