import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  actionField,
  listFiles,
  takePage,
  shownPages,
} from "../../forms/index.ts";
import { withConfirmed } from "../use-cases/confirmed-answers.ts";
import type { OwnDataPorts } from "../ports.ts";
import { noteOneUse } from "../use-cases/answer-own-data.ts";
import { discardUpload } from "../use-cases/discard-upload.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import { findUpload } from "../use-cases/pending-upload.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { withinRoom } from "../use-cases/room-for-files.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import {
  scanReceived,
  type ScannedFiles,
  type UploadPorts,
} from "../use-cases/scan-file.ts";
import { afterSaving, placePath } from "./after-saving.ts";
import type { Step } from "./step.ts";
import {
  lateDraftOfBrowser,
  pageField,
  withDraft,
  withDraftToSave,
} from "./antrag-request.ts";
import { afterUnseen, endBySignOut } from "./owner-pages.ts";
import { resumePath } from "./resume-path.ts";
import { parseStepAction } from "./step-actions.ts";
import { ownDataOfStep, ownDataVisitor, takeOwnData } from "./step-own-data.ts";
import { stepPage } from "./step-page.ts";
import { stepUploads } from "./step-uploads.ts";
import { discardedUpload } from "./upload-panel.ts";

/** What the steps need of others. */
export type StepPorts = UploadPorts & OwnDataPorts;

/** The steps of the form: shown, and saved with what was typed and uploaded. */
export function stepRoutes(ports: StepPorts): readonly Route[] {
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
  ports: StepPorts,
): Promise<Reply> {
  return withStep(request, withDraft, async ({ draft: stored, step }) => {
    const [own, uploads] = await Promise.all([
      ownDataOfStep(request, ports, { draft: stored, step }),
      stepUploads(request, { draft: stored, step }, ports),
    ]);
    const draft = own ? withConfirmed(stored, own) : stored;
    return stepPage(request, { draft, step, errors: [], uploads, own });
  });
}

/** Files of a step that nobody could keep are not even received. */
async function admitFiles(request: PortalRequest): Promise<Reply | undefined> {
  return withStep(request, withDraftToSave, () => Promise.resolve(undefined));
}

async function takeStep(
  request: PortalRequest,
  ports: StepPorts,
): Promise<Reply> {
  const { context, files: received } = request;
  const kept = new Set<string>();
  try {
    const scanned = await scanReceived(context, ports, received);
    await discardIfAsked(request, ports);
    return await saveStep({ request, scanned, ports, kept }, triesToSave);
  } finally {
    const stored = received.flatMap(({ outcome }) =>
      outcome.kind === "stored" && !kept.has(outcome.fileId)
        ? [outcome.fileId]
        : [],
    );
    await removeUntakenFiles(context, ports.files, stored);
  }
}

/** The button beside an upload that did not arrive completely; the script has buttons of its own. */
async function discardIfAsked(
  request: PortalRequest,
  ports: StepPorts,
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
  /** The files, as the scanner left them. */
  readonly scanned: ScannedFiles;
  readonly ports: StepPorts;
  /** Gets the files of the draft that was saved. */
  readonly kept: Set<string>;
};

async function saveStep(posted: Posted, triesLeft: number): Promise<Reply> {
  const { request, scanned, ports } = posted;
  return withStep(request, withDraftToSave, async ({ draft: stored, step }) => {
    const own = await ownDataOfStep(request, ports, { draft: stored, step });
    const draft = own ? withConfirmed(stored, own) : stored;
    const page = takePage(draft.definition, step.formPage, {
      fields: request.fields,
      files: withinRoom(draft.answers, scanned.files),
      previous: draft.answers,
      today: draft.today,
    });
    const button = request.fields.get(actionField);
    const taken = takeOwnData(page, own, { stored, step, button });
    const saved = await saveDraft(request.context, stored, {
      ...taken,
      verdicts: scanned.verdicts,
    });
    if (!saved.ok)
      return triesLeft > 1 ? saveStep(posted, triesLeft - 1) : showError(409);
    for (const { fileId } of listFiles(taken.answers)) posted.kept.add(fileId);
    await removeUntakenFiles(request.context, ports.files, saved.value.dropped);
    if (draft.isOwned && !request.account) return afterUnseen(request);
    if (taken.isUsedByHand) await noteOneUse(ownDataVisitor(request), draft);
    if (parseStepAction(button).kind === "end" && request.account)
      return endBySignOut(request, placePath(draft, String(step.place)));
    const changed = { ...draft, answers: taken.answers };
    const readUploads = () =>
      stepUploads(request, { draft: changed, step }, ports);
    return afterSaving(request, { draft, step, taken, readUploads, own });
  });
}

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
