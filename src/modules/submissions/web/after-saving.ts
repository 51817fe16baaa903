import {
  redirect,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import {
  actionField,
  describeOverlap,
  hasUnseenQuestions,
  validatePage,
  type FieldError,
  type PageTaken,
} from "../../forms/index.ts";
import type { OwnData } from "../domain/own-data.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps, type FormStep } from "../use-cases/form-steps.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath, noDraftCookie } from "./antrag-request.ts";
import { textsCookies } from "./form-language.ts";
import { resumePath } from "./resume-path.ts";
import { parseStepAction, type StepAction } from "./step-actions.ts";
import type { Step } from "./step.ts";
import { stepPage, type StepUploads } from "./step-page.ts";

export type Saved = Step & {
  readonly taken: PageTaken;
  readonly uploads: StepUploads | undefined;
  readonly own: OwnData | undefined;
};

/** Shows the step again while there is something to say about it; otherwise goes where the button leads. */
export function afterSaving(
  request: PortalRequest,
  { draft: before, step, taken, uploads, own }: Saved,
): Reply {
  const draft = { ...before, answers: taken.answers };
  const action = parseStepAction(request.fields.get(actionField));
  if (action.kind === "keep") return { kind: "json", status: 200, body: {} };
  if (action.kind === "end")
    return redirect(antragPath(draft.leistungSlug, "/beendet"), [
      noDraftCookie(draft.leistungSlug),
    ]);
  if (action.kind === "texts")
    return redirect(
      placePath(draft, String(step.place)),
      textsCookies(action.chosen),
    );
  const overlaps = taken.overlaps.map((overlap) =>
    describeOverlap(overlap, request.locale),
  );
  const errors =
    action.kind === "next"
      ? errorsOf({ draft, step, taken, uploads })
      : taken.uploadErrors;
  if (overlaps.length > 0 || (errors.length > 0 && action.kind !== "save"))
    return stepPage(request, { draft, step, errors, overlaps, uploads, own });
  const change = { before: evaluateDraft(before), after: evaluateDraft(draft) };
  const hasNewQuestions =
    action.kind === "next" &&
    hasUnseenQuestions(step.formPage, request.fields, change);
  if (hasNewQuestions)
    return stepPage(request, {
      draft,
      step,
      errors,
      hasNewQuestions,
      uploads,
      own,
    });
  return redirect(placeAfter(action, { draft, step, taken }));
}

/** What keeps somebody from going on. */
function errorsOf({
  draft,
  step,
  taken,
  uploads,
}: Omit<Saved, "own">): readonly FieldError[] {
  return [
    ...taken.uploadErrors,
    ...validatePage(evaluateDraft(draft), step.formPage.key),
    ...(uploads?.malware ?? []),
  ];
}

function placeAfter(
  action: StepAction,
  { draft, step, taken }: Omit<Saved, "uploads" | "own">,
): string {
  const { leistungSlug } = draft;
  switch (action.kind) {
    case "save":
      return antragPath(leistungSlug, "/speichern");
    case "goto":
      return placePath(draft, action.place);
    case "next":
      return nextPath(draft, step);
    default: {
      const path = placePath(draft, String(step.place));
      return taken.anchor === undefined ? path : `${path}#${taken.anchor}`;
    }
  }
}

/** Where a button to another place leads; one that does not exist (any more) to where one goes on. */
export function placePath(draft: Draft, place: string): string {
  if (place === "start") return antragPath(draft.leistungSlug);
  const isStep = listSteps(draft).some((step) => String(step.place) === place);
  if (isStep) return antragPath(draft.leistungSlug, `/schritt/${place}`);
  return place === "pruefen"
    ? antragPath(draft.leistungSlug, "/pruefen")
    : resumePath(draft);
}

function nextPath(draft: Draft, { number }: FormStep): string {
  const next = listSteps(draft).find((step) => step.number > number);
  return placePath(draft, next ? String(next.place) : "pruefen");
}
