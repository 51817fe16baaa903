import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { StatusLinkTarget, VorgaengePorts } from "../ports.ts";
import { readPublicStatus } from "../use-cases/read-public-status.ts";
import { statusPage } from "./status-page.ts";

/** The applicant's status page: behind a private link, or for whom the submission belongs to. Guessing is limited by the frame. */
export function statusRoutes(
  ports: Pick<
    VorgaengePorts,
    "findSubmissionByStatusLink" | "findOwnSubmission" | "postfachSections"
  >,
): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/status/:link",
      audience: "guest",
      guessable: true,
      handle: (request) =>
        showStatus(
          request,
          ports,
          ports.findSubmissionByStatusLink(
            request.context,
            request.params["link"] ?? "",
          ),
        ),
    },
    {
      method: "GET",
      path: "/antraege/:id",
      audience: "account",
      handle: (request) =>
        showStatus(
          request,
          ports,
          ports.findOwnSubmission(request.context, request.params["id"] ?? ""),
        ),
    },
  ];
}

async function showStatus(
  request: PortalRequest,
  { postfachSections }: Pick<VorgaengePorts, "postfachSections">,
  found: Promise<StatusLinkTarget | undefined>,
): Promise<Reply> {
  const target = await found;
  if (!target) return showError(404);
  const status = await readPublicStatus(request.context, target.submissionId);
  if (!status) return showError(404);
  const messages = await postfachSections?.forApplicant(request.context, {
    submissionId: target.submissionId,
    link: request.params["link"] ?? "",
    locale: request.locale,
  });
  return statusPage(request, { status, target, messages });
}
