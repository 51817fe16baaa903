import {
  page,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { pageNumberOf } from "../../../ui/pagination.ts";
import { indexOfPortals } from "../domain/portal-index.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import { findPlaces } from "../use-cases/find-places.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import type { TenantsPorts } from "../ports.ts";
import type { PortalDirectory } from "../use-cases/portal-directory.ts";
import { suggestStreets } from "../use-cases/suggest-streets.ts";
import { suggestTowns } from "../use-cases/suggest-towns.ts";
import { officePage, officesPage, officesTitle } from "./offices-page.ts";
import { portalsPage } from "./portals-page.ts";
import { showNoOffice } from "./show-no-office.ts";

const officesSection = "/aemter";

/** Bare host: the portals and the finder. Portals of authorities: their offices. */
export function tenantsRoutes(ports: TenantsPorts): Route[] {
  return [
    portalsRoute(ports.portals),
    officesRoute,
    officeRoute(ports),
    townsRoute,
    streetsRoute,
  ];
}

function portalsRoute(directory: PortalDirectory): Route {
  return {
    method: "GET",
    path: "/",
    audience: "public",
    scope: "installation",
    handle: (request) => showPortals(request, directory),
  };
}

const mostNamed = 12;

async function showPortals(
  { context, locale, baseUrl, portal, query }: PortalRequest,
  directory: PortalDirectory,
): Promise<Reply> {
  const typed = (query.get("ort") ?? "").trim().slice(0, 100);
  const index = indexOfPortals(await directory.list());
  const area = index.findBySlug(query.get("bereich") ?? "");
  const t = tenantsTexts(locale);
  return page({
    title: area
      ? t("portals.area", { name: area.shortName })
      : t("portals.title"),
    main: portalsPage({
      locale,
      baseUrl,
      installation: portal,
      index,
      area,
      page: pageNumberOf(query.get("seite")),
      query: typed,
      responsibilities: await findPlaces(context, typed),
      named: index.search(typed, mostNamed),
    }),
    section: "/",
    scripts: ["place-suggestions"],
  });
}

const officesRoute: Route = {
  method: "GET",
  path: "/aemter",
  audience: "public",
  handle: async ({ context, locale, portal }): Promise<Reply> => {
    const offices = await listOffices(context);
    return page({
      title: officesTitle(portal, locale),
      main: officesPage(offices, { locale, portal, now: context.now }),
      section: officesSection,
    });
  },
};

function officeRoute(ports: TenantsPorts): Route {
  return {
    method: "GET",
    path: "/aemter/:name",
    audience: "public",
    handle: (request) => showOffice(request, ports),
  };
}

async function showOffice(
  request: PortalRequest,
  ports: TenantsPorts,
): Promise<Reply> {
  const { context, locale, portal, params, baseUrl } = request;
  const offices = await listOffices(context);
  const office = offices.find(({ slug }) => slug === params["name"]);
  if (!office) return showNoOffice(request);
  const label = tenantsTexts(locale)("office.map", { name: office.name });
  return page({
    title: office.name,
    main: officePage(office, {
      locale,
      portal,
      now: context.now,
      baseUrl,
      offices,
      leistungen: await ports.listLeistungen(context, office.slug),
      map:
        office.location === null
          ? undefined
          : await ports.mapPicture(office.location, { label, locale }),
    }),
    section: officesSection,
    scripts: ["copy-reference", "print-page"],
  });
}

/** Suggestions at the inputs of an address: `?plz=19053` or `?ort=schwer`. */
const townsRoute: Route = {
  method: "GET",
  path: "/vorschlaege/orte",
  audience: "public",
  scope: "any",
  handle: async ({ context, query }): Promise<Reply> => {
    const postcode = query.get("plz");
    const towns = await suggestTowns(
      context,
      postcode === null ? { name: query.get("ort") ?? "" } : { postcode },
    );
    return { kind: "json", status: 200, body: { towns } };
  },
};

/** The same for streets: `?strasse=pusch`, with `&plz=19055` where that is typed already. */
const streetsRoute: Route = {
  method: "GET",
  path: "/vorschlaege/strassen",
  audience: "public",
  scope: "any",
  handle: async ({ context, query }): Promise<Reply> => {
    const streets = await suggestStreets(context, {
      name: query.get("strasse") ?? "",
      postcode: query.get("plz") ?? "",
    });
    return { kind: "json", status: 200, body: { streets } };
  },
};
