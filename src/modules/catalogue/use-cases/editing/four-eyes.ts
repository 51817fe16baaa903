import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { newId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import type { Approval } from "../../domain/editing/approval.ts";
import { approvalAskedMail } from "../../i18n/mail-texts.ts";
import {
  listUnapprovedAuthors,
  saveApproval,
} from "../../store/approval-store.ts";
import { findEditingRules } from "../../store/editing-rule-store.ts";
import type { EditedLeistung } from "../../store/editor-store.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { tellOf } from "./tell-of.ts";

// What an editor writes becomes public only when one who did not write in it approved it, at once or planned. Authors are all who wrote in the
// draft since the last approval, and who asks. A changed draft is asked for anew; of a hidden Leistung all is compared, and showing it is
// approved too. Outside of it: imports, commands, forms behind a Leistung, notices, and what is shown or taken over of above as it is.

/** Whether this portal publishes only what another editor approved (off at first). In the transaction that publishes. */
export async function needsApproval(
  db: Db,
  tenantId: string,
): Promise<boolean> {
  return (await findEditingRules(db, tenantId)).needsApproval;
}

/** Of a hidden Leistung nobody but its authors may have seen what is there: they are authors of what is added, too. */
export async function listUnseenAuthors(
  db: Db,
  tenantId: string,
  { id, isHidden }: EditedLeistung,
): Promise<readonly string[]> {
  return isHidden ? listUnapprovedAuthors(db, tenantId, id) : [];
}

/** What is asked for. */
export type Asked = Pick<
  Approval,
  "leistungId" | "content" | "base" | "draftRevision" | "authors"
> & {
  readonly title: string;
  readonly publishAt?: Date | undefined;
  readonly note?: string;
};

/** Keeps a request, in place of an earlier one, and tells who did not write in it. In the caller's transaction, which holds the lock of the Leistung. */
export async function askIn(
  context: Context,
  db: Db,
  {
    asked: { title, publishAt, note = "", ...asked },
    notices,
    requestedBy = context.actor.id,
  }: {
    readonly asked: Asked;
    readonly notices: EditorNotices | undefined;
    readonly requestedBy?: string;
  },
): Promise<void> {
  const { tenantId, now } = context;
  await saveApproval(db, tenantId, {
    ...asked,
    id: newId(),
    publishAt: publishAt ?? null,
    note,
    requestedAt: now,
    requestedBy,
  });
  await recordAudit(context, db, {
    action: "catalogue.approval-asked",
    subject: { kind: "leistung", id: asked.leistungId },
  });
  const to = await notices?.listEditorEmails(context, db, asked.authors);
  const mail = { text: approvalAskedMail, to: to ?? [], title };
  const at = { id: asked.leistungId, page: "/freigabe" } as const;
  await tellOf(context, db, { ...mail, ...at, notices });
}
