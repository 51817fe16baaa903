import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope } from "../../staff/index.ts";
import { listNewNotices, type StaffNotice } from "../store/notice-store.ts";

export type { StaffNotice };

/** What is new for the caller personally, the newest first: notes that name them, answers they waited for. None without access to Vorgänge. */
export async function listNotices(
  context: Context,
): Promise<readonly StaffNotice[]> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return [];
  const { hiddenSlugs } = await findWorkScope(context);
  return context.read((db) =>
    listNewNotices(db, tenantId, { staffId: actor.id, hiddenSlugs }),
  );
}
