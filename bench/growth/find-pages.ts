import { demoLogins } from "../../src/modules/staff/demo/seed-staff-demo.ts";
import { collectModules } from "../../src/main/modules.ts";
import { collectRoutes } from "../../src/main/web.ts";
import { linksOf } from "../../src/main/testing/page-check.ts";
import { kindOf } from "../../src/main/testing/route-table.ts";
import {
  cookiesOf,
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../src/main/testing/visitor.ts";
import type { Site } from "../site.ts";

/** Somebody who looks at pages. */
type Reader = {
  readonly role: string;
  /** Of the portal's host. */
  readonly label: string;
  /** As which demo login; undefined: without signing in. */
  readonly login?: string;
  readonly starts: readonly string[];
};

export type FoundPage = {
  readonly role: string;
  /** Its route and the names in its query. */
  readonly kind: string;
  readonly host: string;
  readonly path: string;
  readonly cookie: string;
  /** The same for everybody: the portal keeps it for some seconds. */
  readonly isShared: boolean;
};

const citizen = "jana@konto.example";

/** What somebody has seen before is left out for those who come after. */
const readers: readonly Reader[] = [
  {
    role: "public",
    label: "schwerin",
    starts: [
      "/",
      "/quittung",
      "/leistungen?q=hund",
      "/leistungen?q=personalausweis",
    ],
  },
  { role: "installation", label: "", starts: ["/", "/?ort=Grabow"] },
  {
    role: "citizen",
    label: "schwerin",
    login: citizen,
    starts: ["/", "/konto"],
  },
  {
    role: "caseworker",
    label: "schwerin",
    login: "kevin@",
    starts: [
      "/arbeitsplatz",
      "/arbeitsplatz?suche=Beispiel",
      "/arbeitsplatz?stand=all&suche=Beispiel",
      "/arbeitsplatz?stand=all",
    ],
  },
  {
    role: "team lead",
    label: "schwerin",
    login: "samira@",
    starts: ["/arbeitsplatz"],
  },
  {
    role: "editor",
    label: "schwerin",
    login: "redaktion@",
    starts: ["/verwaltung"],
  },
  {
    role: "administration",
    label: "schwerin",
    login: "verwaltung@",
    starts: ["/verwaltung"],
  },
  {
    role: "auditor",
    label: "schwerin",
    login: "pruefung@",
    starts: ["/verwaltung/protokoll", "/verwaltung/loeschnachweise"],
  },
  { role: "operator", label: "", login: "betrieb@", starts: ["/betrieb"] },
];

/** One page of each kind that somebody is led to, from the start page of each role. */
export async function findPages(site: Site): Promise<readonly FoundPage[]> {
  const routes = collectRoutes(
    collectModules(site.services),
    site.services.settings,
  );
  const known = new Set<string>();
  const pages: FoundPage[] = [];
  for (const reader of readers) {
    const visitor = await visitorFor(site, reader);
    for (const { kind, path, isShared } of await crawl(visitor, {
      starts: reader.starts,
      kindOf: (path) => `${reader.label} ${kindOf(path, routes)}`,
      known,
    }))
      pages.push({
        role: reader.role,
        kind: kind.trim(),
        path,
        isShared,
        host: new URL(reachable(site).baseUrl(reader.label)).host,
        cookie: cookiesOf(visitor.cookies),
      });
  }
  return pages;
}

function reachable({ port }: Site): Reachable {
  return {
    port,
    baseUrl: (label) =>
      `http://${label === "" ? "" : `${label}.`}localhost:${String(port)}`,
  };
}

async function visitorFor(
  site: Site,
  { label, login }: Reader,
): Promise<Visitor> {
  const visitor = visitorOf(reachable(site), label);
  if (login === undefined) return visitor;
  const portal = await site.services.portals.findByHost(label);
  const account = (portal ? demoLogins(portal) : []).find((each) =>
    each.login.startsWith(login),
  );
  const password = demoLogins({ kind: "stadt", slug: "x" })[0]?.password ?? "";
  const answer = await (account
    ? visitor.visit("/arbeitsplatz/anmelden", {
        fields: { login: account.login, password },
      })
    : visitor.visit("/anmelden", { fields: { email: login, password } }));
  if (answer.status !== 303)
    throw new Error(`bench: ${login} was not signed in`);
  return visitor;
}

type Crawl = {
  readonly starts: readonly string[];
  readonly kindOf: (path: string) => string;
  readonly known: Set<string>;
};

/** What is tried of a kind when the first ones are no pages, such as files. */
const ofEachKind = 3;

async function crawl(
  visitor: Visitor,
  { starts, kindOf, known }: Crawl,
): Promise<readonly CrawledPage[]> {
  const pages: CrawledPage[] = [];
  const waiting = [...starts];
  const seen = new Set(starts);
  const tried = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const times = tried.get(kind) ?? 0;
    // From where somebody starts it goes on, also when it was seen before.
    if ((known.has(kind) && !seen.has(path)) || times >= ofEachKind) continue;
    tried.set(kind, times + 1);
    const answer = await visitor.visit(path);
    if (answer.status >= 500)
      throw new Error(`bench: ${path} gave ${String(answer.status)}`);
    if (isPage(answer) && !known.has(kind)) {
      known.add(kind);
      pages.push({ kind, path, isShared: isShared(answer) });
    }
    const { location } = answer.headers;
    if (location !== undefined) seen.add(location);
    waiting.push(...onward(answer).filter((link) => !tried.has(link)));
  }
  return pages;
}

type CrawledPage = Pick<FoundPage, "kind" | "path" | "isShared">;

function isShared({ headers }: Answer): boolean {
  return headers["cache-control"]?.startsWith("public") === true;
}

function isPage({ status, headers }: Answer): boolean {
  return (
    status === 200 && headers["content-type"]?.startsWith("text/html") === true
  );
}

/**
 * The language changes with a cookie, whoever signs out sees nothing more, and how often one may begin to sign in elsewhere is limited. Files are
 * no pages, and those of copied applications are not in the store.
 */
function onward(answer: Answer): readonly string[] {
  const { location } = answer.headers;
  return [...(location === undefined ? [] : [location]), ...linksOf(answer)]
    .filter((link) => link.startsWith("/"))
    .filter(
      (link) =>
        !/sprache=|\/abmelden|\/anmelden\/mit\/|\/dateien\/[^/]+$/.test(link),
    );
}
