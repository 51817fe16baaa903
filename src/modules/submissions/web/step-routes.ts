import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  actionField,
  describeOverlap,
  hasAppeared,
  liveField,
  takePage,
  shownPages,
  validatePage,
  type PageTaken,
} from "../../forms/index.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps, type FormStep } from "../use-cases/form-steps.ts";
import { withinRoom } from "../use-cases/room-for-files.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import {
  antragPath,
  noDraftCookie,
  withDraft,
  withLateDraft,
} from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";
import { parseStepAction, type StepAction } from "./step-actions.ts";
import { pageField, stepPage } from "./step-page.ts";

/** The steps of the form: shown, and saved with what was typed and uploaded. */
export function stepRoutes(files: FileStore): readonly Route[] {
  const path = "/leistungen/:name/antrag/schritt/:schritt";
  return [
    { method: "GET", path, audience: "guest", handle: showStep },
    {
      method: "POST",
      path,
      audience: "guest",
      acceptsFiles: true,
      admitFiles,
      handle: (request) => takeStep(request, files),
    },
  ];
}

async function showStep(request: PortalRequest): Promise<Reply> {
  return withStep(request, withDraft, ({ draft, step }) =>
    Promise.resolve(stepPage(request, { draft, step, errors: [] })),
  );
}

/** Files of a step that nobody could keep are not even received. */
async function admitFiles(request: PortalRequest): Promise<Reply | undefined> {
  return withStep(request, withLateDraft, () => Promise.resolve(undefined));
}

async function takeStep(
  request: PortalRequest,
  files: FileStore,
): Promise<Reply> {
  try {
    return await saveStep({ request, files }, triesToSave);
  } finally {
    const received = request.files.flatMap(({ outcome }) =>
      outcome.kind === "stored" ? [outcome.fileId] : [],
    );
    await removeUntakenFiles(request.context, files, received);
  }
}

/** Each time somebody else's save came in between, so this many tabs may save at once. */
const triesToSave = 10;

type Posted = { readonly request: PortalRequest; readonly files: FileStore };

async function saveStep(
  { request, files }: Posted,
  triesLeft: number,
): Promise<Reply> {
  return withStep(request, withLateDraft, async ({ draft, step }) => {
    const taken = takePage(draft.definition, step.formPage, {
      fields: request.fields,
      files: withinRoom(draft.answers, request.files),
      previous: draft.answers,
      today: draft.today,
    });
    const saved = await saveDraft(request.context, draft, taken.answers);
    if (!saved.ok)
      return triesLeft > 1
        ? saveStep({ request, files }, triesLeft - 1)
        : showError(409);
    await removeUntakenFiles(request.context, files, saved.value.dropped);
    return afterSaving(request, { draft, step, taken });
  });
}

type Saved = Step & { readonly taken: PageTaken };

/** Shows the step again while there is something to say about it; otherwise goes where the button leads. */
function afterSaving(
  request: PortalRequest,
  { draft: before, step, taken }: Saved,
): Reply {
  const draft = { ...before, answers: taken.answers };
  const { uploadErrors } = taken;
  const action = parseStepAction(request.fields.get(actionField));
  if (action.kind === "keep") return { kind: "json", status: 200, body: {} };
  if (action.kind === "end")
    return redirect(antragPath(draft.leistungSlug, "/beendet"), [
      noDraftCookie(draft.leistungSlug),
    ]);
  const overlaps = taken.overlaps.map((overlap) =>
    describeOverlap(overlap, request.locale),
  );
  const errors =
    action.kind === "next"
      ? [
          ...uploadErrors,
          ...validatePage(evaluateDraft(draft), step.formPage.key),
        ]
      : uploadErrors;
  if (overlaps.length > 0 || (errors.length > 0 && action.kind !== "save"))
    return stepPage(request, { draft, step, errors, overlaps });
  if (action.kind === "next" && hasUnseen(request, { before, draft, step }))
    return stepPage(request, { draft, step, errors, hasNewQuestions: true });
  return redirect(placeAfter(action, { draft, step, taken }));
}

/** Where scripts do not show new questions at once, nobody has seen those that the answers just sent have brought up. */
function hasUnseen(
  { fields }: PortalRequest,
  { before, draft, step }: Step & { readonly before: Draft },
): boolean {
  return (
    fields.get(liveField) === null &&
    hasAppeared(step.formPage, evaluateDraft(before), evaluateDraft(draft))
  );
}

function placeAfter(action: StepAction, { draft, step, taken }: Saved): string {
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

type Step = { readonly draft: Draft; readonly step: FormStep };

/** The step in the address; of a form that was sent, the page it was made for, should that have another place by now. */
async function withStep<Answer extends Reply | undefined>(
  request: PortalRequest,
  openDraft: typeof withDraft,
  handle: (step: Step) => Promise<Answer>,
): Promise<Reply | Answer> {
  return openDraft<Reply | Answer>(request, async (draft) => {
    const place = Number(request.params["schritt"]);
    const pageKey = request.fields.get(pageField);
    const step = listSteps(draft).find((known) =>
      pageKey === null ? known.place === place : known.formPage.key === pageKey,
    );
    if (step) return handle({ draft, step });
    // A page that is left out by now is no step, but its address was right once.
    const isPage = shownPages(draft.definition)[place - 1] !== undefined;
    return pageKey === null && !isPage
      ? showError(404)
      : redirect(resumePath(draft));
  });
}

/** Where a button to another place leads; one that does not exist (any more) to where one goes on. */
function placePath(draft: Draft, place: string): string {
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
