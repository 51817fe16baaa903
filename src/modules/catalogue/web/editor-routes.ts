import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { contentChanges, merged } from "../domain/content-changes.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import {
  readLeistung,
  typedLeistung,
  type TypedLeistung,
} from "../domain/leistung-form.ts";
import {
  createLeistung,
  publishTyped,
  readEdited,
  setHidden,
  type EditedLeistung,
} from "../use-cases/edit-leistung.ts";
import { readVersions } from "../use-cases/read-editor-desk.ts";
import type { TypedDraft } from "../use-cases/keep-draft.ts";
import { contentOfBase } from "./content-of-base.ts";
import { showDraftConflict, takeDraft } from "./editor-drafts.ts";
import { showPreview } from "./editor-preview.ts";
import { takePart } from "./take-part.ts";
import { showEditorList } from "./show-editor-list.ts";
import { choicesFor, showForm } from "./show-editor-form.ts";
import { editorPath, editPath, newPath } from "./editor-labels.ts";
import {
  editorVersionRoutes,
  namesOf,
  numberOf,
} from "./editor-version-routes.ts";
import type { CataloguePorts } from "./found-leistungen.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;

/** Leistungen of the portal for its editors: found, written, looked at, published, hidden. */
export function editorRoutes(ports: CataloguePorts): readonly Route[] {
  return [
    { method: "GET", path: editorPath, ...access, handle: showEditorList },
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
        const chosen = takePart(request, edited.id);
        return (await chosen) ?? take(request, ports, edited);
      },
    },
    ...editorVersionRoutes(ports),
  ];
}

const idOf = ({ params }: PortalRequest) => params["id"] ?? "";

/** Inputs that a browser did not send stay as they are. */
function typedIn(
  { fields }: PortalRequest,
  content: LeistungContent,
): TypedLeistung {
  return new Map(
    [...typedLeistung(content)].map(([name, before]) => [
      name,
      (fields.get(name) ?? before).replaceAll("\r\n", "\n"),
    ]),
  );
}

function take(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<Reply> {
  const action = request.fields.get("aktion");
  return edited && (action === "verbergen" || action === "zeigen")
    ? hideOrShow(request, edited.id, action)
    : takeTyped(request, ports, edited);
}

async function hideOrShow(
  { context }: PortalRequest,
  id: string,
  action: "verbergen" | "zeigen",
): Promise<Reply> {
  const isHidden = action === "verbergen";
  await setHidden(context, { id, isHidden });
  return done(id, isHidden ? "verborgen" : "gezeigt");
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
  return { before, draft, form: { edited, typed, base, revision } };
}

async function takeTyped(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<Reply> {
  const { locale } = request;
  const action = request.fields.get("aktion");
  const { before, draft, form } = await readSent(request, edited);
  if (action === "bearbeiten") return showForm(request, ports, form);
  const taken = edited && draft && takeDraft(request, ports, { edited, draft });
  if (taken) return taken;
  const { offices, situations } = await choicesFor(request);
  const { content, errors } = readLeistung(form.typed, before, {
    offices: offices.map(({ value }) => value),
    situations: situations.map(({ value }) => value),
  });
  if (errors.length > 0)
    return showForm(request, ports, { ...form, errors, status: 422 });
  if (action === "vorschau")
    return showPreview(request, ports, { ...form, content, locale });
  return edited && draft
    ? publish(request, ports, { edited, draft, before, content })
    : create(request, content);
}

async function create(
  { context, fields }: PortalRequest,
  content: LeistungContent,
): Promise<Reply> {
  const isHidden = fields.get("aktion") === "verborgen";
  const id = await createLeistung(context, { content, isHidden });
  return id === undefined ? showError(403) : done(id, "angelegt");
}

const done = (id: string, what: string) =>
  redirect(`${editPath(id)}?getan=${what}`);

async function publish(
  request: PortalRequest,
  ports: CataloguePorts,
  given: {
    readonly edited: EditedLeistung;
    readonly draft: TypedDraft;
    readonly before: LeistungContent;
    readonly content: LeistungContent;
  },
): Promise<Reply> {
  const { draft, edited, content } = given;
  const { id } = edited;
  const published = await publishTyped(
    request.context,
    { id, base: draft.base, content },
    draft,
  );
  if (published.ok)
    return done(
      id,
      published.value === "published" ? "veroeffentlicht" : "unveraendert",
    );
  const { refusal } = published;
  switch (refusal.kind) {
    case "not-found":
      return showError(404);
    case "draft-changed":
      return showDraftConflict(request, ports, { edited, conflict: refusal });
    case "changed-since":
      return showConflict(request, ports, {
        current: refusal.current,
        before: given.before,
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
  const names = await namesOf(context, ports, latest ? [latest] : []);
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
