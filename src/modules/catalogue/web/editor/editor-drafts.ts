import { formatClock } from "../../../../platform/i18n/dates.ts";
import {
  redirect,
  showError,
  type Json,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import { changedInputs, mergeTyped } from "../../domain/editing/draft-merge.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import {
  discardDraft,
  keepDraft,
  type DraftConflict,
  type TypedDraft,
} from "../../use-cases/editing/keep-draft.ts";
import { takeBackPlan } from "../../use-cases/editing/plan-publication.ts";
import { editPath } from "./editor-labels.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { showForm } from "./show-editor-form.ts";

/** What an editor wants of a draft, and what they have before them. */
type AskedOfDraft = {
  readonly edited: EditedLeistung;
  readonly draft: TypedDraft;
};

/** Keeps or gives up a draft or a plan; undefined when that is not what was asked. */
export function takeDraft(
  request: PortalRequest,
  ports: CataloguePorts,
  asked: AskedOfDraft,
): Promise<Reply> | undefined {
  switch (request.fields.get("aktion")) {
    case "entwurf":
      return saveByButton(request, ports, asked);
    case "merken":
      return saveByScript(request, asked);
    case "verwerfen":
      return discard(request, asked);
    case "zuruecknehmen":
      return takeBack(request, asked);
    default:
      return undefined;
  }
}

async function saveByButton(
  request: PortalRequest,
  ports: CataloguePorts,
  { edited, draft }: AskedOfDraft,
): Promise<Reply> {
  const kept = await keepDraft(request.context, draft, {
    merge: "where-uncontested",
  });
  if (kept.ok) return redirect(`${editPath(edited.id)}?getan=gespeichert`);
  return kept.refusal.kind === "not-found"
    ? showError(404)
    : showDraftConflict(request, ports, { edited, conflict: kept.refusal });
}

/** For `autosave.js`: what it says below the form, and the number of what was saved. */
async function saveByScript(
  { context, locale }: PortalRequest,
  { draft }: AskedOfDraft,
): Promise<Reply> {
  const t = editorTexts(locale);
  const kept = await keepDraft(context, draft, { merge: "never" });
  if (kept.ok) {
    const time = formatClock(context.now, locale);
    return told(200, {
      text: t("draft.saved-at", { time }),
      revision: kept.value?.revision ?? draft.revision,
    });
  }
  return kept.refusal.kind === "not-found"
    ? told(404, { text: t("draft.not-saved") })
    : told(409, { text: t("draft.other-saved") });
}

const told = (
  status: number,
  body: { readonly text: string; readonly revision?: number },
): Json => ({ kind: "json", status, body });

async function discard(
  { context }: PortalRequest,
  { edited }: AskedOfDraft,
): Promise<Reply> {
  await discardDraft(context, edited.id);
  return redirect(`${editPath(edited.id)}?getan=verworfen`);
}

async function takeBack(
  { context }: PortalRequest,
  { edited }: AskedOfDraft,
): Promise<Reply> {
  await takeBackPlan(context, edited.id);
  return redirect(`${editPath(edited.id)}?getan=zurueckgenommen`);
}

/** The second editor sees what the first one saved, and keeps what they typed. */
export async function showDraftConflict(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    edited,
    conflict: { draft, texts },
  }: { readonly edited: EditedLeistung; readonly conflict: DraftConflict },
): Promise<Reply> {
  const { before, theirs } = texts;
  const names = await ports.listStaffNames?.(request.context, [draft.savedBy]);
  return showForm(request, ports, {
    edited,
    ...mergeTyped(texts),
    base: draft.base,
    revision: draft.revision,
    status: 409,
    conflict: {
      over: "draft",
      by: names?.get(draft.savedBy),
      at: draft.savedAt,
      changes: changedInputs(before, theirs).map((field) => ({
        field,
        before: before.get(field) ?? "",
        after: theirs.get(field) ?? "",
      })),
    },
  });
}
