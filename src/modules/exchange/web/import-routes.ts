import { formatDateTime } from "../../../platform/i18n/dates.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { feedModes, type Feed, type FeedFault } from "../domain/feed.ts";
import { exchangeTexts } from "../i18n/texts.ts";
import {
  fetchNow,
  readImportDesk,
  readImportRun,
  setFeed,
} from "../use-cases/feeds.ts";
import type { LeistungEditor } from "./import-problems.ts";
import { importRunPage } from "./import-run-page.ts";
import { importsPage, type TypedFeed } from "./imports-page.ts";
import { importsPath } from "./imports-path.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;

export type ImportPorts = {
  readonly releasedHosts: readonly string[];
  readonly editor: LeistungEditor;
};

/** Where Leistungen are fetched from, and the reports of it. */
export function importRoutes({
  releasedHosts,
  editor,
}: ImportPorts): readonly Route[] {
  return [
    { method: "GET", path: importsPath, ...access, handle: (it) => show(it) },
    {
      method: "POST",
      path: importsPath,
      ...access,
      handle: (request) =>
        request.fields.get("aktion") === "jetzt"
          ? askNow(request)
          : save(request, releasedHosts),
    },
    {
      method: "GET",
      path: `${importsPath}/:id`,
      ...access,
      handle: (request) => showRun(request, editor),
    },
  ];
}

async function show(
  { context, locale, query }: PortalRequest,
  refused?: { readonly typed: TypedFeed; readonly fault: FeedFault },
): Promise<Reply> {
  const desk = await readImportDesk(context);
  if (!desk) return showError(403);
  const t = exchangeTexts(locale);
  const title = t("imports.title");
  return page({
    status: refused ? 422 : 200,
    title: refused ? t("imports.error", { title }) : title,
    scripts: refused ? ["focus-error-summary"] : [],
    main: importsPage({
      desk,
      locale,
      typed: refused?.typed ?? typedOf(desk.feed),
      fault: refused?.fault,
      done: refused ? undefined : doneIn(query),
    }),
    section: importsPath,
    layout: "wide",
  });
}

const typedOf = (feed: Feed | undefined): TypedFeed => ({
  url: feed?.url ?? "",
  hours: String(feed?.everyHours ?? 24),
  mode: feed?.mode ?? "whole",
});

const done = {
  gespeichert: "saved",
  beendet: "ended",
  gefragt: "asked",
} as const;

const doneIn = (query: URLSearchParams) =>
  Object.entries(done).find(([word]) => word === query.get("getan"))?.[1];

async function save(
  request: PortalRequest,
  releasedHosts: readonly string[],
): Promise<Reply> {
  const { context, fields } = request;
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const typed = {
    url: field("adresse"),
    hours: field("abstand"),
    mode: field("art"),
  };
  const setting = {
    url: typed.url,
    everyHours: /^\d{1,4}$/.test(typed.hours) ? Number(typed.hours) : 0,
    mode: feedModes.find((mode) => mode === typed.mode) ?? "whole",
  };
  const saved = await setFeed(context, setting, releasedHosts);
  if (saved.ok) {
    const word = typed.url === "" ? "beendet" : "gespeichert";
    return redirect(`${importsPath}?getan=${word}`);
  }
  return saved.refusal.kind === "not-permitted"
    ? showError(403)
    : show(request, { typed, fault: saved.refusal.fault });
}

async function askNow({ context }: PortalRequest): Promise<Reply> {
  return (await fetchNow(context))
    ? redirect(`${importsPath}?getan=gefragt`)
    : redirect(importsPath);
}

async function showRun(
  { context, locale, params }: PortalRequest,
  editor: LeistungEditor,
): Promise<Reply> {
  const run = await readImportRun(context, params["id"] ?? "");
  if (!run) return showError(404);
  const moment = formatDateTime(run.startedAt, locale);
  return page({
    title: exchangeTexts(locale)("run.title", { moment }),
    main: importRunPage(run, locale, editor),
    section: importsPath,
    layout: "wide",
  });
}
