import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  textKinds,
  type Text,
  type TextInput,
  type TextKind,
} from "../domain/text.ts";
import type { BescheidePorts } from "../ports.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { previewText } from "../use-cases/preview-text.ts";
import { removeText, saveText } from "../use-cases/save-text.ts";
import { kindWords, textPaths } from "./bescheide-paths.ts";
import {
  removeTextPage,
  textFields,
  textPage,
  textsPage,
  type TextPageProps,
} from "./text-pages.ts";

type Handle = (request: PortalRequest, ports: BescheidePorts) => Promise<Reply>;

/** The words of an authority; on the installation's own portal the base for all. */
export function textRoutes(ports: BescheidePorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Handle,
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: "bescheid.texts",
    scope: "any",
    handle: (request) => handle(request, ports),
  });
  return [
    route("GET", textPaths.list, showTexts),
    route("GET", textPaths.addPattern, showNew),
    route("POST", textPaths.addPattern, save),
    route("GET", textPaths.text(":id"), showText),
    route("POST", textPaths.text(":id"), save),
    route("GET", textPaths.preview(":id"), sendPreview),
    route("GET", textPaths.removal(":id"), askRemoval),
    route("POST", textPaths.removal(":id"), remove),
  ];
}

async function showTexts(
  { context, locale, staff }: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  return textsPage({
    locale,
    texts: await listTexts(context, ports),
    leistungen: await ports.listLeistungen(context),
    mayRule: staff?.permissions.includes("bescheid.rules") ?? false,
  });
}

function kindOf({ params }: PortalRequest): TextKind | undefined {
  return textKinds.find((kind) => kindWords[kind] === params["art"]);
}

async function findText(
  { context, params }: PortalRequest,
  ports: BescheidePorts,
): Promise<Text | undefined> {
  const texts = await listTexts(context, ports);
  return texts.find(({ id }) => id === params["id"]);
}

async function showNew(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const kind = kindOf(request);
  if (!kind) return showError(404);
  const input = {
    kind,
    name: "",
    leistungSlug: undefined,
    subject: "",
    body: "",
  };
  return showForm(request, ports, { text: undefined, input });
}

async function showText(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const text = await findText(request, ports);
  return text
    ? showForm(request, ports, { text, input: text })
    : showError(404);
}

async function showForm(
  { context, locale }: PortalRequest,
  ports: BescheidePorts,
  shown: Pick<TextPageProps, "text" | "input" | "problem">,
): Promise<Reply> {
  const texts = await listTexts(context, ports);
  const { leistungSlug } = shown.input;
  return textPage({
    locale,
    ...shown,
    leistungen: await ports.listLeistungen(context),
    answerLabels: leistungSlug
      ? await ports.listAnswerLabels(context, leistungSlug)
      : [],
    moduleNames: texts
      .filter(({ kind }) => kind === "module")
      .map(({ name }) => name),
  });
}

async function save(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context, fields, params } = request;
  const text = await findText(request, ports);
  const kind = text?.kind ?? kindOf(request);
  if (!kind || (params["id"] !== undefined && !text)) return showError(404);
  const input = inputIn(fields, kind);
  const saved = await saveText(
    context,
    {
      ...input,
      id: text?.id,
      seenVersion: Number(fields.get(textFields.version)),
    },
    ports,
  );
  if (saved.ok) return redirect(textPaths.text(saved.value.id));
  const { refusal } = saved;
  return refusal.kind === "not-permitted" || refusal.kind === "not-found"
    ? showError(404)
    : showForm(request, ports, { text, input, problem: refusal });
}

function inputIn(fields: URLSearchParams, kind: TextKind): TextInput {
  const typed = (name: string) => fields.get(name) ?? "";
  return {
    kind,
    name: typed(textFields.name),
    leistungSlug: typed(textFields.leistung) || undefined,
    subject: typed(textFields.subject),
    body: typed(textFields.body),
  };
}

async function sendPreview(
  { context, params }: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const body = await previewText(context, params["id"] ?? "", ports);
  if (!body) return showError(404);
  return {
    kind: "download",
    contentType: "application/pdf",
    filename: "Vorschau.pdf",
    disposition: "inline",
    body,
  };
}

async function askRemoval(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const text = await findText(request, ports);
  return text && !text.isBase
    ? removeTextPage(text, request.locale)
    : showError(404);
}

/** What is gone already, by a second click or a colleague, is removed as well. */
async function remove({ context, params }: PortalRequest): Promise<Reply> {
  await removeText(context, params["id"] ?? "");
  return redirect(textPaths.list);
}
