import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { MessageHead } from "../domain/message.ts";
import type { ContactTables } from "./tables.ts";

export type StoredMessage = MessageHead & {
  /** Still encrypted. */
  readonly content: Buffer;
};

/** Keeps a message; false where one of this id is there already. */
export async function addMessage(
  db: Db,
  tenantId: string,
  message: Omit<StoredMessage, "doneAt">,
): Promise<boolean> {
  const added = await db
    .$extendTables<ContactTables>()
    .insertInto("contact.message")
    .values({
      tenant_id: tenantId,
      id: message.id,
      office_slug: message.officeSlug,
      content: message.content,
      received_at: message.receivedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

/** Open ones first, then the newest; none to the hidden offices. */
export async function listMessages(
  db: Db,
  tenantId: string,
  hiddenOfficeSlugs: readonly string[],
): Promise<readonly MessageHead[]> {
  const rows = await db
    .$extendTables<ContactTables>()
    .selectFrom("contact.message")
    .select(["id", "office_slug", "received_at", "done_at"])
    .where("tenant_id", "=", tenantId)
    .where(isShown(hiddenOfficeSlugs))
    .orderBy("done_at", (order) => order.desc().nullsFirst())
    .orderBy("received_at", "desc")
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    officeSlug: row.office_slug,
    receivedAt: row.received_at,
    doneAt: row.done_at ?? undefined,
  }));
}

const mostListed = 500;

const isShown = (hiddenOfficeSlugs: readonly string[]) =>
  sql<boolean>`office_slug <> all(${[...hiddenOfficeSlugs]}::text[])`;

export async function findMessage(
  db: Db,
  tenantId: string,
  {
    id,
    hiddenOfficeSlugs,
  }: { readonly id: string; readonly hiddenOfficeSlugs: readonly string[] },
): Promise<StoredMessage | undefined> {
  const row = await db
    .$extendTables<ContactTables>()
    .selectFrom("contact.message")
    .select(["id", "office_slug", "content", "received_at", "done_at"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where(isShown(hiddenOfficeSlugs))
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      officeSlug: row.office_slug,
      content: row.content,
      receivedAt: row.received_at,
      doneAt: row.done_at ?? undefined,
    }
  );
}

/** True where it was open until now. */
export async function markDone(
  db: Db,
  tenantId: string,
  {
    id,
    staffId,
    now,
  }: { readonly id: string; readonly staffId: string; readonly now: Date },
): Promise<boolean> {
  const marked = await db
    .$extendTables<ContactTables>()
    .updateTable("contact.message")
    .set({ done_at: now, done_by: staffId })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("done_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return marked !== undefined;
}

/** Messages that were done, or came in, before these days. */
export async function deleteMessages(
  db: Db,
  tenantId: string,
  {
    doneBefore,
    receivedBefore,
  }: { readonly doneBefore: Date; readonly receivedBefore: Date },
): Promise<void> {
  await db
    .$extendTables<ContactTables>()
    .deleteFrom("contact.message")
    .where("tenant_id", "=", tenantId)
    .where((it) =>
      it.or([
        it("done_at", "<=", doneBefore),
        it("received_at", "<=", receivedBefore),
      ]),
    )
    .execute();
}
