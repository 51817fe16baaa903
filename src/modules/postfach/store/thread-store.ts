import { sql, type Selectable } from "kysely";
import type { OwnedBy } from "../../../platform/context/owned-by.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedSql,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { ProvidedKind } from "../domain/message.ts";
import type { Thread, ThreadSubject } from "../domain/thread.ts";
import type { PostfachTables } from "./tables.ts";

export type ProvidedMessage = {
  readonly id: string;
  readonly kind: ProvidedKind;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly body: Buffer | undefined;
};

/** Writes a message to the applicant, and its thread if there is none, in one statement. What comes brings a thread back from the archive. */
export async function insertProvided(
  db: Db,
  tenantId: string,
  {
    threadId,
    subject,
    message,
  }: {
    readonly threadId: string;
    readonly subject: ThreadSubject;
    readonly message: ProvidedMessage;
  },
): Promise<{ readonly threadId: string }> {
  const { owner, submissionId, reference, title } = subject;
  const { id: messageId, kind, at, actorKind, actorId, body = null } = message;
  const { rows } = await insertThreadAndMessage(db, {
    ...{ tenantId, threadId, submissionId, reference, title },
    ownerId: owner?.ownerId ?? null,
    actingAccountId: owner?.actingAccountId ?? null,
    ...{ messageId, kind, at, actorKind, actorId, body },
  });
  return { threadId: rows[0]?.thread_id ?? threadId };
}

type ProvidedValues = Omit<ProvidedMessage, "id" | "body"> &
  Pick<ThreadSubject, "submissionId" | "reference" | "title"> & {
    readonly tenantId: string;
    readonly threadId: string;
    readonly ownerId: string | null;
    readonly actingAccountId: string | null;
    readonly messageId: string;
    readonly body: Buffer | null;
  };

const insertThreadAndMessage = fixedSql(
  (value: ValueOf<ProvidedValues>) => sql<{ thread_id: string }>`
    with thread as (
      insert into postfach.thread as known (
        tenant_id, id, submission_id, reference, title, owner_id, acting_account_id, opened_at, newest_at, last_position, newest_incoming
      )
      values (
        ${value("tenantId")}::uuid, ${value("threadId")}::uuid, ${value("submissionId")}::uuid, ${value("reference")}, ${value("title")},
        ${value("ownerId")}::uuid, ${value("actingAccountId")}::uuid, ${value("at")}, ${value("at")}, 1, 1
      )
      on conflict (tenant_id, submission_id) do update set
        newest_at = excluded.newest_at, last_position = known.last_position + 1, newest_incoming = known.last_position + 1,
        archived_at = null
      returning id, last_position
    )
    insert into postfach.message (tenant_id, thread_id, position, id, kind, at, actor_kind, actor_id, body)
    select ${value("tenantId")}::uuid, thread.id, thread.last_position, ${value("messageId")}::uuid, ${value("kind")}, ${value("at")},
      ${value("actorKind")}, ${value("actorId")}, ${value("body")}
    from thread
    returning thread_id
  `,
);

const mostListed = 300;

/** The threads of a party in all portals, the newest first. Row-level security shows rows of this owner. */
export async function listThreadsOfOwner(
  db: Db,
  owned: OwnedBy,
  folder: "inbox" | "archive",
): Promise<Thread[]> {
  const rows = await ofOwner(db, owned)
    .where("archived_at", folder === "inbox" ? "is" : "is not", null)
    .orderBy("newest_at", "desc")
    .limit(mostListed)
    .execute();
  return rows.map(threadOf);
}

/** One thread of a party, in whatever portal it lies. */
export async function findThreadOfOwner(
  db: Db,
  owned: OwnedBy,
  threadId: string,
): Promise<Thread | undefined> {
  const row = await ofOwner(db, owned)
    .where("id", "=", threadId)
    .executeTakeFirst();
  return row && threadOf(row);
}

/** How many threads of a party have something new, in all portals. */
export async function countUnreadOfOwner(
  db: Db,
  { ownerId, actorId }: OwnedBy,
): Promise<number> {
  const { unread } = await db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.thread")
    .select(({ fn }) => fn.countAll<string>().as("unread"))
    .where("owner_id", "=", ownerId)
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .where("archived_at", "is", null)
    .whereRef("newest_incoming", ">", "read_position")
    .executeTakeFirstOrThrow();
  return Number(unread);
}

function ofOwner(db: Db, { ownerId, actorId }: OwnedBy) {
  return db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.thread")
    .selectAll()
    .where("owner_id", "=", ownerId)
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    );
}

function threads(db: Db, tenantId: string) {
  return db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.thread")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

/** The thread of a submission in this tenant. */
export async function findThreadOfSubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<Thread | undefined> {
  const row = await threads(db, tenantId)
    .where("submission_id", "=", submissionId)
    .executeTakeFirst();
  return row && threadOf(row);
}

/** The thread a message is in. */
export async function findThreadOfMessage(
  db: Db,
  tenantId: string,
  messageId: string,
): Promise<Thread | undefined> {
  const row = await db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.thread")
    .innerJoin("postfach.message", (join) =>
      join
        .onRef("postfach.message.tenant_id", "=", "postfach.thread.tenant_id")
        .onRef("postfach.message.thread_id", "=", "postfach.thread.id"),
    )
    .selectAll("postfach.thread")
    .where("postfach.thread.tenant_id", "=", tenantId)
    .where("postfach.message.id", "=", messageId)
    .executeTakeFirst();
  return row && threadOf(row);
}

/** Locks a thread until the transaction ends: what is written into it comes one after the other. */
export async function lockThread(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<Thread | undefined> {
  const row = await threads(db, tenantId)
    .where("id", "=", threadId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && threadOf(row);
}

export type ThreadChange = Partial<{
  readonly newest_at: Date;
  readonly last_position: number;
  readonly read_position: number;
  readonly archived_at: Date | null;
  readonly labels: Buffer | null;
  readonly paper_wished_at: Date | null;
}>;

export async function changeThread(
  db: Db,
  { tenantId, id }: Pick<Thread, "tenantId" | "id">,
  change: ThreadChange,
): Promise<void> {
  await db
    .$extendTables<PostfachTables>()
    .updateTable("postfach.thread")
    .set(change)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

/** Two accounts of one person became one, or an account is gone and only its private links stay. */
export async function changeOwner(
  db: Db,
  tenantId: string,
  { from, to }: { readonly from: string; readonly to: string | null },
): Promise<void> {
  const threads = db
    .$extendTables<PostfachTables>()
    .updateTable("postfach.thread")
    .where("tenant_id", "=", tenantId);
  await threads
    .set({ owner_id: to, acting_account_id: to })
    .where("owner_id", "=", from)
    .execute();
  if (to !== null)
    await threads
      .set({ acting_account_id: to })
      .where("acting_account_id", "=", from)
      .execute();
}

function threadOf(row: Selectable<PostfachTables["postfach.thread"]>): Thread {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    submissionId: row.submission_id,
    reference: row.reference,
    title: row.title,
    ownerId: row.owner_id ?? undefined,
    actingAccountId: row.acting_account_id ?? undefined,
    openedAt: row.opened_at,
    newestAt: row.newest_at,
    lastPosition: row.last_position,
    newestIncoming: row.newest_incoming,
    readPosition: row.read_position,
    archivedAt: row.archived_at ?? undefined,
    labels: row.labels ?? undefined,
    paperWishedAt: row.paper_wished_at ?? undefined,
  };
}
