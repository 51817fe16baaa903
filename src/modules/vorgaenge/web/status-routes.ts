import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { VorgaengePorts } from "../ports.ts";
import { readPublicStatus } from "../use-cases/read-public-status.ts";
import { statusPage } from "./status-page.ts";

/** The applicant's status page behind a private link. Guessing is limited by the frame. */
export function statusRoutes(
  ports: Pick<VorgaengePorts, "findSubmissionByStatusLink">,
): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/status/:link",
      audience: "guest",
      guessable: true,
      handle: (request) => showStatus(request, ports),
    },
  ];
}

async function showStatus(
  request: PortalRequest,
  ports: Pick<VorgaengePorts, "findSubmissionByStatusLink">,
): Promise<Reply> {
  const { context, params } = request;
  const token = params["link"] ?? "";
  const target = await ports.findSubmissionByStatusLink(context, token);
  if (!target) return showError(404);
  const status = await readPublicStatus(context, target.submissionId);
  if (!status) return showError(404);
  return statusPage(request, { status, target });
}
