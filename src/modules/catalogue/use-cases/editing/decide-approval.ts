import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import {
  longestNote,
  mayApprove,
  type Approval,
} from "../../domain/editing/approval.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import {
  approvalGivenMail,
  approvalReturnedMail,
  outcomeWords,
} from "../../i18n/mail-texts.ts";
import {
  approveVersion,
  deleteApproval,
  findApproval,
  saveReturned,
} from "../../store/approval-store.ts";
import { deleteDraft } from "../../store/draft-store.ts";
import { findEdited, type EditedLeistung } from "../../store/editor-store.ts";
import { deletePlan } from "../../store/plan-store.ts";
import { contentNow } from "./content-now.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { planIn } from "./plan-publication.ts";
import { publishIn } from "./publish-content.ts";
import { tellOf } from "./tell-of.ts";
import { turnVisibility } from "./turn-visibility.ts";

export type { Approval };

/** A request beside what everybody reads. */
export type ShownApproval = {
  readonly approval: Approval;
  readonly current: EditedLeistung;
  /** What everybody reads now; says nothing where the Leistung is hidden. */
  readonly before: LeistungContent;
  /** What everybody would read. */
  readonly after: LeistungContent;
};

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** Undefined also without `catalogue.edit`, and for a Leistung of another tenant. */
export async function readApproval(
  context: Context,
  leistungId: string,
): Promise<ShownApproval | undefined> {
  const { tenantId } = context;
  if (!mayEdit(context) || !isId(leistungId)) return undefined;
  return context.transaction(async (db) => {
    const id = leistungId;
    const current = await findEdited(db, tenantId, { id, lock: "none" });
    const approval = await findApproval(db, tenantId, id);
    return (
      current &&
      approval && {
        approval,
        current,
        before: current.isHidden ? emptyContent : current.content,
        after: await approvedContent(db, tenantId, { approval, current }),
      }
    );
  });
}

async function approvedContent(
  db: Db,
  tenantId: string,
  {
    approval: { content, base },
    current,
  }: Pick<ShownApproval, "approval" | "current">,
): Promise<LeistungContent> {
  return content
    ? contentNow(db, tenantId, { made: { content, base }, current })
    : current.content;
}

/** Which request somebody has seen. */
export type SeenApproval = {
  readonly leistungId: string;
  readonly approvalId: string;
  /** Number of the version that it was compared with. */
  readonly version: number;
};

/** What an approval led to. */
export type Approved = "published" | "planned" | "shown";

export type DecideRefusal =
  /** No such Leistung, nothing waits, or another request than was seen. */
  | { readonly kind: "not-found" | "gone" }
  /** Who wrote in it does not decide on it. */
  | { readonly kind: "own" }
  /** Something was published since it was compared. */
  | { readonly kind: "changed-since" };

/**
 * Approves what waits: it is published, at once or at the moment given, or the Leistung is shown; its authors are told. For editors who did
 * not write in it. What is published is what was seen, or nothing.
 */
export async function approve(
  context: Context,
  seen: SeenApproval & { readonly publishAt?: Date | undefined },
  notices?: EditorNotices,
): Promise<Result<Approved, DecideRefusal>> {
  const { publishAt } = seen;
  return decide<Approved, DecideRefusal>(context, seen, async (db, found) => {
    if (found.current.version !== seen.version)
      return refuse({ kind: "changed-since" });
    const became = await carryOut(context, db, { ...found, publishAt });
    await tellAuthors(context, db, { ...found, publishAt, became, notices });
    return ok(became);
  });
}

type Found = Pick<ShownApproval, "approval" | "current">;
type FoundFor = Found & { readonly publishAt: Date | undefined };

