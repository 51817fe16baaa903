import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { dayText, type DateParts } from "../../../ui/date-input.ts";
import { isAllowed } from "../domain/states.ts";
import { correctionMessage } from "../i18n/correction-message.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  askCorrection,
  type AskCorrectionRefusal,
} from "../use-cases/ask-correction.ts";
import { readVorgang } from "../use-cases/read-vorgang.ts";
import {
  askCorrectionPage,
  askFields,
  type AskInput,
  type AskProblem,
} from "./ask-correction-page.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** The caseworker asks the applicant to correct something in the form. */
export function correctionRoutes(ports: VorgaengePorts): readonly Route[] {
  const path = vorgaengePaths.ask(":id");
  const staff = {
    path,
    audience: "staff",
    permission: "vorgang.edit",
  } as const;
  return [
    {
      ...staff,
      method: "GET",
      handle: (request) => showForm(request, ports, emptyInput),
    },
    {
      ...staff,
      method: "POST",
      handle: (request) => ask(request, ports),
    },
  ];
}

const noDay: DateParts = { day: "", month: "", year: "" };
const emptyInput: AskInput = { chosen: new Map(), text: "", answerBy: noDay };

async function showForm(
  { context, params, locale }: PortalRequest,
  { submissions, corrections }: VorgaengePorts,
  input: AskInput,
): Promise<Reply> {
  const result = await readVorgang(context, params["id"] ?? "", submissions);
  if (!result.ok) return showError(404);
  const { vorgang } = result.value;
  if (!isAllowed(vorgang.state, "question-asked"))
    return redirect(vorgaengePaths.vorgang(vorgang.id));
  const askable = await corrections.listAskable(context, vorgang.submissionId);
  return askCorrectionPage({ vorgang, askable: askable ?? [], input, locale });
}

async function ask(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, baseUrl } = request;
  const input = readInput(fields);
  const answerBy = dayOf(input.answerBy);
  if (answerBy === "")
    return showForm(request, ports, {
      ...input,
      problem: { kind: "day-wrong" },
    });
  const vorgangId = params["id"] ?? "";
  // Who may not see it learns nothing of its form either.
  const opened = await readVorgang(context, vorgangId, ports.submissions);
  if (!opened.ok) return showError(404);
  const askable = await ports.corrections.listAskable(
    context,
    opened.value.vorgang.submissionId,
  );
  const result = await askCorrection(
    context,
    {
      vorgangId,
      expectedPosition: Number(fields.get(askFields.position)),
      statusLinkPrefix: `${baseUrl}/status/`,
      tellApplicant: ports.tellApplicantOf?.(request.portal),
      askable: askable ?? [],
      chosen: input.chosen,
      text: input.text,
      answerBy,
      messageOf: correctionMessage,
    },
    ports.findNotificationAddress,
  );
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const problem = problemOf(result.refusal);
  return problem
    ? showForm(request, ports, { ...input, problem })
    : showError(404);
}

/** A word about a field means it, ticked or not. */
function readInput(fields: URLSearchParams): AskInput {
  const textAt = (path: string) =>
    fields.get(`${askFields.itemText}${path}`) ?? "";
  const withText = [...fields]
    .filter(
      ([name, value]) =>
        name.startsWith(askFields.itemText) && value.trim() !== "",
    )
    .map(([name]) => name.slice(askFields.itemText.length));
  const paths = [...fields.getAll(askFields.item), ...withText];
  const part = (suffix: string) =>
    (fields.get(`${askFields.answerBy}${suffix}`) ?? "").trim();
  return {
    chosen: new Map(paths.map((path) => [path, textAt(path)])),
    text: fields.get(askFields.text) ?? "",
    answerBy: { day: part("-day"), month: part("-month"), year: part("-year") },
  };
}

/** Undefined: none was typed; empty: there is no such day. */
function dayOf(typed: DateParts): string | undefined {
  const { day, month, year } = typed;
  if (day + month + year === "") return undefined;
  const text = dayText(typed);
  return isCalendarDay(text) ? text : "";
}

// eslint-disable-next-line complexity -- a table of refusals
function problemOf(refusal: AskCorrectionRefusal): AskProblem | undefined {
  switch (refusal.kind) {
    case "not-permitted":
    case "not-found":
      return undefined;
    // Only what the state allows was offered, so the state is another one now.
    case "step-not-allowed":
    case "bescheid-needed":
    case "changed-meanwhile":
      return { kind: "changed-meanwhile" };
    case "nothing-chosen":
    case "day-in-past":
    case "item-text-too-long":
      return refusal;
    case "note-too-long":
      return { kind: "note-too-long" };
    // There is a note with anything that is chosen.
    case "note-missing":
      return { kind: "nothing-chosen" };
  }
}
