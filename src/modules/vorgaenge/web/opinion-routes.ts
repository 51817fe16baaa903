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
  mayGiveOpinion,
  openOpinion,
  openOpinionFile,
} from "../use-cases/give-opinion.ts";
import { openAnswerFile } from "../use-cases/open-answer-file.ts";
import {
  openKeptFiles,
  sealKeptFiles,
} from "../use-cases/kept-answer-files.ts";
import { findAuthorities } from "./authority-search.ts";
import { dispositionOf } from "./attachment-routes.ts";
import { chooseExpertPage } from "./choose-expert-page.ts";
import { opinionFields, opinionProblems } from "./opinion-form.ts";
import {
  answerField,
  keptFields,
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
    staffRoute("GET", vorgaengePaths.askAuthority(":id"), (request) =>
      chooseExpert(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.opinions, (request) =>
      showRequests(request, ports),
    ),
    staffRoute("GET", vorgaengePaths.opinion(":id"), (request) =>
      showRequest(request, ports, { text: "" }),
    ),
    {
      ...staffRoute("POST", vorgaengePaths.opinion(":id"), (request) =>
        submitAnswer(request, ports),
      ),
      acceptsFiles: true,
      admitFiles: async ({ context, params }) =>
        (await mayGiveOpinion(context, ports.authorities, params["id"] ?? ""))
          ? undefined
          : showError(404),
    },
    staffRoute(
      "GET",
      vorgaengePaths.answerFile(":id", ":fileId"),
      async ({ context, params }) =>
        asDownload(
          await openAnswerFile(context, ports.expertFiles, {
            vorgangId: params["id"] ?? "",
            fileId: params["fileId"] ?? "",
          }),
        ),
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

/** Which authority to ask; the form for the question is on the page of the Vorgang. */
async function chooseExpert(
  { context, params, query, locale }: PortalRequest,
  { authorities }: VorgaengePorts,
): Promise<Reply> {
  if (!context.actor.may("vorgang.edit")) return showError(404);
  const none = () => Promise.resolve([]);
  const found = await findAuthorities(authorities, query, none);
  const vorgangId = params["id"] ?? "";
  const { tenantId: ownTenantId } = context;
  return chooseExpertPage(found, { vorgangId, ownTenantId, locale });
}

async function showRequests(
  { context, locale, query }: PortalRequest,
  { authorities }: VorgaengePorts,
): Promise<Reply> {
  const result = await listOpinionRequests(context);
  if (!result.ok) return showError(404);
  const ids = new Set(result.value.map(({ fromTenantId }) => fromTenantId));
  const asking = await Promise.all([...ids].map((id) => authorities.find(id)));
  const named = asking.flatMap((authority) => authority ?? []);
  return requestsPage(result.value, named, {
    locale,
    now: context.now,
    isSent: query.has("gesendet"),
  });
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
  const { context, params, fields, files: received } = request;
  const id = params["id"] ?? "";
  const text = fields.get(answerField) ?? "";
  const sealedBefore = fields.get(keptFields.sealed) ?? "";
  const chosen = fields.getAll(keptFields.chosen);
  const kept = (await openKeptFiles(context, id, sealedBefore)).filter(
    ({ fileId }) => chosen.includes(fileId),
  );
  const answer = { id, text, received, kept };
  const result = await giveOpinion(context, ports, answer);
  if (result.ok) return redirect(`${vorgaengePaths.opinions}?gesendet`);
  const { refusal: problem } = result;
  if (problem.kind === "not-permitted" || problem.kind === "not-found")
    return showError(404);
  const sealed = await sealKeptFiles(context, id, problem.kept);
  return showRequest(request, ports, { text, problem, sealed });
}

async function sendFile(
  { context, params }: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const result = await openOpinionFile(context, ports, {
    id: params["id"] ?? "",
    fileId: params["fileId"] ?? "",
  });
  return asDownload(result);
}

function asDownload(
  result: Awaited<ReturnType<typeof openOpinionFile>>,
): Reply {
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
