import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf, type MailText } from "../../../platform/mail/mail-text.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Approval } from "../domain/approval.ts";
import { approvalAskedMail } from "../i18n/mail-texts.ts";
import {
  listUnapprovedAuthors,
  saveApproval,
} from "../store/approval-store.ts";
import { findEditingRules } from "../store/editing-rule-store.ts";
import type { EditedLeistung } from "../store/editor-store.ts";
import type { EditorNotices } from "./editor-notices.ts";

/** Whether this portal publishes only what another editor approved. In the transaction that publishes. */
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
  await tellOf(context, db, { ...mail, id: asked.leistungId, notices });
}

/** A mail to each: the title and where to look, nothing of the texts. */
export async function tellOf(
  context: Context,
  db: Db,
  {
    text,
    to,
    title,
    id,
    notices,
  }: {
    readonly text: MailText;
    readonly to: readonly string[];
    readonly title: string;
    readonly id: string;
    readonly notices: EditorNotices | undefined;
  },
): Promise<void> {
  if (!notices || to.length === 0) return;
  const base = await notices.baseUrlOf(context.tenantId);
  const values = { title, url: `${base}/verwaltung/leistungen/${id}/freigabe` };
  for (const address of to)
    await sendMailLater(
      context,
      db,
      mailOf(text, { to: address, locales: ["de"], values }),
    );
}
