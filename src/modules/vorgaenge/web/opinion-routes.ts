import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { askedOf } from "../domain/opinion.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgaengePorts } from "../ports.ts";
import { askOpinion, takeBackOpinion } from "../use-cases/ask-opinion.ts";
import {
  giveOpinion,
  listOpinionRequests,
  openOpinion,
  openOpinionFile,
} from "../use-cases/give-opinion.ts";
import { dispositionOf } from "./attachment-routes.ts";
import { opinionFields, opinionProblems } from "./opinion-form.ts";
import {
  answerField,
  requestPage,
  requestsPage,
  type AnswerInput,
} from "./opinion-pages.ts";
import { staffRoute } from "./staff-route.ts";
import { formProblem } from "./vorgang-input.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Asking for an opinion, and giving one. */
export function opinionRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.askOpinion(":id"), (request) =>
      submitQuestion(request, ports),
    ),
    staffRoute(
      "POST",
      vorgaengePaths.opinionRemoval(":id", ":opinionId"),
      (request) => takeBack(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.opinions, (request) =>
      showRequests(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.opinion(":id"), (request) =>
      showRequest(request, ports, { text: "" }),
    ),
    staffRoute("POST", vorgaengePaths.opinion(":id"), (request) =>
      submitAnswer(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.opinionFile(":id", ":fileId"), (request) =>
      sendFile(request, ports),
    ),
  ];
}

async function submitQuestion(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, locale } = request;
  const vorgangId = params["id"] ?? "";
  const result = await askOpinion(context, ports.authorities, {
    vorgangId,
    asked: askedOf(fields.get(opinionFields.asked) ?? ""),
    question: fields.get(opinionFields.question) ?? "",
    workingDays: Number(fields.get(opinionFields.days) || Number.NaN),
    sections: fields.getAll(opinionFields.sections).map(Number),
    fileIds: fields.getAll(opinionFields.files),
  });
  const path = `${vorgaengePaths.vorgang(vorgangId)}#stellungnahmen`;
  if (result.ok) return redirect(path);
  const { kind } = result.refusal;
  if (kind === "not-permitted" || kind === "not-found") return showError(404);
  const { field, count } = opinionProblems[kind];
  const text = vorgaengeTexts(locale)(kind, { count });
  const problem = formProblem(fields, [{ fieldId: field, text }]);
  return showVorgang(request, ports, problem);
}

async function takeBack(
  { context, params }: PortalRequest,
  { authorities }: VorgaengePorts,
): Promise<Reply> {
  const vorgangId = params["id"] ?? "";
  const id = params["opinionId"] ?? "";
  const wanted = { vorgangId, id };
  const result = await takeBackOpinion(context, authorities, wanted);
  return result.ok
    ? redirect(`${vorgaengePaths.vorgang(vorgangId)}#stellungnahmen`)
    : showError(404);
}

async function showRequests(
  { context, locale }: PortalRequest,
  { authorities }: VorgaengePorts,
): Promise<Reply> {
  const result = await listOpinionRequests(context);
  if (!result.ok) return showError(404);
  const all = await authorities.list();
  return requestsPage(result.value, all, { locale, now: context.now });
}

async function showRequest(
  { context, params, locale }: PortalRequest,
  ports: VorgaengePorts,
  input: AnswerInput,
): Promise<Reply> {
  const opened = await openOpinion(context, ports, params["id"] ?? "");
  return opened.ok
    ? requestPage(opened.value, input, { locale, now: context.now })
    : showError(404);
}

async function submitAnswer(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields } = request;
  const id = params["id"] ?? "";
  const text = fields.get(answerField) ?? "";
  const result = await giveOpinion(context, ports.authorities, { id, text });
  if (result.ok) return redirect(vorgaengePaths.opinions);
  const { kind } = result.refusal;
  return kind === "not-permitted" || kind === "not-found"
    ? showError(404)
    : showRequest(request, ports, { text, problem: kind });
}

async function sendFile(
  { context, params }: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const result = await openOpinionFile(context, ports, {
    id: params["id"] ?? "",
    fileId: params["fileId"] ?? "",
  });
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
