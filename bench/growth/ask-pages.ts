import { randomUUID } from "node:crypto";
import { draftCookie, draftKey } from "../draft-key.ts";
import {
  antragPath,
  fillInOnce,
  firstStep,
  seedDrafts,
  type Filled,
} from "../drafts.ts";
import type { Site } from "../site.ts";
import type { FoundPage } from "./find-pages.ts";

/** A request that is sent again and again; undefined where a size has no such page. */
export type Asked = {
  readonly role: string;
  readonly kind: string;
  readonly expected: number;
  readonly request: (run: number) => Sent;
};

type Sent = {
  readonly method: "GET" | "POST";
  readonly host: string;
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
};

/** The page as it was found. */
export function askPage({
  role,
  kind,
  host,
  path,
  cookie,
  isShared,
}: FoundPage): Asked {
  return {
    role,
    kind,
    expected: 200,
    request: (run) => ({
      method: "GET",
      host,
      cookie,
      // Another address each time: what is kept takes no time at any size.
      path: isShared
        ? `${path}${path.includes("?") ? "&" : "?"}mal=${String(run)}`
        : path,
    }),
  };
}

/** Showing, saving and sending an application, for each number once. */
export async function askForm(
  site: Site,
  count: number,
): Promise<readonly Asked[]> {
  const filled = await fillInOnce(site);
  const sentDraft = await seedSeries(site, filled, count);
  const savedDraft = await seedSeries(site, filled, count);
  const { host } = site;
  const role = "application";
  const step = `${antragPath}/schritt/1`;
  return [
    {
      role,
      kind: "show a step",
      expected: 200,
      request: (run) => ({
        method: "GET",
        host,
        path: step,
        cookie: savedDraft(run),
      }),
    },
    {
      role,
      kind: "submit",
      expected: 303,
      request: (run) => ({
        method: "POST",
        host,
        path: `${antragPath}/senden`,
        cookie: sentDraft(run),
        body: `bestaetigung=true&stand=${String(filled.revision)}`,
      }),
    },
    {
      role,
      kind: "save a step",
      expected: 303,
      request: (run) => ({
        method: "POST",
        host,
        path: step,
        cookie: savedDraft(run),
        body: firstStep,
      }),
    },
  ];
}

/** New drafts in each run of the bench; gives the cookie that opens one. */
async function seedSeries(
  site: Site,
  filled: Filled,
  count: number,
): Promise<(run: number) => string> {
  const series = `growth-${randomUUID()}`;
  await seedDrafts(site, filled, { series, count });
  return (run) => draftCookie(draftKey(series, run));
}
