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
  findFilePlace,
  hasUnseenQuestions,
  takePage,
  shownPages,
  validatePage,
  type FieldError,
  type PageTaken,
  type UploadedFile,
} from "../../forms/index.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps, type FormStep } from "../use-cases/form-steps.ts";
import { withinRoom } from "../use-cases/room-for-files.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import {
  noteVerdicts,
  scanReceived,
  type UploadPorts,
} from "../use-cases/scan-file.ts";
import { discardUpload } from "../use-cases/discard-upload.ts";
import { findUpload } from "../use-cases/pending-upload.ts";
import {
  malwareErrors,
  readDraftUploads,
} from "../use-cases/read-draft-uploads.ts";
import {
  antragPath,
  lateDraftOfBrowser,
  noDraftCookie,
  withDraft,
  withDraftToSave,
} from "./antrag-request.ts";
import { textsCookies } from "./form-language.ts";
import { afterUnseen, endBySignOut } from "./owner-pages.ts";
import { resumePath } from "./resume-path.ts";
import { parseStepAction, type StepAction } from "./step-actions.ts";
import {
  hasFiles,
  pageField,
  stepPage,
  type StepUploads,
} from "./step-page.ts";
import { discardedUpload } from "./upload-panel.ts";

/** The steps of the form: shown, and saved with what was typed and uploaded. */
export function stepRoutes(ports: UploadPorts): readonly Route[] {
  const path = "/leistungen/:name/antrag/schritt/:schritt";
  return [
    {
      method: "GET",
      path,
      audience: "guest",
      handle: (request) => showStep(request, ports),
    },
    {
      method: "POST",
      path,
      audience: "guest",
      acceptsFiles: true,
      admitFiles,
      handle: (request) => takeStep(request, ports),
    },
  ];
}

async function showStep(
  request: PortalRequest,
  ports: UploadPorts,
): Promise<Reply> {
  return withStep(request, withDraft, async ({ draft, step }) =>
    stepPage(request, {
      draft,
      step,
      errors: [],
      uploads: await stepUploads(request, { draft, step }, ports),
    }),
  );
}

/** What is said about uploads on a page that has file fields. */
async function stepUploads(
  { context }: PortalRequest,
  { draft, step }: Step,
  { scanner }: UploadPorts,
): Promise<StepUploads | undefined> {
  if (!hasFiles(step.formPage)) return undefined;
  const { pending, scans } = await readDraftUploads(context, draft);
  const uploads = {
    // Those whose field is gone can be thrown away on any page.
    pending: pending.filter(({ fieldPath }) => {
      const place = findFilePlace(draft.definition, draft.answers, fieldPath);
      return !place || place.pageKey === step.formPage.key;
    }),
    scans,
  };
  return {
    uploads,
    malware: malwareErrors(draft, uploads.scans).filter(
      ({ pageKey }) => pageKey === step.formPage.key,
    ),
    isScanning: scanner !== undefined,
  };
}

/** Files of a step that nobody could keep are not even received. */
async function admitFiles(request: PortalRequest): Promise<Reply | undefined> {
  return withStep(request, withDraftToSave, () => Promise.resolve(undefined));
}

async function takeStep(
  request: PortalRequest,
  ports: UploadPorts,
): Promise<Reply> {
  const { context, files: received } = request;
  try {
    const { files, verdicts } = await scanReceived(context, ports, received);
    await discardIfAsked(request, ports);
    const reply = await saveStep({ request, files, ports }, triesToSave);
    await noteVerdicts(context, verdicts);
    return reply;
  } finally {
    const stored = received.flatMap(({ outcome }) =>
      outcome.kind === "stored" ? [outcome.fileId] : [],
    );
    await removeUntakenFiles(context, ports.files, stored);
  }
}

/** The button beside an upload that did not arrive completely; the script has buttons of its own. */
async function discardIfAsked(
  request: PortalRequest,
  ports: UploadPorts,
): Promise<void> {
  const uploadId = discardedUpload(request.fields.get(actionField));
  if (uploadId === undefined) return;
  const draft = await lateDraftOfBrowser(request, request.params["name"] ?? "");
  const upload = draft && (await findUpload(request.context, draft, uploadId));
  if (upload) await discardUpload(request.context, ports, upload.id);
}

/** Each time somebody else's save came in between, so this many tabs may save at once. */
const triesToSave = 10;

type Posted = {
  readonly request: PortalRequest;
  /** As the scanner left them. */
  readonly files: readonly UploadedFile[];
  readonly ports: UploadPorts;
};

async function saveStep(posted: Posted, triesLeft: number): Promise<Reply> {
  const { request, files, ports } = posted;
  return withStep(request, withDraftToSave, async ({ draft, step }) => {
    const taken = takePage(draft.definition, step.formPage, {
      fields: request.fields,
      files: withinRoom(draft.answers, files),
      previous: draft.answers,
      today: draft.today,
    });
    const saved = await saveDraft(request.context, draft, taken);
    if (!saved.ok)
      return triesLeft > 1 ? saveStep(posted, triesLeft - 1) : showError(409);
    await removeUntakenFiles(request.context, ports.files, saved.value.dropped);
    if (draft.isOwned && !request.account) return afterUnseen(request);
    const action = parseStepAction(request.fields.get(actionField));
    if (action.kind === "end" && request.account)
      return endBySignOut(request, placePath(draft, String(step.place)));
    const changed = { ...draft, answers: taken.answers };
    const uploads = await stepUploads(request, { draft: changed, step }, ports);
    return afterSaving(request, { draft, step, taken, uploads });
  });
}

type Saved = Step & {
  readonly taken: PageTaken;
  readonly uploads: StepUploads | undefined;
};

/** Shows the step again while there is something to say about it; otherwise goes where the button leads. */
function afterSaving(
  request: PortalRequest,
  { draft: before, step, taken, uploads }: Saved,
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
    return stepPage(request, { draft, step, errors, overlaps, uploads });
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
    });
  return redirect(placeAfter(action, { draft, step, taken }));
}

/** What keeps somebody from going on. */
function errorsOf({
  draft,
  step,
  taken,
  uploads,
}: Saved): readonly FieldError[] {
  return [
    ...taken.uploadErrors,
    ...validatePage(evaluateDraft(draft), step.formPage.key),
    ...(uploads?.malware ?? []),
  ];
}

function placeAfter(
  action: StepAction,
  { draft, step, taken }: Omit<Saved, "uploads">,
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
