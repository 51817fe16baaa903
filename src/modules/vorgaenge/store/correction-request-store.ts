import type { Db } from "../../../platform/database/database.ts";
import type { VorgaengeTables } from "./tables.ts";

export type StoredRequest = {
  id: string;
  position: number;
  items: Buffer;
  answer_by: string | null;
  answered_position: number | null;
};

export async function insertRequest(
  db: Db,
  tenantId: string,
  request: {
    readonly id: string;
    readonly vorgangId: string;
    readonly position: number;
    /** Encrypted. */
    readonly items: Buffer;
    readonly answerBy: string | undefined;
  },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.correction_request")
    .values({
      tenant_id: tenantId,
      id: request.id,
      vorgang_id: request.vorgangId,
      position: request.position,
      items: request.items,
      answer_by: request.answerBy ?? null,
    })
    .execute();
}

/** What was asked of the applicant in the form, in order. */
export function listRequests(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredRequest[]> {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.correction_request")
    .select(["id", "position", "items", "answer_by", "answered_position"])
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .orderBy("position")
    .execute();
}

/** Notes the answer. The caller has locked the Vorgang. */
export async function saveAnswer(
  db: Db,
  tenantId: string,
  {
    id,
    answeredPosition,
  }: { readonly id: string; readonly answeredPosition: number },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .updateTable("vorgaenge.correction_request")
    .set({ answered_position: answeredPosition })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("answered_position", "is", null)
    .execute();
}
