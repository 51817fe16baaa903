import type {
  Download,
  PortalRequest,
  Route,
} from "../../../shell/web/route.ts";
import { listOffices } from "../../tenants/index.ts";
import { listAddresses } from "../use-cases/list-addresses.ts";

/** What search engines ask for: where they may go, and every page that is to be found. */
export const robotsRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/robots.txt",
    audience: "public",
    scope: "any",
    handle: robotsTxt,
  },
  {
    method: "GET",
    path: "/sitemap.xml",
    audience: "public",
    handle: sitemap,
  },
];

/** Pages of one visitor, work areas, and lists of hits, of which there is no end. */
const closed = [
  "/aemter/*/kontakt",
  "/anmelden",
  "/antraege",
  "/arbeitsplatz",
  "/betrieb",
  "/konto",
  "/leistungen?",
  "/leistungen/*/antrag",
  "/leistungen/*/rueckmeldung",
  "/postfach",
  "/quittung",
  "/status",
  "/verwaltung",
  "/vorschlaege",
];

/** @see RFC 9309 */
function robotsTxt({ baseUrl, portal }: PortalRequest): Promise<Download> {
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    ...(portal.kind === "installation"
      ? []
      : [`Sitemap: ${baseUrl}/sitemap.xml`]),
  ];
  return Promise.resolve(
    file("robots.txt", "text/plain; charset=utf-8", `${lines.join("\n")}\n`),
  );
}

/** @see https://www.sitemaps.org/protocol.html */
async function sitemap({ context, baseUrl }: PortalRequest): Promise<Download> {
  const leistungen = await listAddresses(context);
  const offices = await listOffices(context);
  const entries = [
    ...["/", "/leistungen", "/aemter"].map((path) => entry(baseUrl + path)),
    // What another authority's office does here has its page at that authority.
    ...offices
      .filter(({ authority }) => authority === null)
      .map(({ slug }) =>
        entry(`${baseUrl}/aemter/${encodeURIComponent(slug)}`),
      ),
    ...leistungen.map(({ slug, updatedAt }) =>
      entry(
        `${baseUrl}/leistungen/${encodeURIComponent(slug)}`,
        updatedAt.toISOString(),
      ),
    ),
  ];
  return file(
    "sitemap.xml",
    "application/xml; charset=utf-8",
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`,
  );
}

const entry = (address: string, changed?: string) =>
  `<url><loc>${address}</loc>${changed === undefined ? "" : `<lastmod>${changed}</lastmod>`}</url>`;

const file = (
  filename: string,
  contentType: string,
  text: string,
): Download => ({
  kind: "download",
  contentType,
  filename,
  disposition: "inline",
  body: Buffer.from(text),
  publicForSeconds: 3_600,
});
