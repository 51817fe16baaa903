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
import { antragPath } from "./antrag-request.ts";
import { noDraftCookie } from "./draft-cookie.ts";
import { textsCookies } from "./form-language.ts";
import { intakePaths } from "./intake-paths.ts";
import { resumePath } from "./resume-path.ts";
import { parseStepAction, type StepAction } from "./step-actions.ts";
import type { Step } from "./step.ts";
import { stepPage, type StepUploads } from "./step-page.ts";

export type Saved = Step & {
  readonly taken: PageTaken;
  /** Only what is shown again, or goes on, needs to know. */
  readonly readUploads: () => Promise<StepUploads | undefined>;
  readonly own: OwnData | undefined;
};

/** Goes where the button leads. */
export function afterSaving(
  request: PortalRequest,
  saved: Saved,
): Promise<Reply> | Reply {
  const { step, taken } = saved;
  const draft = { ...saved.draft, answers: taken.answers };
  const action = parseStepAction(request.fields.get(actionField));
  switch (action.kind) {
    case "keep":
      return { kind: "json", status: 200, body: {} };
    case "end":
      return redirect(antragPath(draft.leistungSlug, "/beendet"), [
        noDraftCookie(draft.leistungSlug),
      ]);
    case "texts":
      return redirect(
        placePath(draft, String(step.place)),
        textsCookies(action.chosen),
      );
    default:
      return goOn(request, saved, action);
  }
}

/** Shows the step again while there is something to say about it. */
async function goOn(
  request: PortalRequest,
  { draft: before, step, taken, readUploads, own }: Saved,
  action: StepAction,
): Promise<Reply> {
  const draft = { ...before, answers: taken.answers };
  const overlaps = taken.overlaps.map((overlap) =>
    describeOverlap(overlap, request.locale),
  );
  const isNext = action.kind === "next";
  const isShown = overlaps.length > 0 || taken.uploadErrors.length > 0;
  const uploads = isNext || isShown ? await readUploads() : undefined;
  const errors = isNext
    ? errorsOf({ draft, step, taken, uploads })
    : taken.uploadErrors;
  const shown = { draft, step, errors, uploads, own };
  if (overlaps.length > 0 || (errors.length > 0 && action.kind !== "save"))
    return stepPage(request, { ...shown, overlaps });
  const change = { before: evaluateDraft(before), after: evaluateDraft(draft) };
  return isNext && hasUnseenQuestions(step.formPage, request.fields, change)
    ? stepPage(request, { ...shown, hasNewQuestions: true })
    : redirect(placeAfter(action, { draft, step, taken }));
}

/** What keeps somebody from going on. */
function errorsOf({
  draft,
  step,
  taken,
  uploads,
}: Pick<Saved, "draft" | "step" | "taken"> & {
  readonly uploads: StepUploads | undefined;
}): readonly FieldError[] {
  const refused = new Set(taken.uploadErrors.map(({ path }) => path));
  return [
    ...taken.uploadErrors,
    // Where a file was refused, that none is there says nothing more.
    ...validatePage(evaluateDraft(draft), step.formPage.key).filter(
      ({ path }) => !refused.has(path),
    ),
    ...(uploads?.malware ?? []),
  ];
}

function placeAfter(
  action: StepAction,
  { draft, step, taken }: Pick<Saved, "draft" | "step" | "taken">,
): string {
  const { leistungSlug } = draft;
  switch (action.kind) {
    case "save":
      return draft.isIntake
        ? intakePaths.one(draft.id)
        : antragPath(leistungSlug, "/speichern");
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
  if (place === "start")
    return draft.isIntake
      ? intakePaths.one(draft.id)
      : antragPath(draft.leistungSlug);
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
