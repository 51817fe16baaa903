import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

export type MirrorState = "waiting" | "sent" | "acknowledged" | "failed";

export type Mirror = {
  message_id: string;
  provider: string;
  /** Encrypted. */
  handle: Buffer;
  state: MirrorState;
  reason: string | null;
  attempts: number;
  changed_at: Date;
};

const columns = sql`message_id, provider, handle, state, reason, attempts, changed_at`;

/** A copy that is to be made; once for a message. */
export async function insertMirror(
  db: Db,
  tenantId: string,
  mirror: Pick<Mirror, "provider" | "handle"> & {
    readonly messageId: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into postfach.mirror (tenant_id, message_id, provider, handle, state, changed_at)
    values (${tenantId}::uuid, ${mirror.messageId}::uuid, ${mirror.provider}, ${mirror.handle}, 'waiting', ${mirror.at})
    on conflict do nothing
  `.execute(db);
}

/** Copies that wait to be sent, or for an answer. */
export async function listOpenMirrors(
  db: Db,
  tenantId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from postfach.mirror
    where tenant_id = ${tenantId}::uuid and state in ('waiting', 'sent') order by changed_at limit 200
  `.execute(db);
  return rows.map(({ message_id }) => message_id);
}

/** Undefined while somebody else works on it. */
export async function takeMirror(
  db: Db,
  tenantId: string,
  messageId: string,
): Promise<Mirror | undefined> {
  const { rows } = await sql<Mirror>`
    select ${columns} from postfach.mirror
    where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid for update skip locked
  `.execute(db);
  return rows[0];
}

export async function changeMirror(
  db: Db,
  tenantId: string,
  changed: {
    readonly messageId: string;
    readonly state: MirrorState;
    readonly reason?: string | undefined;
    readonly attempts: number;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update postfach.mirror set state = ${changed.state}, reason = ${changed.reason ?? null}, attempts = ${changed.attempts},
      changed_at = ${changed.at}
    where tenant_id = ${tenantId}::uuid and message_id = ${changed.messageId}::uuid
  `.execute(db);
}

/** The copies of a thread's messages. */
export async function listMirrors(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<readonly Mirror[]> {
  const { rows } = await sql<Mirror>`
    select ${columns} from postfach.mirror
    where tenant_id = ${tenantId}::uuid and message_id in (
      select id from postfach.message where tenant_id = ${tenantId}::uuid and thread_id = ${threadId}::uuid
    )
  `.execute(db);
  return rows;
}
