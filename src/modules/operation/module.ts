import type { ModuleContribution } from "../../shell/module.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../shell/web/route.ts";
import type { PortalDirectory } from "../tenants/index.ts";
import {
  listMails,
  readKeptMail,
  type CipherOf,
} from "./use-cases/list-mails.ts";
import { reviveDeadJob, watchQueue } from "./use-cases/watch-queue.ts";
import { mailPage, operationPage } from "./web/operation-pages.ts";

export type OperationPorts = {
  readonly portals: PortalDirectory;
  readonly cipherOf: CipherOf;
  /** A mail server is set: mails leave the house. */
  readonly isMailSent: boolean;
};

/** The operator's pages on the bare host. */
export function operationModule(ports: OperationPorts): ModuleContribution {
  return { name: "operation", routes: operationRoutes(ports), jobs: [] };
}

function operationRoutes(ports: OperationPorts): readonly Route[] {
  const forOperator = { audience: "operator", scope: "installation" } as const;
  return [
    {
      method: "GET",
      path: "/betrieb",
      ...forOperator,
      handle: (request) => showOperation(request, ports),
    },
    {
      method: "GET",
      path: "/betrieb/mails/:id",
      ...forOperator,
      handle: (request) => showMail(request, ports),
    },
    {
      method: "POST",
      path: "/betrieb/auftraege/:id/wiederholung",
      ...forOperator,
      handle: revive,
    },
  ];
}

async function showOperation(
  request: PortalRequest,
  { portals, cipherOf, isMailSent }: OperationPorts,
): Promise<Reply> {
  const { context } = request;
  const [queue, mails, list] = await Promise.all([
    watchQueue(context),
    listMails(context, cipherOf),
    portals.list(),
  ]);
  const names = new Map(
    list.map((portal) => [portal.tenantId, portal.shortName]),
  );
  return operationPage(request, {
    queue,
    mails,
    isMailSent,
    isRevived: request.query.has("wiederholt"),
    nameOf: (tenantId) => names.get(tenantId) ?? "–",
  });
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
  return result.ok ? redirect("/betrieb?wiederholt=1") : showError(404);
}
