import { isId } from "../../../platform/values/id.ts";
import {
  optionForm,
  type DestinationFaults,
  type OptionField,
} from "../../delivery/index.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Inbox } from "../domain/inbox.ts";
import { askNow, checkSource } from "../use-cases/ring.ts";
import {
  saveSource,
  type SaveSourceRefusal,
} from "../use-cases/save-source.ts";
import {
  showSource,
  viewSources,
  type OpenSource,
} from "../use-cases/view-sources.ts";
import { sourcePath, sourcesPath } from "./arrivals-paths.ts";
import { sourceCheckPage } from "./source-check-page.ts";
import { sourceFormPage, type SourceInput } from "./source-form-page.ts";
import { sourcesPage } from "./sources-page.ts";

type Ports = { readonly inboxes: ReadonlyMap<string, Inbox> };

type Handle = (request: PortalRequest) => Promise<Reply> | Reply;
type HandleOne = (
  request: PortalRequest,
  open: OpenSource,
) => Promise<Reply> | Reply;

/** For the administrator of an authority: from where applications of other portals come, and what could not be taken. */
export function sourceRoutes(ports: Ports): readonly Route[] {
  const route = (
    method: "GET" | "POST",
    path: string,
    handle: Handle,
  ): Route => ({
    method,
    path: `${sourcesPath}${path}`,
    audience: "staff",
    permission: "delivery.edit",
    handle: async (request) => handle(request),
  });
  const ofOne = (handle: HandleOne) => async (request: PortalRequest) => {
    const id = request.params["id"] ?? "";
    const open = isId(id)
      ? await showSource(request.context, id, ports.inboxes)
      : undefined;
    return open ? handle(request, open) : showError(404);
  };
  return [
    route("GET", "", (request) => showList(request, ports)),
    route("GET", "/neu", (request) => showNew(request, ports)),
    route("POST", "/neu", (request) => save(request, undefined, ports)),
    route(
      "GET",
      "/:id",
      ofOne((request, open) => showForm(request, { open, ports, input: open })),
    ),
    route(
      "POST",
      "/:id",
      ofOne((request, open) => save(request, open, ports)),
    ),
    route("POST", "/:id/abruf", ofOne(ask)),
    route(
      "POST",
      "/:id/pruefung",
      ofOne((request, { id }) => check(request, id, ports)),
    ),
  ];
}

async function showList(
  { context, locale, query }: PortalRequest,
  { inboxes }: Ports,
): Promise<Reply> {
  const overview = await viewSources(context);
  return overview
    ? sourcesPage({ locale, overview, inboxes, done: doneOf(query) })
    : showError(403);
}

async function ask(
  { context }: PortalRequest,
  { id }: OpenSource,
): Promise<Reply> {
  return (await askNow(context, id))
    ? redirect(`${sourcesPath}?abruf=1`)
    : showError(409);
}

async function check(
  { context, locale }: PortalRequest,
  sourceId: string,
  { inboxes }: Ports,
): Promise<Reply> {
  const signal = AbortSignal.timeout(60_000);
  const report = await checkSource(context, { sourceId, signal }, inboxes);
  return report
    ? sourceCheckPage({ report, locale, back: sourcePath(sourceId) })
    : showError(409);
}

const doneOf = (query: URLSearchParams) =>
  query.has("gespeichert") ? "saved" : query.has("abruf") ? "asked" : undefined;

/** There is one way so far; a second one is chosen by its key in the address. */
function showNew(request: PortalRequest, ports: Ports): Reply {
  const [key = ""] = ports.inboxes.keys();
  const input = {
    name: "",
    isEnabled: true,
    inboxKey: request.query.get("weg") ?? key,
    options: undefined,
  };
  return showForm(request, { open: undefined, ports, input });
}

type FormShown = {
  readonly open: OpenSource | undefined;
  readonly ports: Ports;
  readonly input: SourceInput;
  readonly faults?: DestinationFaults;
};

function showForm(
  { locale, baseUrl }: PortalRequest,
  { open, ports, input, faults = new Map() }: FormShown,
): Reply {
  const inbox = ports.inboxes.get(input.inboxKey);
  if (!inbox) return showError(404);
  return sourceFormPage({
    locale,
    baseUrl,
    sourceId: open?.id,
    inbox: inbox.describe(locale),
    input,
    storedSecrets: open?.storedSecrets ?? [],
    faults,
  });
}

async function save(
  request: PortalRequest,
  open: OpenSource | undefined,
  ports: Ports,
): Promise<Reply> {
  const { context, fields, locale } = request;
  const inboxKey = open?.inboxKey ?? fields.get("weg") ?? "";
  const inbox = ports.inboxes.get(inboxKey);
  if (!inbox) return showError(404);
  const asked = inbox.describe(locale).fields;
  const input = readInput(fields, { inboxKey, asked });
  const shown = { open, ports, input };
  const faults = missingIn(input, asked, open);
  if (faults.size > 0) return showForm(request, { ...shown, faults });
  const given = { ...input, sourceId: open?.id };
  const saved = await saveSource(context, given, ports.inboxes);
  if (saved.ok) return redirect(`${sourcesPath}?gespeichert=1`);
  const refused = faultsOf(saved.refusal);
  return typeof refused === "number"
    ? showError(refused)
    : showForm(request, { ...shown, faults: refused });
}

const readInput = (
  fields: URLSearchParams,
  {
    inboxKey,
    asked,
  }: { readonly inboxKey: string; readonly asked: readonly OptionField[] },
) => ({
  name: (fields.get("name") ?? "").trim().slice(0, 120),
  isEnabled: fields.get("eingeschaltet") === "true",
  inboxKey,
  options: optionForm.read(fields, asked),
});

function missingIn(
  { name, options }: ReturnType<typeof readInput>,
  asked: readonly OptionField[],
  open: OpenSource | undefined,
): DestinationFaults {
  const missing = optionForm.missing(asked, options, open?.storedSecrets ?? []);
  const names = [
    ...(name === "" ? ["name"] : []),
    ...missing.map(optionForm.inputName),
  ];
  return new Map(names.map((each) => [each, "missing" as const]));
}

function faultsOf(refusal: SaveSourceRefusal): DestinationFaults | 403 | 404 {
  switch (refusal.kind) {
    case "not-permitted":
      return 403;
    case "not-found":
      return 404;
    case "name-taken":
      return new Map([["name", "taken"]]);
    case "options-invalid":
      return new Map(
        refusal.fields.map((name) => [optionForm.inputName(name), "wrong"]),
      );
  }
}
