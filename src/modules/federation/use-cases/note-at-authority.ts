import { recordAudit, type NewAuditEntry } from "../../audit/index.ts";
import type { Keeper } from "./keeper.ts";

/** What an administrator does with providers stands in the log of their own authority, too, where its auditor looks. */
export async function noteAtAuthority(
  { here, installation }: Keeper,
  entry: NewAuditEntry,
): Promise<void> {
  if (here.tenantId === installation.tenantId) return;
  await here.transaction((db) => recordAudit(here, db, entry));
}
