import {
  redirect,
  showError,
  type Download,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { workStart } from "../../../shell/web/work-navigation.ts";
import { listOffice, listStaffNames } from "../../staff/index.ts";
import type { AnswersFormat, VorgaengePorts } from "../ports.ts";
import { assignVorgang } from "../use-cases/assign-vorgang.ts";
import {
  changeState,
  type ChangeStateRefusal,
} from "../use-cases/change-state.ts";
import { listVorgaenge } from "../use-cases/list-vorgaenge.ts";
import {
  openAnswers,
  openPdf,
  openUpload,
} from "../use-cases/open-attachment.ts";
import { readVorgang } from "../use-cases/read-vorgang.ts";
import { assignmentFields, assignmentOf } from "./assignment-form.ts";
import { queuePage } from "./queue-page.ts";
import { readQueueQuery } from "../domain/queue-query.ts";
import {
  stepFields,
  stepOfChoice,
  type StepInput,
  type StepProblem,
} from "./step-form.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { answersFormats, vorgangPage } from "./vorgang-page.ts";

/** The caseworker's pages: queue, Vorgang, its files, and changing its state. */
export function workplaceRoutes(ports: VorgaengePorts): readonly Route[] {
  const staff = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "staff", handle });
  return [
    staff("GET", vorgaengePaths.queue, showQueue),
    staff("GET", vorgaengePaths.vorgang(":id"), (request) =>
      showVorgang(request, ports, { choice: "", note: "" }),
    ),
    staff("POST", vorgaengePaths.step(":id"), (request) =>
      submitStep(request, ports),
    ),
    staff("POST", vorgaengePaths.assignment(":id"), (request) =>
      submitAssignment(request, ports),
    ),
    staff("GET", vorgaengePaths.upload(":id", ":fileId"), (request) =>
      sendUpload(request, ports),
    ),
    staff("GET", vorgaengePaths.pdf(":id"), (request) =>
      sendPdf(request, ports),
    ),
    ...answersFormats.map((format) =>
      staff("GET", vorgaengePaths.answers(":id", format), (request) =>
        sendAnswers(request, ports, format),
      ),
    ),
  ];
}

async function showQueue(request: PortalRequest): Promise<Reply> {
  const { context, locale } = request;
  const query = readQueueQuery(request.query);
  const result = await listVorgaenge(context, query);
  if (!result.ok) return redirect(startOf(request));
  return queuePage({
    locale,
    now: context.now,
    query,
    ownId: context.actor.id,
    queue: result.value,
  });
}

/** Where somebody without access to Vorgänge goes from the workplace's first page. */
function startOf({ portal, staff }: PortalRequest): string {
  return workStart(staff ?? { permissions: [] }, portal);
}

async function showVorgang(
  { context, locale, params }: PortalRequest,
  { submissions, postfachSections }: VorgaengePorts,
  input: StepInput,
): Promise<Reply> {
  const result = await readVorgang(context, params["id"] ?? "", submissions);
  // Not permitted and not found are one answer: it must not show that it exists.
  if (!result.ok) return showError(404);
  const staffIds = result.value.events.flatMap(
    ({ actorKind, actorId, assigneeId }) => [
      ...(actorKind === "staff" ? [actorId] : []),
      ...(assigneeId === undefined ? [] : [assigneeId]),
    ],
  );
  const postfach = await postfachSections?.forCaseworker(context, {
    submissionId: result.value.vorgang.submissionId,
    locale,
  });
  return vorgangPage({
    locale,
    postfach,
    now: context.now,
    opened: result.value,
    staffNames: await listStaffNames(context, staffIds),
    office: await listOffice(context),
    ownId: context.actor.id,
    mayEdit: context.actor.may("vorgang.edit"),
    input,
  });
}

async function submitStep(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, baseUrl } = request;
  const typed = {
    choice: fields.get(stepFields.step) ?? "",
    note: fields.get(stepFields.note) ?? "",
  };
  const step = stepOfChoice(typed.choice);
  if (!step) {
    return showVorgang(request, ports, { ...typed, problem: "step-missing" });
  }
  const vorgangId = params["id"] ?? "";
  const result = await changeState(
    context,
    {
      vorgangId,
      step,
      note: typed.note,
      expectedPosition: Number(fields.get(stepFields.position)),
      statusLinkPrefix: `${baseUrl}/status/`,
      tellApplicant: ports.tellApplicantOf?.(request.portal),
    },
    ports.findNotificationAddress,
  );
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const problem = problemOf(result.refusal);
  if (problem === "not-found") return showError(404);
  return showVorgang(request, ports, { ...typed, problem });
}

async function submitAssignment(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields } = request;
  const vorgangId = params["id"] ?? "";
  const typed = { choice: "", note: "" };
  const assignment = assignmentOf(fields);
  if (!assignment) {
    const problem = "assignment-missing";
    return showVorgang(request, ports, { ...typed, problem });
  }
  const expectedPosition = Number(fields.get(assignmentFields.position));
  const result = await assignVorgang(context, {
    vorgangId,
    assignment,
    expectedPosition,
  });
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const { kind } = result.refusal;
  return kind === "not-permitted" || kind === "not-found"
    ? showError(404)
    : showVorgang(request, ports, { ...typed, problem: kind });
}

function problemOf(refusal: ChangeStateRefusal): StepProblem | "not-found" {
  switch (refusal.kind) {
    case "not-permitted":
    case "not-found":
      return "not-found";
    // Only what the state allows was offered, so the state is another one now.
    case "step-not-allowed":
    case "changed-meanwhile":
      return "changed-meanwhile";
    case "note-missing":
    case "note-too-long":
      return refusal.kind;
  }
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
function dispositionOf(mediaType: string): Download["disposition"] {
  const shown = ["application/pdf", "image/jpeg", "image/png"];
  return shown.includes(mediaType) ? "inline" : "attachment";
}
