import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { longestNote, togetherWith } from "../../domain/editing/approval.ts";
import { isSameContent } from "../../domain/editing/content-changes.ts";
import { deleteApproval, findApproval } from "../../store/approval-store.ts";
import { parseContent } from "../../store/content-schema.ts";
import { findDraft, type Draft } from "../../store/draft-store.ts";
import { findEdited, type EditedLeistung } from "../../store/editor-store.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { askIn, listUnseenAuthors } from "./four-eyes.ts";
import {
  conflictWith,
  writeDraft,
  type DraftConflict,
  type TypedDraft,
} from "./keep-draft.ts";
import type { ContentToPublish, PublishRefusal } from "./publish-content.ts";

/** What an editor has before them and wants another one to approve. */
export type ApprovalToAsk = ContentToPublish & {
  readonly draft: TypedDraft;
  readonly note: string;
  /** Undefined for at once. */
  readonly publishAt?: Date | undefined;
};

export type AskRefusal =
  | Exclude<PublishRefusal, { readonly kind: "needs-approval" }>
  | DraftConflict
  | { readonly kind: "note-too-long" };

/**
 * Keeps what an editor typed as the draft, and asks the others to approve it. Everybody who wrote in the draft and who asks counts as its
 * author. A later change of the draft ends the request. Refuses as `publishTyped` does, and where something else of the Leistung waits.
 */
export async function askApproval(
  context: Context,
  given: ApprovalToAsk,
  notices: EditorNotices | undefined,
): Promise<Result<"waiting" | "unchanged", AskRefusal>> {
  const { tenantId, actor } = context;
  const { id, base, draft, note } = given;
  if (!actor.may("catalogue.edit") || !isId(id))
    return refuse({ kind: "not-found" });
  if (note.length > longestNote) return refuse({ kind: "note-too-long" });
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return refuse({ kind: "not-found" });
    const known = await findDraft(db, tenantId, id);
    if (known && known.revision !== draft.revision)
      return refuse(await conflictWith(db, tenantId, { known, given: draft }));
    if (current.version !== base)
      return refuse({ kind: "changed-since", current });
    return keepAndAsk(context, db, { given, known, current, notices });
  });
}

async function keepAndAsk(
  context: Context,
  db: Db,
  {
    given: { id, base, draft, note, publishAt, content: typed },
    known,
    current,
    notices,
  }: {
    readonly given: ApprovalToAsk;
    readonly known: Draft | undefined;
    readonly current: EditedLeistung;
    readonly notices: EditorNotices | undefined;
  },
): Promise<Result<"waiting" | "unchanged", AskRefusal>> {
  const { tenantId, actor } = context;
  const content = parseContent(typed);
  if (isSameContent(content, current.content)) return ok("unchanged");
  const waiting = await findApproval(db, tenantId, id);
  if (waiting && !waiting.returned && waiting.draftRevision === null)
    return refuse({ kind: "waits-already" });
  const kept = await writeDraft(context, db, { known, given: draft });
  const { authors, revision } = kept ?? { authors: [], revision: null };
  const earlier = await listUnseenAuthors(db, tenantId, current);
  await askIn(context, db, {
    asked: {
      leistungId: id,
      title: current.content.title.de,
      content,
      base,
      draftRevision: revision,
      authors: togetherWith(authors, actor.id, ...earlier),
      publishAt,
      note,
    },
    notices,
  });
  return ok("waiting");
}

/** Takes a request back, or puts away one that was sent back; the draft stays. For its authors; false for others. Audited. */
export async function withdrawApproval(
  context: Context,
  leistungId: string,
): Promise<boolean> {
  const { tenantId, actor } = context;
  if (!actor.may("catalogue.edit") || !isId(leistungId)) return false;
  return context.transaction(async (db) => {
    const id = leistungId;
    await findEdited(db, tenantId, { id, lock: "update" });
    const waiting = await findApproval(db, tenantId, id);
    if (!waiting?.authors.includes(actor.id)) return false;
    await deleteApproval(db, tenantId, id);
    await recordAudit(context, db, {
      action: "catalogue.approval-withdrawn",
      subject: { kind: "leistung", id },
    });
    return true;
  });
}
