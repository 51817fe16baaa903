import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Longer than any connector lets a call count. */
const keptMs = 3_600_000;

/** False when this very call was heard before. Forgets those that count no more. */
export async function noteCall(
  db: Db,
  tenantId: string,
  {
    destinationId,
    digest,
    now,
  }: {
    readonly destinationId: string;
    readonly digest: Buffer;
    readonly now: Date;
  },
): Promise<boolean> {
  const before = new Date(now.getTime() - keptMs);
  await sql`
    delete from delivery.heard_call where tenant_id = ${tenantId} and destination_id = ${destinationId} and heard_at < ${before}
  `.execute(db);
  const { numAffectedRows } = await sql`
    insert into delivery.heard_call (destination_id, digest, heard_at) values (${destinationId}, ${digest}, ${now})
    on conflict do nothing
  `.execute(db);
  return numAffectedRows === 1n;
}
