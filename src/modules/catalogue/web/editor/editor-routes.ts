import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import {
  readLeistung,
  typedLeistung,
} from "../../domain/typed/leistung-form.ts";
import {
  createLeistung,
  readEdited,
  setHidden,
  type EditedLeistung,
} from "../../use-cases/editing/edit-leistung.ts";
import {
  keepDraft,
  type TypedDraft,
} from "../../use-cases/editing/keep-draft.ts";
import { ask, done, plan, publish } from "./publish-from-form.ts";
import { contentOfBase } from "./content-of-base.ts";
import { approvalRoutes } from "./approval-routes.ts";
import { takeDraft } from "./editor-drafts.ts";
import { noteField } from "./editor-approval.ts";
import { plannedIn } from "./editor-plan.ts";
import { showPreview } from "./editor-preview.ts";
import { takePart } from "./take-part.ts";
import { takeReview } from "./take-review.ts";
import { showEditorList } from "./show-editor-list.ts";
import { choicesFor } from "./choices-for.ts";
import { showForm, type Shown } from "./show-editor-form.ts";
import { editorPath, editPath, newPath } from "./editor-labels.ts";
import { rulesRoutes } from "./rules-routes.ts";
import { editorVersionRoutes, numberOf } from "./editor-version-routes.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { rowActIn, typedIn } from "./typed-in.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;

/** Leistungen of the portal for its editors: found, written, looked at, published, hidden. */
export function editorRoutes(ports: CataloguePorts): readonly Route[] {
  return [
    {
      method: "GET",
      path: editorPath,
      ...access,
      handle: (request) => showEditorList(request, ports),
    },
    ...rulesRoutes(ports),
    {
      method: "GET",
      path: newPath,
      ...access,
      handle: (request) => showForm(request, ports, { edited: undefined }),
    },
    {
      method: "POST",
      path: newPath,
      ...access,
      handle: (request) => take(request, ports, undefined),
    },
    {
      method: "GET",
      path: editPath(":id"),
      ...access,
      handle: async (request) => {
        const edited = await readEdited(request.context, idOf(request));
        return edited ? showForm(request, ports, { edited }) : showError(404);
      },
    },
    {
      method: "POST",
      path: editPath(":id"),
      ...access,
      handle: async (request) => {
        const edited = await readEdited(request.context, idOf(request));
        if (!edited) return showError(404);
        return (
          (await takePart(request, ports, edited.id)) ??
          (await takeReview(request, ports, edited)) ??
          take(request, ports, edited)
        );
      },
    },
    ...editorVersionRoutes(ports),
    ...approvalRoutes(ports),
  ];
}

const idOf = ({ params }: PortalRequest) => params["id"] ?? "";

function take(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<Reply> {
  const action = request.fields.get("aktion");
  return edited && (action === "verbergen" || action === "zeigen")
    ? hideOrShow(request, ports, edited)
    : takeTyped(request, ports, edited);
}

async function hideOrShow(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung,
): Promise<Reply> {
  const { context } = request;
  const { id } = edited;
  const action = request.fields.get("aktion");
  const isHidden = action === "verbergen";
  const set = await setHidden(context, { id, isHidden }, ports.notices);
  if (set.ok && set.value === "waiting") return done(id, "wartet");
  if (set.ok) return done(id, isHidden ? "verborgen" : "gezeigt");
  return set.refusal.kind === "not-found"
    ? showError(404)
    : showForm(request, ports, {
        edited,
        warning: "approval.waits-already",
        status: 409,
      });
}

/** What was sent, and the content that it was typed over. */
async function readSent(
  request: PortalRequest,
  edited: EditedLeistung | undefined,
) {
  const { fields } = request;
  const base = numberOf(fields.get("fassung")) ?? 0;
  const revision = numberOf(fields.get("entwurf")) ?? 0;
  const before = await contentOfBase(request, edited, base);
  const typed = typedIn(request, before);
  const draft: TypedDraft | undefined = edited && {
    leistungId: edited.id,
    base,
    before: typedLeistung(before),
    revision,
    typed,
  };
  const moment = plannedIn(request);
  const note = fields.get(noteField) ?? "";
  return {
    ...{ before, draft },
    form: { edited, typed, base, revision, moment, note },
  };
}

async function takeTyped(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<Reply> {
  const action = request.fields.get("aktion");
  const { before, draft, form } = await readSent(request, edited);
  const touched = rowActIn(request);
  if (touched || action === "bearbeiten")
    return showUnfinished(request, ports, { ...form, draft, touched });
  const taken = edited && draft && takeDraft(request, ports, { edited, draft });
  return taken ?? takeFinished(request, ports, { before, draft, form });
}

/** What is to be looked at or to become public: it must be right. */
async function takeFinished(
  request: PortalRequest,
  ports: CataloguePorts,
  { before, draft, form }: Awaited<ReturnType<typeof readSent>>,
): Promise<Reply> {
  const { locale } = request;
  const { edited } = form;
  const action = request.fields.get("aktion");
  const { offices, situations } = await choicesFor(request);
  const { content, errors } = readLeistung(form.typed, before, {
    offices: offices.map(({ value }) => value),
    situations: situations.map(({ value }) => value),
  });
  if (errors.length > 0)
    return showForm(request, ports, { ...form, errors, status: 422 });
  if (action === "vorschau")
    return showPreview(request, ports, { ...form, content, locale });
  if (!edited || !draft) return create(request, ports, content);
  const given = { edited, draft, before, content };
  if (action === "freigabe" || action === "freigabe-planen")
    return ask(request, ports, given);
  return action === "planen"
    ? plan(request, ports, given)
    : publish(request, ports, given);
}

/** The form again, also with a row more or less. Then what was typed is kept as a draft, where nobody else saved one since: that is told at the next saving. */
async function showUnfinished(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    draft,
    ...form
  }: Shown & {
    readonly edited: EditedLeistung | undefined;
    readonly draft: TypedDraft | undefined;
  },
): Promise<Reply> {
  const kept =
    draft &&
    form.touched &&
    (await keepDraft(request.context, draft, { merge: "never" }));
  const revision = kept?.ok ? kept.value?.revision : undefined;
  return showForm(request, ports, {
    ...form,
    ...(revision !== undefined && { revision }),
  });
}

async function create(
  { context, fields }: PortalRequest,
  { notices }: CataloguePorts,
  content: LeistungContent,
): Promise<Reply> {
  const isHidden = fields.get("aktion") === "verborgen";
  const created = await createLeistung(context, { content, isHidden }, notices);
  if (!created) return showError(403);
  return done(created.id, created.state === "done" ? "angelegt" : "wartet");
}
