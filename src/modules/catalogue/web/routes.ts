import {
  page,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { PortalDirectory } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { namesIn } from "../domain/leistung.ts";
import { listLeistungen } from "../use-cases/list-leistungen.ts";
import { listMostAsked } from "../use-cases/search/list-most-asked.ts";
import { readSituations } from "../use-cases/situations/read-situations.ts";
import {
  createUseNotes,
  type UseNotes,
} from "../use-cases/search/use-notes.ts";
import { readHome } from "../use-cases/read-home.ts";
import {
  findAround,
  portalsAbove,
  type CataloguePorts,
} from "./found-leistungen.ts";
import { aboveRoutes } from "./editor/above-routes.ts";
import { successorRoutes } from "./editor/successor-routes.ts";
import { editorRoutes } from "./editor/editor-routes.ts";
import { feedbackRoutes } from "./feedback-routes.ts";
import { robotsRoutes } from "./robots-routes.ts";
import { noticeRoutes } from "./notices/notice-routes.ts";
import type { LeistungCard } from "./leistung-cards.ts";
import { homePage } from "./home-page.ts";
import { showLeistung } from "./show-leistung.ts";
import { showNoTopic } from "./show-no-topic.ts";
import { showProvider } from "./show-provider.ts";
import { listPage } from "./list-page.ts";
import { readFilter } from "./result-filters.ts";
import { resultsPage } from "./results-page.ts";
import { situationRoutes } from "./situations/situation-routes.ts";
import { searchDeskRoutes } from "./search-desk/search-desk-routes.ts";

const leistungenSection = "/leistungen";
const longestQuery = 200;
const mostSuggestions = 6;
const searchScripts = ["leistung-suggestions"];

type Ports = CataloguePorts & { readonly notes: UseNotes };

/** Start of a portal, its Leistungen from A to Z with the search, and each of them. */
export function catalogueRoutes(given: CataloguePorts): Route[] {
  const ports = { ...given, notes: given.notes ?? createUseNotes() };
  const { portals } = ports;
  return [
    {
      method: "GET",
      path: "/",
      audience: "public",
      handle: (request) => showHome(request, portals),
    },
    {
      method: "GET",
      path: "/leistungen",
      audience: "public",
      handle: (request) => showList(request, ports),
    },
    {
      method: "GET",
      path: "/vorschlaege/leistungen",
      audience: "public",
      handle: (request) => suggest(request, ports),
    },
    {
      method: "GET",
      path: "/leistungen/:name",
      audience: "public",
      handle: (request) => showLeistung(request, ports),
    },
    {
      method: "GET",
      path: "/anbieter/:name",
      audience: "public",
      handle: showProvider,
    },
    ...searchDeskRoutes,
    ...situationRoutes(ports),
    ...noticeRoutes(ports),
    ...aboveRoutes(ports),
    ...successorRoutes(ports),
    ...editorRoutes(ports),
    ...feedbackRoutes,
    ...robotsRoutes,
  ];
}

async function showHome(
  { context, portal, locale, baseUrl }: PortalRequest,
  portals: PortalDirectory,
): Promise<Reply> {
  const [home, [parent]] = await Promise.all([
    readHome(context),
    portalsAbove(portal, portals),
  ]);
  return page({
    title: catalogueTexts(locale)("home.page-title"),
    main: homePage({ home, portal, parent, baseUrl, locale }),
    section: "/",
    scripts: searchScripts,
  });
}

async function showList(request: PortalRequest, ports: Ports): Promise<Reply> {
  const query = queryOf(request);
  return query === "" ? showLetters(request) : showResults(request, ports);
}

/** Suggestions at the search: the best Leistungen for `?q=`. */
async function suggest(request: PortalRequest, ports: Ports): Promise<Reply> {
  const around = await findAround(request, ports, queryOf(request));
  const leistungen = suggestedOf(around, request)
    .slice(0, mostSuggestions)
    .map(({ leistung, offeredBy, href }) => ({
      title: namesIn(leistung, request.locale).title.text,
      href,
      ...(offeredBy !== request.portal.name && { authority: offeredBy }),
    }));
  return { kind: "json", status: 200, body: { leistungen } };
}

/** Whoever types at a company means what it offers; what its town has as well stands among the hits. */
function suggestedOf(
  around: readonly LeistungCard[],
  { portal }: PortalRequest,
): readonly LeistungCard[] {
  if (portal.kind !== "company") return around;
  const own = around.filter(({ offeredBy }) => offeredBy === portal.name);
  return own.length > 0 ? own : around;
}

function queryOf({ query }: PortalRequest): string {
  return (query.get("q") ?? "").trim().slice(0, longestQuery);
}

async function showLetters(request: PortalRequest): Promise<Reply> {
  const { context, portal, locale, query } = request;
  const initial = parseInitial(query.get("buchstabe"));
  const situation = query.get("thema") ?? "";
  const found = await listLeistungen(context, {
    ...(initial !== undefined && { initial }),
    ...(situation !== "" && { situation }),
  });
  if (situation !== "" && !found.topic) return showNoTopic(request, situation);
  return page({
    title: catalogueTexts(locale)("list.title"),
    main: listPage({ ...found, portal, locale, initial }),
    section: leistungenSection,
    scripts: searchScripts,
  });
}

async function showResults(
  request: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const { context, portal, locale } = request;
  const query = queryOf(request);
  const hits = await findAround(request, ports, query);
  const isMissed = hits.length === 0;
  if (isMissed) ports.notes.missed(context, query);
  return page({
    title: catalogueTexts(locale)("results.page-title", { query }),
    main: resultsPage({
      query,
      hits,
      filter: readFilter(request.query),
      tree: isMissed ? [] : await readSituations(context),
      mostAsked: isMissed ? await listMostAsked(context) : [],
      portal,
      locale,
    }),
    section: leistungenSection,
    scripts: searchScripts,
  });
}

function parseInitial(text: string | null): string | undefined {
  const letter = text?.toUpperCase() ?? "";
  return /^[A-Z#]$/.test(letter) ? letter : undefined;
}
