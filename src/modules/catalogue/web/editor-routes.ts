import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { listOffices } from "../../tenants/index.ts";
import { contentChanges, merged } from "../domain/content-changes.ts";
import {
  inLanguage,
  type LeistungContent,
} from "../domain/leistung-content.ts";
import {
  emptyContent,
  readLeistung,
  typedLeistung,
  type TypedLeistung,
} from "../domain/leistung-form.ts";
import { editorTexts, type EditorKey } from "../i18n/texts.ts";
import {
  createLeistung,
  publishContent,
  readEdited,
  setHidden,
  type EditedLeistung,
} from "../use-cases/edit-leistung.ts";
import { readVersions } from "../use-cases/read-editor-desk.ts";
import { readSituations } from "../use-cases/read-situations.ts";
import { showPreview } from "./editor-preview.ts";
import { takePart } from "./take-part.ts";
import { showEditorList } from "./show-editor-list.ts";
import { editorPage, type EditorPageInput } from "./editor-page.ts";
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
      handle: (request) => showForm(request, undefined),
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
        return edited ? showForm(request, edited) : showError(404);
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

/** What a page of the form needs besides the Leistung. */
type Shown = Partial<
  Pick<EditorPageInput, "typed" | "errors" | "contested" | "base" | "conflict">
> & { readonly status?: 409 | 422 };

const doneKeys: ReadonlyMap<string, EditorKey> = new Map([
  ["veroeffentlicht", "done.published"],
  ["angelegt", "done.created"],
  ["unveraendert", "done.unchanged"],
  ["verborgen", "done.hidden"],
  ["gezeigt", "done.shown"],
  ["wiederhergestellt", "done.restored"],
  ["uebernommen", "done.taken"],
  ["behalten", "done.kept"],
]);

async function showForm(
  request: PortalRequest,
  edited: EditedLeistung | undefined,
  shown: Shown = {},
): Promise<Reply> {
  const { locale, query } = request;
  const { status, ...rest } = { status: 200, errors: [], ...shown };
  const t = editorTexts(locale);
  const title = edited?.content.title.de ?? t("edit.new");
  const choices = await choicesFor(request);
  return page({
    status,
    title: rest.errors.length > 0 ? t("edit.error", { title }) : title,
    main: editorPage({
      edited,
      ...asItStands(edited),
      ...rest,
      ...choices,
      locale,
      done: doneKeys.get(query.get("getan") ?? ""),
    }),
    section: editorPath,
    layout: "wide",
  });
}

const asItStands = (edited: EditedLeistung | undefined) => ({
  base: edited?.version ?? 0,
  typed: typedLeistung(edited?.content ?? emptyContent),
  contested: [],
});

/** Offices and topics of the portal. */
async function choicesFor({
  context,
  locale,
}: PortalRequest): Promise<Pick<EditorPageInput, "offices" | "situations">> {
  const offices = await listOffices(context);
  const situations = await readSituations(context);
  return {
    offices: offices.map(({ slug, name }) => ({ value: slug, label: name })),
    situations: situations.map(({ key, names }) => ({
      value: key,
      label: inLanguage(names, locale).text,
    })),
  };
}

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

async function takeTyped(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<Reply> {
  const { fields, locale } = request;
  const action = fields.get("aktion");
  const base = numberOf(fields.get("fassung")) ?? 0;
  const before = await contentOfBase(request, edited, base);
  const typed = typedIn(request, before);
  const form = { typed, base };
  if (action === "bearbeiten") return showForm(request, edited, form);
  const { offices, situations } = await choicesFor(request);
  const { content, errors } = readLeistung(typed, before, {
    offices: offices.map(({ value }) => value),
    situations: situations.map(({ value }) => value),
  });
  if (errors.length > 0)
    return showForm(request, edited, { ...form, errors, status: 422 });
  if (action === "vorschau")
    return showPreview(request, ports, { ...form, content, edited, locale });
  return edited
    ? publish(request, ports, { edited, base, before, content })
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

/** The content that was on the page when somebody began to type. */
async function contentOfBase(
  { context }: PortalRequest,
  edited: EditedLeistung | undefined,
  base: number,
): Promise<LeistungContent> {
  if (!edited) return emptyContent;
  if (edited.version === base) return edited.content;
  const [known] = await readVersions(context, {
    leistungId: edited.id,
    limit: 1,
    upTo: base,
  });
  return known?.content ?? edited.content;
}

const done = (id: string, what: string) =>
  redirect(`${editPath(id)}?getan=${what}`);

async function publish(
  request: PortalRequest,
  ports: CataloguePorts,
  given: {
    readonly edited: EditedLeistung;
    readonly base: number;
    readonly before: LeistungContent;
    readonly content: LeistungContent;
  },
): Promise<Reply> {
  const { id } = given.edited;
  const published = await publishContent(request.context, { id, ...given });
  if (published.ok)
    return done(
      id,
      published.value === "published" ? "veroeffentlicht" : "unveraendert",
    );
  if (published.refusal.kind === "not-found") return showError(404);
  return showConflict(request, ports, {
    current: published.refusal.current,
    before: given.before,
    mine: given.content,
  });
}

/** The second editor sees what the first one changed, and keeps what they typed. */
async function showConflict(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    current,
    ...made
  }: Readonly<Record<"before" | "mine", LeistungContent>> & {
    readonly current: EditedLeistung;
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
  return showForm(request, current, {
    typed: typedLeistung(content),
    contested: contested.map(({ field }) => field),
    base: current.version,
    status: 409,
    conflict: {
      by: names.get(latest?.publishedBy ?? ""),
      at: current.updatedAt,
      changes: theirs,
    },
  });
}
