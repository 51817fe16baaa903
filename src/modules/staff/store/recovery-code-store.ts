import type { Db } from "../../../platform/database/database.ts";
import type { StaffTables } from "./tables.ts";

/** New codes in place of all earlier ones; without new ones the earlier ones are gone. */
export async function replaceRecoveryCodes(
  db: Db,
  tenantId: string,
  codes: { readonly memberId: string; readonly hashes: readonly Buffer[] },
): Promise<void> {
  const tables = db.$extendTables<StaffTables>();
  await tables
    .deleteFrom("staff.recovery_code")
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", codes.memberId)
    .execute();
  if (codes.hashes.length === 0) return;
  await tables
    .insertInto("staff.recovery_code")
    .values(
      codes.hashes.map((hash) => ({
        tenant_id: tenantId,
        member_id: codes.memberId,
        code_hash: hash,
      })),
    )
    .execute();
}

/** False when there is no such code or it was used before. */
export async function useRecoveryCode(
  db: Db,
  tenantId: string,
  code: {
    readonly memberId: string;
    readonly hash: Buffer;
    readonly usedAt: Date;
  },
): Promise<boolean> {
  const used = await db
    .$extendTables<StaffTables>()
    .updateTable("staff.recovery_code")
    .set({ used_at: code.usedAt })
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", code.memberId)
    .where("code_hash", "=", code.hash)
    .where("used_at", "is", null)
    .returning("code_hash")
    .executeTakeFirst();
  return used !== undefined;
}

export async function countRecoveryCodesLeft(
  db: Db,
  tenantId: string,
  memberId: string,
): Promise<number> {
  const row = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.recovery_code")
    .select((select) => select.fn.countAll<string>().as("left"))
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", memberId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
