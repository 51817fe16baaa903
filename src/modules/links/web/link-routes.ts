import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { linkTexts } from "../i18n/texts.ts";
import { checkNow, readLinkReport } from "../use-cases/read-link-report.ts";
import { linkPage, linksPath } from "./link-page.ts";

/** What the check of links has found, for editors. */
export function linkRoutes(ports: {
  readonly isOn: boolean;
}): readonly Route[] {
  const access = {
    path: linksPath,
    audience: "staff",
    permission: "catalogue.edit",
  } as const;
  return [
    { method: "GET", ...access, handle: (request) => show(request, ports) },
    { method: "POST", ...access, handle: (request) => ask(request, ports) },
  ];
}

async function show(
  { context, locale, query }: PortalRequest,
  { isOn }: { readonly isOn: boolean },
): Promise<Reply> {
  const report = await readLinkReport(context);
  if (!report) return showError(403);
  const isAsked = query.get("getan") === "gefragt";
  return page({
    title: linkTexts(locale)("title"),
    main: linkPage({ report, isOn, isAsked, locale }),
    section: "/verwaltung/leistungen",
    layout: "wide",
  });
}

async function ask(
  { context }: PortalRequest,
  { isOn }: { readonly isOn: boolean },
): Promise<Reply> {
  if (!isOn) return showError(404);
  return (await checkNow(context))
    ? redirect(`${linksPath}?getan=gefragt`)
    : showError(403);
}
