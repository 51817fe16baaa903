import {
  showError,
  type Download,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { AnswersFormat, VorgaengePorts } from "../ports.ts";
import {
  openAnswers,
  openPdf,
  openUpload,
} from "../use-cases/open-attachment.ts";
import { answersFormats } from "./answers-section.ts";
import { staffRoute } from "./staff-route.ts";
import { isShown } from "./upload-list.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Files of a Vorgang: what was uploaded, the application as PDF, the answers for other programs. */
export function attachmentRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("GET", vorgaengePaths.upload(":id", ":fileId"), (request) =>
      sendUpload(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.pdf(":id"), (request) =>
      sendPdf(request, ports),
    ),
    ...answersFormats.map((format) =>
      staffRoute("GET", vorgaengePaths.answers(":id", format), (request) =>
        sendAnswers(request, ports, format),
      ),
    ),
  ];
}

async function sendUpload(
  { context, params }: PortalRequest,
  { submissions }: VorgaengePorts,
): Promise<Reply> {
  const result = await openUpload(
    context,
    { vorgangId: params["id"] ?? "", fileId: params["fileId"] ?? "" },
    submissions,
  );
  if (!result.ok) return showError(404);
  const { filename, mediaType, body } = result.value;
  return {
    kind: "download",
    contentType: mediaType,
    filename,
    disposition: dispositionOf(mediaType),
    body,
  };
}

async function sendPdf(
  { context, params }: PortalRequest,
  { submissions }: VorgaengePorts,
): Promise<Reply> {
  const result = await openPdf(context, params["id"] ?? "", submissions);
  if (!result.ok) return showError(404);
  const contentType = "application/pdf";
  return {
    kind: "download",
    contentType,
    filename: `${result.value.reference}.pdf`,
    disposition: dispositionOf(contentType),
    body: result.value.pdf,
  };
}

const contentTypes: Readonly<Record<AnswersFormat, string>> = {
  json: "application/json; charset=utf-8",
  xml: "application/xml",
  csv: "text/csv; charset=utf-8; header=present",
};

async function sendAnswers(
  { context, params }: PortalRequest,
  { submissions }: VorgaengePorts,
  format: AnswersFormat,
): Promise<Reply> {
  const result = await openAnswers(
    context,
    { vorgangId: params["id"] ?? "", format },
    submissions,
  );
  if (!result.ok) return showError(404);
  return {
    kind: "download",
    contentType: contentTypes[format],
    filename: `${result.value.reference}.${format}`,
    disposition: "attachment",
    body: result.value.content,
  };
}

/** Shown in the browser only when showing cannot run anything. */
export function dispositionOf(mediaType: string): Download["disposition"] {
  return isShown(mediaType) ? "inline" : "attachment";
}
