import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { pageNumberOf } from "../../../ui/pagination.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { PostfachPorts } from "../ports.ts";
import { findGuestThread, findOwnThread } from "../use-cases/find-thread.ts";
import { wishPaper } from "../use-cases/paper-tasks.ts";
import { officeTaskRoutes } from "./office-tasks-page.ts";
import { listThreads } from "../use-cases/list-threads.ts";
import { labelThread, moveThread } from "../use-cases/organise-thread.ts";
import { labelParameter, listPage } from "./list-page.ts";
import {
  below,
  guestThreadPath,
  postfachPath,
  sentDocumentPath,
  threadPath,
} from "./postfach-paths.ts";
import { openSentDocument } from "../use-cases/open-sent-document.ts";
import {
  asDownload,
  threadRoutes,
  type ThreadEntrance,
} from "./thread-routes.ts";

const ownPattern = `${postfachPath}/:thread`;
const ownAccess = { audience: "account", scope: "any" } as const;

/** The Postfach of accounts on every portal, and a guest's thread behind the private link. */
export function postfachRoutes(ports: PostfachPorts): readonly Route[] {
  const organising = (
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({ method: "POST", path, ...ownAccess, handle });
  return [
    {
      method: "GET",
      path: postfachPath,
      ...ownAccess,
      handle: (request) => showList(request, ports),
    },
    ...threadRoutes(entranceOfAccounts(ports), ports),
    organising(`${ownPattern}${below.archive}`, (request) =>
      archive(request, ports),
    ),
    organising(`${ownPattern}${below.labels}`, (request) =>
      label(request, ports),
    ),
    organising(`${ownPattern}${below.paper}`, (request) =>
      chooseWay(request, ports),
    ),
    ...threadRoutes(entranceOfGuests(ports), ports),
    ...officeTaskRoutes(),
    {
      method: "GET",
      path: sentDocumentPath(":submission", ":document"),
      audience: "staff",
      permission: "vorgang.read",
      handle: async ({ context, params }) => {
        const opened = await openSentDocument(context, ports.files, {
          submissionId: params["submission"] ?? "",
          documentId: params["document"] ?? "",
        });
        return opened ? asDownload(opened) : showError(404);
      },
    },
  ];
}

async function showList(
  request: PortalRequest,
  ports: PostfachPorts,
): Promise<Reply> {
  const { query, context } = request;
  const folder = query.get("ordner") === "archiv" ? "archive" : "inbox";
  const search = (query.get("q") ?? "").slice(0, 200);
  const wanted = query.get(labelParameter) ?? undefined;
  const threads = await listThreads(context, ports, {
    folder,
    search,
    label: wanted,
  });
  const names = await Promise.all(
    [...new Set(threads.map(({ tenantId }) => tenantId))].map(
      async (id) => [id, (await ports.portalOf(id))?.name ?? ""] as const,
    ),
  );
  const byTenant = new Map(names);
  return listPage(request, {
    threads,
    folder,
    search,
    label: wanted,
    page: pageNumberOf(query.get("seite")),
    portalNameOf: (tenantId) => byTenant.get(tenantId) ?? "",
  });
}

function findOwn({ context, params }: PortalRequest, ports: PostfachPorts) {
  return findOwnThread(context, ports, params["thread"] ?? "");
}

async function archive(
  request: PortalRequest,
  ports: PostfachPorts,
): Promise<Reply> {
  const open = await findOwn(request, ports);
  if (!open) return showError(404);
  const folder =
    request.fields.get("ordner") === "archiv" ? "archive" : "inbox";
  await moveThread(open, folder);
  return redirect(
    folder === "archive" ? postfachPath : threadPath(open.thread.id),
  );
}

async function label(
  request: PortalRequest,
  ports: PostfachPorts,
): Promise<Reply> {
  const open = await findOwn(request, ports);
  if (!open) return showError(404);
  await labelThread(open, request.fields.get("schlagwoerter") ?? "");
  return redirect(`${threadPath(open.thread.id)}?getan=labelled`);
}

async function chooseWay(
  request: PortalRequest,
  ports: PostfachPorts,
): Promise<Reply> {
  const open = await findOwn(request, ports);
  if (!open) return showError(404);
  const isPaper = request.fields.get("bescheide") === "papier";
  await wishPaper(open, isPaper ? "paper" : "postfach");
  return redirect(threadPath(open.thread.id));
}

function entranceOfAccounts(ports: PostfachPorts): ThreadEntrance {
  return {
    pattern: ownPattern,
    access: ownAccess,
    open: (request) => findOwn(request, ports),
    place: async ({ locale, portal }, { thread }) => {
      const home = await ports.portalOf(thread.tenantId);
      const isHere = portal.tenantId === thread.tenantId;
      return {
        portalName: home?.name ?? "",
        base: threadPath(thread.id),
        back: {
          href: postfachPath,
          label: postfachTexts(locale)("thread.back"),
        },
        applicationHref: `${isHere ? "" : (home?.baseUrl ?? "")}/antraege/${thread.submissionId}`,
        canOrganise: true,
      };
    },
  };
}

function entranceOfGuests(ports: PostfachPorts): ThreadEntrance {
  const linkOf = ({ params }: PortalRequest) => params["link"] ?? "";
  return {
    pattern: guestThreadPath(":link"),
    access: { audience: "guest", guessable: true },
    open: async (request) => {
      const target = await ports.findByStatusLink(
        request.context,
        linkOf(request),
      );
      return target && findGuestThread(request.context, target.submissionId);
    },
    place: (request) => {
      const t = postfachTexts(request.locale);
      return Promise.resolve({
        portalName: request.portal.name,
        base: guestThreadPath(linkOf(request)),
        back: {
          href: `/status/${linkOf(request)}`,
          label: t("thread.application"),
        },
        applicationHref: undefined,
        canOrganise: false,
      });
    },
  };
}
