import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** A delivery that took the place of another or whose place it took. */
export type Redirection = {
  readonly deliveryId: string;
  readonly destinationName: string;
  readonly direction: "to" | "from";
};

/** Where a delivery was redirected to and where it was redirected from. */
export async function listRedirections(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<readonly Redirection[]> {
  const { rows } = await sql<Redirection>`
    select other.id as "deliveryId", destination.name as "destinationName",
      case when other.destination_id = given.redirected_to then 'to' else 'from' end as direction
    from delivery.delivery given
    join delivery.delivery other using (tenant_id, submission_id, version)
    join delivery.destination on destination.tenant_id = ${tenantId} and destination.id = other.destination_id
    where given.tenant_id = ${tenantId} and given.id = ${deliveryId} and other.id <> given.id
      and (other.destination_id = given.redirected_to or other.redirected_to = given.destination_id)
    order by other.created_at
  `.execute(db);
  return rows;
}