async function carryOut(
  context: Context,
  db: Db,
  { approval, current, publishAt }: FoundFor,
): Promise<Approved> {
  const { tenantId, actor } = context;
  const { id } = current;
  await deleteApproval(db, tenantId, id);
  await recordAudit(context, db, {
    action: "catalogue.approval-given",
    subject: { kind: "leistung", id },
    details: { version: current.version },
  });
  if (!approval.content) return show(context, db, current);
  const content = await approvedContent(db, tenantId, { approval, current });
  if (approval.draftRevision !== null) await deleteDraft(db, tenantId, id);
  const made = { id, base: current.version, content };
  const eyes = { authors: approval.authors, approvedBy: actor.id };
  const by = approval.requestedBy;
  if (publishAt) {
    await planIn(context, db, { ...made, ...eyes, publishAt, plannedBy: by });
    return "planned";
  }
  await publishIn(context, db, { ...made, ...eyes, publishedBy: by });
  await deletePlan(db, tenantId, id);
  return "published";
}

async function tellAuthors(
  context: Context,
  db: Db,
  {
    approval,
    current,
    publishAt,
    became,
    notices,
  }: FoundFor & {
    readonly became: Approved;
    readonly notices: EditorNotices | undefined;
  },
): Promise<void> {
  const { isHidden } = current;
  const outcome = became === "published" && isHidden ? "hidden" : became;
  await tellOf(context, db, {
    text: approvalGivenMail,
    to: (await notices?.listEmailsOf(context, db, approval.authors)) ?? [],
    title: current.content.title.de,
    id: current.id,
    page: "",
    valuesIn: (locale) => ({
      outcome: outcomeWords(outcome, { publishAt, locale }),
    }),
    notices,
  });
}

async function show(
  context: Context,
  db: Db,
  { id, version }: EditedLeistung,
): Promise<Approved> {
  const { tenantId, actor } = context;
  await turnVisibility(db, tenantId, { id, isHidden: false });
  await approveVersion(db, tenantId, {
    leistungId: id,
    version,
    approvedBy: actor.id,
  });
  await recordAudit(context, db, {
    action: "catalogue.leistung-shown",
    subject: { kind: "leistung", id },
  });
  return "shown";
}

/** Sends back what waits, with a reason, and tells its authors. Refuses as `approve` does, and without a reason. */
export async function sendBack(
  context: Context,
  seen: Omit<SeenApproval, "version"> & { readonly reason: string },
  notices: EditorNotices | undefined,
): Promise<Result<void, DecideRefusal | { readonly kind: "reason" }>> {
  const { tenantId, now, actor } = context;
  const reason = seen.reason.trim();
  if (reason === "" || reason.length > longestNote)
    return refuse({ kind: "reason" });
  return decide(context, seen, async (db, { approval, current }) => {
    const { id } = current;
    await saveReturned(db, tenantId, {
      leistungId: id,
      returned: { at: now, by: actor.id, reason },
    });
    await recordAudit(context, db, {
      action: "catalogue.approval-sent-back",
      subject: { kind: "leistung", id },
    });
    await tellOf(context, db, {
      text: approvalReturnedMail,
      to: (await notices?.listEmailsOf(context, db, approval.authors)) ?? [],
      title: current.content.title.de,
      id,
      page: "/freigabe",
      notices,
    });
    return ok(undefined);
  });
}

/** Under the lock of the Leistung, so that of two who decide, or one who decides and one who writes, one comes after the other. */
async function decide<T, R extends { readonly kind: string }>(
  context: Context,
  { leistungId: id, approvalId }: Omit<SeenApproval, "version">,
  work: (db: Db, found: Found) => Promise<Result<T, R>>,
): Promise<Result<T, R | DecideRefusal>> {
  const { tenantId, actor } = context;
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return refuse({ kind: "not-found" });
    const approval = await findApproval(db, tenantId, id);
    if (!approval || approval.returned || approval.id !== approvalId)
      return refuse({ kind: "gone" });
    if (!mayApprove(approval, actor.id)) return refuse({ kind: "own" });
    return work(db, { approval, current });
  });
}
