import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { HttpClient } from "../../../platform/http-client/http-client.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { atMostAtOnce } from "../../../platform/values/at-most-at-once.ts";
import { checkLinksJob } from "../domain/check-links-job.ts";
import {
  addressOf,
  ownPath,
  type KnownLink,
  type LinkPlace,
} from "../domain/link.ts";
import { nextState, waitOf, type Probe } from "../domain/next-state.ts";
import { brokenLinksMail } from "../i18n/mail-texts.ts";
import {
  dropUnused,
  findRun,
  listDue,
  markTold,
  postpone,
  saveRun,
  saveState,
  saveUses,
} from "../store/link-store.ts";
import { probeLink, type ProbePorts } from "./probe-link.ts";

export type LinkPorts = {
  /** Whether the operator lets links of others be called. */
  readonly isOn: boolean;
  /** Guarded: public addresses only. */
  readonly http: HttpClient;
  /** Between two calls to one host. */
  readonly pauseMs: number;
  /** Absolute address of the tenant's portal, without a slash at the end. */
  originOf(tenantId: string): Promise<string | undefined>;
  /** Links of all that everybody may see in the portal, in parts. */
  listShownLinks(
    context: Context,
  ): AsyncIterable<
    readonly { readonly url: string; readonly place: LinkPlace }[]
  >;
  /** Whether the portal has a page at this path, asked of the database. */
  hasPage(context: Context, path: string): Promise<boolean>;
  listEditorEmails(context: Context, db: Db): Promise<readonly string[]>;
};

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;
/** In one run, which should not hold a worker for long. */
const mostAtOnce = 200;
const hostsAtOnce = 4;

/**
 * Once a day notes the links of what the portal shows; looks at those that are due, one after the other at each host; and tells editors once
 * a week of those that broke since. What was looked at is kept at once, so that a run may be stopped and repeated at any moment. Does nothing
 * where the operator has switched it off.
 */
export async function checkLinks(
  context: Context,
  ports: LinkPorts,
  signal: AbortSignal,
): Promise<void> {
  const { tenantId, now } = context;
  const origin = ports.isOn ? await ports.originOf(tenantId) : undefined;
  if (origin === undefined) return;
  const { collectedAt } = await context.read((db) => findRun(db, tenantId));
  if (!collectedAt || now.getTime() - collectedAt.getTime() >= dayMs)
    await collect({ context, ports, origin, signal });
  const due = await context.read((db) =>
    listDue(db, tenantId, { now, limit: mostAtOnce }),
  );
  const hosts = [...Map.groupBy(due, ({ url }) => new URL(url).host).values()];
  await atMostAtOnce(hostsAtOnce, hosts, (links) =>
    lookAtHost({ context, ports, origin, signal }, links),
  );
  await tellEditors(context, ports, origin);
  if (due.length === mostAtOnce)
    await context.transaction((db) => enqueueForTenant(db, checkLinksJob));
}

async function collect({
  context,
  ports,
  origin,
  signal,
}: Round): Promise<void> {
  const { tenantId, now } = context;
  for await (const found of ports.listShownLinks(context)) {
    signal.throwIfAborted();
    const uses = found.flatMap(({ url, place }) => {
      const address = addressOf(url, origin);
      return address === undefined ? [] : [{ url: address, place }];
    });
    if (uses.length > 0)
      await context.transaction((db) => saveUses(db, tenantId, { uses, now }));
  }
  await context.transaction(async (db) => {
    await dropUnused(db, tenantId, now);
    await saveRun(db, tenantId, { collectedAt: now });
  });
}

type Round = {
  readonly context: Context;
  readonly ports: LinkPorts;
  readonly origin: string;
  readonly signal: AbortSignal;
};
type Due = Pick<KnownLink, "url" | "state" | "since">;

/** One after the other; a host that asks for patience is left alone. */
async function lookAtHost(round: Round, links: readonly Due[]): Promise<void> {
  const { context, ports, origin, signal } = round;
  const { tenantId, now } = context;
  for (const [index, link] of links.entries()) {
    signal.throwIfAborted();
    const path = ownPath(link.url, origin);
    if (path === undefined && index > 0)
      await pause(ports.pauseMs, undefined, { signal });
    const probe = await (path === undefined
      ? probeLink(link.url, probePorts(round), now)
      : lookInside(round, path));
    if (probe.kind === "later") {
      const urls = links.slice(index).map(({ url }) => url);
      const until = new Date(now.getTime() + waitOf(probe.afterMs));
      return context.transaction((db) =>
        postpone(db, tenantId, { urls, until }),
      );
    }
    const state = nextState(link, probe, now);
    await context.transaction((db) =>
      saveState(db, tenantId, { url: link.url, ...state, checkedAt: now }),
    );
  }
}

const probePorts = ({ ports, origin, signal }: Round): ProbePorts => ({
  http: ports.http,
  userAgent: `OpenRathaus link check (+${origin}/impressum)`,
  signal,
});

async function lookInside(
  { context, ports }: Round,
  path: string,
): Promise<Probe> {
  return (await ports.hasPage(context, path))
    ? { kind: "fine" }
    : { kind: "gone", detail: "404" };
}

/** Once a week at most, and only of those that nobody was told of. */
async function tellEditors(
  context: Context,
  ports: LinkPorts,
  origin: string,
): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    const { toldAt } = await findRun(db, tenantId);
    if (toldAt && now.getTime() - toldAt.getTime() < weekMs) return;
    const count = await markTold(db, tenantId, now);
    if (count === 0) return;
    await saveRun(db, tenantId, { toldAt: now });
    const values = { count: String(count), url: `${origin}/verwaltung/links` };
    for (const to of await ports.listEditorEmails(context, db))
      await sendMailLater(
        context,
        db,
        mailOf(brokenLinksMail, { to, locales: ["de"], values }),
      );
  });
}
