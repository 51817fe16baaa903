import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { mayWithdraw } from "../domain/states.ts";
import type { StatusLinkTarget, VorgaengePorts } from "../ports.ts";
import { findCorrectionRequest } from "../use-cases/find-correction-request.ts";
import { readPublicStatus } from "../use-cases/read-public-status.ts";
import { withdrawApplication } from "../use-cases/withdraw-application.ts";
import { correctionPath } from "./correction-section.ts";
import { successorOf } from "./moved-notice.ts";
import { statusPage } from "./status-page.ts";
import { seenField, withdrawalPage, withdrawalPath } from "./withdrawal.ts";

type StatusPorts = Pick<
  VorgaengePorts,
  | "findSubmissionByStatusLink"
  | "findOwnSubmission"
  | "findNotificationAddress"
  | "postfachSections"
  | "authorities"
  | "retention"
  | "corrections"
>;

/** How somebody comes to their application. */
type Access = {
  readonly find: (
    request: PortalRequest,
  ) => Promise<StatusLinkTarget | undefined>;
  readonly ownPath: (request: PortalRequest) => string;
  readonly ports: StatusPorts;
};

/** The applicant's status page: behind a private link, or for whom the submission belongs to. Guessing is limited by the frame. */
export function statusRoutes(ports: StatusPorts): readonly Route[] {
  const byLink: Access = {
    find: ({ context, params }) =>
      ports.findSubmissionByStatusLink(context, params["link"] ?? ""),
    ownPath: ({ params }) => `/status/${params["link"] ?? ""}`,
    ports,
  };
  const asOwner: Access = {
    find: ({ context, params }) =>
      ports.findOwnSubmission(context, params["id"] ?? ""),
    ownPath: ({ params }) => `/antraege/${params["id"] ?? ""}`,
    ports,
  };
  return [
    ...routesOf(byLink, {
      path: "/status/:link",
      audience: "guest",
      guessable: true,
    }),
    ...routesOf(asOwner, { path: "/antraege/:id", audience: "account" }),
  ];
}

function routesOf(
  access: Access,
  base: Pick<Route, "path" | "audience" | "guessable">,
): readonly Route[] {
  const path = withdrawalPath(base.path);
  return [
    {
      ...base,
      method: "GET",
      handle: (request) => showStatus(request, access),
    },
    {
      ...base,
      method: "GET",
      path,
      handle: (request) => askWithdrawal(request, access),
    },
    {
      ...base,
      method: "POST",
      path,
      handle: (request) => withdraw(request, access),
    },
    {
      ...base,
      method: "POST",
      path: correctionPath(base.path),
      handle: (request) => correct(request, access),
    },
  ];
}

async function showStatus(
  request: PortalRequest,
  access: Access,
  notice?: "changed-meanwhile" | "correction-gone",
): Promise<Reply> {
  const { context, params, locale } = request;
  const target = await access.find(request);
  if (!target) return showDeleted(request, access);
  const { submissionId } = target;
  const status = await readPublicStatus(context, submissionId);
  if (!status) return showError(404);
  const messages = await access.ports.postfachSections?.forApplicant(context, {
    submissionId,
    link: params["link"] ?? "",
    locale,
  });
  const retention = await access.ports.retention?.section(context, {
    submissionId,
    locale,
  });
  const ownPath = mayAct(request) ? access.ownPath(request) : undefined;
  const correction = await findCorrectionRequest(context, submissionId);
  const successor = await successorOf(
    status,
    access.ports.authorities,
    access.ownPath(request),
  );
  return statusPage(request, {
    status,
    successor,
    target,
    messages,
    retention,
    ownPath,
    correction,
    notice,
  });
}

/** A private link outlives what it led to, and says what became of it. */
async function showDeleted(
  { context, params, locale }: PortalRequest,
  { ports }: Access,
): Promise<Reply> {
  const link = params["link"];
  const deleted =
    link === undefined
      ? undefined
      : await ports.retention?.deletedPage(context, { link, locale });
  return deleted ?? showError(404);
}

/** To the form, with only that open which the office asks. */
async function correct(request: PortalRequest, access: Access): Promise<Reply> {
  const { context } = request;
  const target = mayAct(request) ? await access.find(request) : undefined;
  if (!target) return showError(404);
  const { submissionId } = target;
  const asked = await findCorrectionRequest(context, submissionId);
  if (!asked) return showStatus(request, access, "correction-gone");
  const begun = await access.ports.corrections.beginCorrection(context, {
    submissionId,
    request: {
      requestId: asked.id,
      fields: asked.items.map(({ path, text }) => ({ path, text })),
      text: asked.text,
      answerBy: asked.answerBy,
    },
  });
  if (!begun) return showError(404);
  return redirect(
    begun.kind === "begun" ? begun.path : `/antraege/${submissionId}`,
  );
}

async function askWithdrawal(
  request: PortalRequest,
  access: Access,
): Promise<Reply> {
  const target = mayAct(request) ? await access.find(request) : undefined;
  if (!target) return showError(404);
  const status = await readPublicStatus(request.context, target.submissionId);
  if (!status) return showError(404);
  const ownPath = access.ownPath(request);
  return mayWithdraw(status.state)
    ? withdrawalPage(status, ownPath, request.locale)
    : redirect(ownPath);
}

async function withdraw(
  request: PortalRequest,
  access: Access,
): Promise<Reply> {
  const { context, fields, baseUrl } = request;
  const target = mayAct(request) ? await access.find(request) : undefined;
  if (!target) return showError(404);
  const result = await withdrawApplication(
    context,
    {
      submissionId: target.submissionId,
      expectedPosition: Number(fields.get(seenField)),
      statusLinkPrefix: `${baseUrl}/status/`,
    },
    access.ports.findNotificationAddress,
  );
  if (result.ok) return redirect(access.ownPath(request));
  return result.refusal.kind === "not-found"
    ? showError(404)
    : showStatus(request, access, "changed-meanwhile");
}

/** Who only prepares for somebody else may look, but declare nothing for them. */
function mayAct({ account }: PortalRequest): boolean {
  return account?.actingFor?.may !== "prepare";
}
