import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";

/** Who edits Leistungen, and where. */
export type EditorNotices = {
  /** Addresses of the editors without some of them, where nobody else is one those of the administrators. In the caller's transaction. */
  listEditorEmails(
    context: Context,
    db: Db,
    without: readonly string[],
  ): Promise<readonly string[]>;
  /** Addresses of some of them. In the caller's transaction. */
  listEmailsOf(
    context: Context,
    db: Db,
    staffIds: readonly string[],
  ): Promise<readonly string[]>;
  /** Absolute address of the portal, without a slash at the end. */
  baseUrlOf(tenantId: string): Promise<string>;
};
