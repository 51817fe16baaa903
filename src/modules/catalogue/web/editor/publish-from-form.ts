import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import { longestNote } from "../../domain/editing/approval.ts";
import {
  contentChanges,
  merged,
} from "../../domain/editing/content-changes.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { typedLeistung } from "../../domain/typed/leistung-form.ts";
import { readMoment } from "../../domain/editing/planned-moment.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { askApproval } from "../../use-cases/editing/ask-approval.ts";
import type {
  DraftConflict,
  TypedDraft,
} from "../../use-cases/editing/keep-draft.ts";
import { planPublication } from "../../use-cases/editing/plan-publication.ts";
import {
  publishTyped,
  type PublishRefusal,
} from "../../use-cases/editing/publish-content.ts";
import { readVersions } from "../../use-cases/editing/read-editor-desk.ts";
import { noteField } from "./editor-approval.ts";
import { showDraftConflict } from "./editor-drafts.ts";
import { editPath } from "./editor-labels.ts";
import { plannedIn } from "./editor-plan.ts";
import { namesOf } from "./editor-version-routes.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { showForm } from "./show-editor-form.ts";

/** Back to the form, which says what was done. */
export const done = (id: string, what: string) =>
  redirect(`${editPath(id)}?getan=${what}`);

/** A checked content with what an editor has before them. */
export type ToPublish = {
  readonly edited: EditedLeistung;
  readonly draft: TypedDraft;
  readonly before: LeistungContent;
  readonly content: LeistungContent;
};

/** Publishes what was typed, or shows why that cannot be. */
export async function publish(
  request: PortalRequest,
  ports: CataloguePorts,
  given: ToPublish,
): Promise<Reply> {
  const { draft, edited, content } = given;
  const { id } = edited;
  const published = await publishTyped(
    request.context,
    { id, base: draft.base, content },
    draft,
  );
  if (!published.ok)
    return showRefusal(request, ports, {
      ...given,
      refusal: published.refusal,
    });
  return done(
    id,
    published.value === "published" ? "veroeffentlicht" : "unveraendert",
  );
}

/** Plans what was typed for the moment that was typed with it. */
export async function plan(
  request: PortalRequest,
  ports: CataloguePorts,
  given: ToPublish,
): Promise<Reply> {
  const { context } = request;
  const { draft, edited, content } = given;
  const { id } = edited;
  const moment = plannedIn(request);
  const read = readMoment(moment, context.now);
  if ("errors" in read)
    return showForm(request, ports, {
      ...draft,
      edited,
      moment,
      errors: read.errors,
      status: 422,
    });
  const planned = await planPublication(
    context,
    { id, base: draft.base, content, publishAt: read.at },
    draft,
  );
  return planned.ok
    ? done(id, "geplant")
    : showRefusal(request, ports, { ...given, refusal: planned.refusal });
}

/** Asks the other editors to approve what was typed, at once or for the moment that was typed with it. */
export async function ask(
  request: PortalRequest,
  ports: CataloguePorts,
  given: ToPublish,
): Promise<Reply> {
  const { context, fields } = request;
  const { draft, edited, content } = given;
  const note = (fields.get(noteField) ?? "").trim();
  const moment = plannedIn(request);
  const read =
    fields.get("aktion") === "freigabe-planen"
      ? readMoment(moment, context.now)
      : { at: undefined };
  const typed = { ...draft, edited, moment, note };
  if ("errors" in read)
    return showForm(request, ports, { ...typed, ...read, status: 422 });
  const asked = await askApproval(
    context,
    {
      ...{ id: edited.id, base: draft.base, content, draft, note },
      publishAt: read.at,
    },
    ports.notices,
  );
  if (asked.ok)
    return done(
      edited.id,
      asked.value === "waiting" ? "wartet" : "unveraendert",
    );
  const { refusal } = asked;
  return refusal.kind === "note-too-long"
    ? showForm(request, ports, {
        ...typed,
        errors: [
          { field: noteField, fault: "too-long", part: String(longestNote) },
        ],
        status: 422,
      })
    : showRefusal(request, ports, { ...given, refusal });
}

async function showRefusal(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    refusal,
    edited,
    draft,
    before,
    content,
  }: ToPublish & { readonly refusal: PublishRefusal | DraftConflict },
): Promise<Reply> {
  switch (refusal.kind) {
    case "not-found":
      return showError(404);
    case "needs-approval":
    case "waits-already":
      return showForm(request, ports, {
        ...draft,
        edited,
        moment: plannedIn(request),
        warning: `approval.${refusal.kind}`,
        status: 409,
      });
    case "draft-changed":
      return showDraftConflict(request, ports, { edited, conflict: refusal });
    case "changed-since":
      return showConflict(request, ports, {
        current: refusal.current,
        before,
        mine: content,
        revision: draft.revision,
      });
  }
}

/** The second editor sees what the first one changed, and keeps what they typed. */
async function showConflict(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    current,
    revision,
    ...made
  }: Readonly<Record<"before" | "mine", LeistungContent>> & {
    readonly current: EditedLeistung;
    readonly revision: number;
  },
): Promise<Reply> {
  const { context } = request;
  const { before, mine } = made;
  const theirs = contentChanges(before, current.content);
  const ours = contentChanges(before, mine);
  const contested = theirs.filter(({ field, after }) =>
    ours.some((it) => it.field === field && it.after !== after),
  );
  const [latest] = await readVersions(context, {
    leistungId: current.id,
    limit: 1,
  });
  const names = await namesOf(context, ports, [latest?.publishedBy ?? null]);
  const content = merged({ base: before, mine, theirs: current.content });
  return showForm(request, ports, {
    edited: current,
    revision,
    typed: typedLeistung(content),
    contested: contested.map(({ field }) => field),
    base: current.version,
    status: 409,
    conflict: {
      over: "published",
      by: names.get(latest?.publishedBy ?? ""),
      at: current.updatedAt,
      changes: theirs,
    },
  });
}
