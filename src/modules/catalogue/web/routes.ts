import {
  page,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Portal, PortalDirectory } from "../../tenants/index.ts";
import { lifeSituations } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { listLeistungen } from "../use-cases/list-leistungen.ts";
import { readHome } from "../use-cases/read-home.ts";
import { searchLeistungen } from "../use-cases/search-leistungen.ts";
import { homePage } from "./home-page.ts";
import { leistungPage } from "./leistung-page.ts";
import { parseLifeSituation } from "./life-situation-path.ts";
import { listPage } from "./list-page.ts";
import { resultsPage } from "./results-page.ts";

const leistungenSection = "/leistungen";
const longestQuery = 200;

/** Start of a portal, its Leistungen from A to Z with the search, and each of them. */
export function catalogueRoutes(portals: PortalDirectory): Route[] {
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
      handle: (request) => showList(request, portals),
    },
    {
      method: "GET",
      path: "/leistungen/:name",
      audience: "public",
      handle: (request) => showLeistung(request, portals),
    },
  ];
}

async function showHome(
  { context, portal, locale, baseUrl }: PortalRequest,
  portals: PortalDirectory,
): Promise<Reply> {
  const [home, parent] = await Promise.all([
    readHome(context),
    parentOf(portal, portals),
  ]);
  return page({
    title: catalogueTexts(locale)("home.page-title"),
    main: homePage({ home, portal, parent, baseUrl, locale }),
    section: "/",
  });
}

async function showList(
  request: PortalRequest,
  portals: PortalDirectory,
): Promise<Reply> {
  const query = (request.query.get("q") ?? "").trim().slice(0, longestQuery);
  return query === ""
    ? showLetters(request)
    : showResults(request, query, await parentOf(request.portal, portals));
}

async function showLetters({
  context,
  locale,
  query,
}: PortalRequest): Promise<Reply> {
  const initial = parseInitial(query.get("buchstabe"));
  const lifeSituation = parseLifeSituation(query.get("thema"), lifeSituations);
  const found = await listLeistungen(context, {
    ...(initial !== undefined && { initial }),
    ...(lifeSituation !== undefined && { lifeSituation }),
  });
  return page({
    title: catalogueTexts(locale)("list.title"),
    main: listPage({ ...found, locale, initial, lifeSituation }),
    section: leistungenSection,
  });
}

async function showResults(
  { context, portal, locale, baseUrl }: PortalRequest,
  query: string,
  parent: Portal | undefined,
): Promise<Reply> {
  const hits = await searchLeistungen(context, query);
  return page({
    title: catalogueTexts(locale)("results.page-title", { query }),
    main: resultsPage({ query, hits, portal, parent, baseUrl, locale }),
    section: leistungenSection,
  });
}

async function showLeistung(
  { context, portal, locale, params, baseUrl }: PortalRequest,
  portals: PortalDirectory,
): Promise<Reply> {
  const leistung = await findLeistungBySlug(context, params["name"] ?? "");
  if (!leistung) return showError(404);
  const communes = leistung.belongsToCommunes
    ? await communesOf(portal, portals)
    : [];
  const { now } = context;
  return page({
    title: leistung.title,
    main: leistungPage({ leistung, portal, communes, baseUrl, locale, now }),
    section: leistungenSection,
  });
}

function parseInitial(text: string | null): string | undefined {
  const letter = text?.toUpperCase() ?? "";
  return /^[A-Z#]$/.test(letter) ? letter : undefined;
}

async function communesOf(
  { tenantId }: Portal,
  portals: PortalDirectory,
): Promise<readonly Portal[]> {
  const all = await portals.list();
  return all.filter(({ parentTenantId }) => parentTenantId === tenantId);
}

/** Parents without a portal, such as the Land, are not shown. */
async function parentOf(
  portal: Portal,
  portals: PortalDirectory,
): Promise<Portal | undefined> {
  if (portal.parentTenantId === null) return undefined;
  const parent = await portals.findById(portal.parentTenantId);
  return parent?.kind === "installation" ? undefined : parent;
}
