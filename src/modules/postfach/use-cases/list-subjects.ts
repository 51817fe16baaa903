import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { AuditSubject } from "../../audit/index.ts";
import { listPostfachSubjects } from "../store/subject-store.ts";

/** What the log of who did what may name of the Postfach about a submission. */
export function listSubjectsInPostfach(
  { tenantId }: Context,
  db: Db,
  submissionId: string,
): Promise<readonly AuditSubject[]> {
  return listPostfachSubjects(db, tenantId, submissionId);
}
