import type { Locale } from "../../platform/i18n/texts.ts";
import type { ModuleContribution } from "../../shell/module.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../shell/web/route.ts";
import type { Portal, PortalDirectory } from "../tenants/index.ts";
import { readSpan } from "./domain/figures.ts";
import {
  listMails,
  readKeptMail,
  type CipherOf,
} from "./use-cases/list-mails.ts";
import { readConsole, type ConsolePorts } from "./use-cases/read-console.ts";
import { readStatus } from "./use-cases/read-status.ts";
import { listGivenUp, reviveDeadJob } from "./use-cases/watch-queue.ts";
import { consolePage } from "./web/console-page.ts";
import { jobsPage, mailPage, mailsPage } from "./web/operation-pages.ts";
import { operationPaths } from "./web/operation-paths.ts";
import { statusPage } from "./web/status-page.ts";
import type { StatusNotice } from "./web/status-notice.ts";

export type { ConsolePorts, StatusNotice };

export type OperationPorts = ConsolePorts & {
  readonly portals: PortalDirectory;
  readonly cipherOf: CipherOf;
  /** A mail server is set: mails leave the house. */
  readonly isMailSent: boolean;
  /** What is planned on a portal, such as maintenance. */
  listPlannedNotices(
    portal: Portal,
    page: { readonly locale: Locale; readonly now: Date },
  ): Promise<readonly StatusNotice[]>;
  /** What the operator told in all portals within the days that the page shows, also of what is over. */
  listToldNotices(page: {
    readonly locale: Locale;
    readonly now: Date;
  }): Promise<readonly StatusNotice[]>;
};

/** The operator's pages on the bare host, and what everybody may know of how the installation is. */
export function operationModule(ports: OperationPorts): ModuleContribution {
  return { name: "operation", routes: operationRoutes(ports), jobs: [] };
}

function operationRoutes(ports: OperationPorts): readonly Route[] {
  const forOperator = { audience: "operator", scope: "installation" } as const;
  const show = (path: string, handle: Route["handle"]): Route => ({
    method: "GET",
    path,
    ...forOperator,
    handle,
  });
  return [
    {
      method: "GET",
      path: operationPaths.status,
      audience: "public",
      scope: "any",
      handle: (request) => showStatus(request, ports),
    },
    show(operationPaths.console, (request) => showConsole(request, ports)),
    show(operationPaths.jobs, (request) => showJobs(request, ports)),
    show(operationPaths.mails, (request) => showMails(request, ports)),
    show(`${operationPaths.mails}/:id`, (request) => showMail(request, ports)),
    {
      method: "POST",
      path: `${operationPaths.jobs}/:id/wiederholung`,
      ...forOperator,
      handle: revive,
    },
  ];
}

async function showStatus(
  { context, portal, locale }: PortalRequest,
  ports: OperationPorts,
): Promise<Reply> {
  const { now } = context;
  return statusPage({
    locale,
    status: await readStatus(context),
    notices: await ports.listPlannedNotices(portal, { locale, now }),
    told: await ports.listToldNotices({ locale, now }),
  });
}

async function showConsole(
  request: PortalRequest,
  ports: OperationPorts,
): Promise<Reply> {
  const span = readSpan(request.query.get("zeitraum"));
  const view = await readConsole(request.context, ports, span);
  return view ? consolePage(request, view) : showError(404);
}

async function showJobs(
  request: PortalRequest,
  ports: OperationPorts,
): Promise<Reply> {
  return jobsPage(request, {
    dead: await listGivenUp(request.context),
    isRevived: request.query.has("wiederholt"),
    nameOf: await portalNames(ports),
  });
}

async function showMails(
  request: PortalRequest,
  ports: OperationPorts,
): Promise<Reply> {
  return mailsPage(request, {
    ...(await listMails(
      request.context,
      ports.cipherOf,
      request.query.get("vor") ?? undefined,
    )),
    isMailSent: ports.isMailSent,
    nameOf: await portalNames(ports),
  });
}

async function portalNames({ portals }: OperationPorts) {
  const names = new Map(
    (await portals.list()).map((portal) => [portal.tenantId, portal.shortName]),
  );
  return (tenantId: string) => names.get(tenantId) ?? "–";
}

async function showMail(
  request: PortalRequest,
  { cipherOf }: OperationPorts,
): Promise<Reply> {
  const mail = await readKeptMail(
    request.context,
    request.params["id"] ?? "",
    cipherOf,
  );
  return mail ? mailPage(request, mail) : showError(404);
}

async function revive(request: PortalRequest): Promise<Reply> {
  const result = await reviveDeadJob(
    request.context,
    request.params["id"] ?? "",
  );
  return result.ok
    ? redirect(`${operationPaths.jobs}?wiederholt=1`)
    : showError(404);
}
