import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { ownDeletedSection } from "../../retention/index.ts";
import type { ApplicationsPorts, StateInWords } from "../ports.ts";
import {
  describeActors,
  listOwnApplications,
  openOwnDraft,
  type OwnSubmission,
} from "../use-cases/list-own-applications.ts";
import { readOwnSubmission } from "../use-cases/read-submission.ts";
import {
  ownApplicationsPage,
  ownApplicationsPath,
} from "./own-applications-page.ts";
import { sendPdf } from "./receipt-routes.ts";

/** What a signed-in party has begun and sent, over all portals; opened without the private link. */
export function ownApplicationsRoutes(
  ports: ApplicationsPorts & { readonly pdf: PdfCompiler },
): readonly Route[] {
  return [
    {
      method: "GET",
      path: ownApplicationsPath,
      audience: "account",
      scope: "any",
      handle: (request) => showOwn(request, ports),
    },
    {
      method: "POST",
      path: `${ownApplicationsPath}/entwuerfe/:id`,
      audience: "account",
      handle: openDraftHere,
    },
    {
      method: "GET",
      path: `${ownApplicationsPath}/:id/quittung.pdf`,
      audience: "account",
      handle: (request) =>
        sendPdf(
          request,
          ports.pdf,
          readOwnSubmission(request.context, request.params["id"] ?? ""),
        ),
    },
  ];
}

async function showOwn(
  request: PortalRequest,
  ports: ApplicationsPorts,
): Promise<Reply> {
  const { drafts, submissions } = await listOwnApplications(request.context);
  const tenantIds = new Set(
    [...drafts, ...submissions].map(({ tenantId }) => tenantId),
  );
  const { locale } = request;
  const [portals, states, actors] = await Promise.all([
    Promise.all(
      [...tenantIds].map(
        async (id) => [id, await ports.portalOfTenant(id)] as const,
      ),
    ),
    statesOf(request, ports, submissions),
    describeActors(submissions, (tenantId) =>
      ports.contextIn({ tenantId, locale }),
    ),
  ]);
  const byTenant = new Map(portals);
  return ownApplicationsPage(request, {
    drafts,
    submissions,
    deleted: await ownDeletedSection(request.context, {
      locale: request.locale,
      nameOf: async (tenantId) => (await ports.portalOfTenant(tenantId))?.name,
    }),
    portalOf: (tenantId) => byTenant.get(tenantId),
    stateOf: (submissionId) => states.get(submissionId),
    actorOf: (submissionId) => actors.get(submissionId),
  });
}

/** Each portal is asked once about all its submissions. */
async function statesOf(
  { locale }: PortalRequest,
  { describeStates }: ApplicationsPorts,
  submissions: readonly OwnSubmission[],
): Promise<ReadonlyMap<string, StateInWords>> {
  const byTenant = Map.groupBy(submissions, ({ tenantId }) => tenantId);
  const found = await Promise.all(
    [...byTenant].map(([tenantId, own]) =>
      describeStates(
        { tenantId, locale },
        own.map(({ id }) => id),
      ),
    ),
  );
  return new Map(found.flatMap((states) => [...states]));
}

/** The same way as a private link, which asks before it takes the place of another draft that is open in this browser. */
async function openDraftHere(request: PortalRequest): Promise<Reply> {
  const opened = await openOwnDraft(
    request.context,
    request.params["id"] ?? "",
  );
  return opened ? redirect(`/antrag/${opened.key}`) : showError(404);
}
