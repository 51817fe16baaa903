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
  applyAction,
  placeAfterAction,
  readPage,
  validatePage,
} from "../../forms/index.ts";
import { withinRoom } from "../use-cases/room-for-files.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import { antragPath, renewedDraftCookie, withDraft } from "./antrag-request.ts";
import { stepActions, stepPage } from "./step-page.ts";

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
  return withStep(request, ({ draft, step, formPage }) =>
    Promise.resolve(
      stepPage(request, {
        draft,
        step,
        formPage,
        answers: draft.answers,
        errors: [],
      }),
    ),
  );
}

/** Files of a step that nobody could keep are not even received. */
async function admitFiles(request: PortalRequest): Promise<Reply | undefined> {
  return withStep(request, () => Promise.resolve(undefined));
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
  return withStep(request, async ({ draft, step, formPage }) => {
    const { definition } = draft;
    const read = readPage(definition, formPage.key, {
      fields: request.fields,
      files: withinRoom(draft.answers, request.files),
      previous: draft.answers,
    });
    const action = request.fields.get(actionField) ?? stepActions.next;
    const isMove = action === stepActions.next || action === stepActions.save;
    const answers = isMove
      ? read.answers
      : applyAction(definition, formPage.key, {
          answers: read.answers,
          action,
        });
    const saved = await saveDraft(request.context, draft, answers);
    if (!saved.ok)
      return triesLeft > 1
        ? saveStep({ request, files }, triesLeft - 1)
        : showError(409);
    await removeUntakenFiles(request.context, files, saved.value.dropped);
    if (action === stepActions.save)
      return redirect(antragPath(draft.leistungSlug, "/speichern"));
    const errors = isMove
      ? [
          ...read.uploadErrors,
          ...validatePage(definition, formPage.key, answers),
        ]
      : read.uploadErrors;
    if (errors.length > 0)
      return stepPage(request, { draft, step, formPage, answers, errors });
    if (isMove)
      return redirect(nextPath(draft, step), [
        renewedDraftCookie(request, draft),
      ]);
    const place = placeAfterAction(definition, formPage.key, {
      answers,
      action,
    });
    return redirect(placePath(draft, step, place));
  });
}

type Step = {
  readonly draft: Draft;
  readonly step: number;
  readonly formPage: Draft["definition"]["pages"][number];
};

async function withStep<Answer>(
  request: PortalRequest,
  handle: (step: Step) => Promise<Answer>,
): Promise<Reply | Answer> {
  return withDraft(request, async (draft) => {
    const step = Number(request.params["schritt"]);
    const formPage = draft.definition.pages[step - 1];
    return formPage ? handle({ draft, step, formPage }) : showError(404);
  });
}

/** The same step at the place where something was added or removed; all is saved, so the page can be opened anew. */
function placePath(
  { leistungSlug }: Draft,
  step: number,
  place: string | undefined,
): string {
  const path = antragPath(leistungSlug, `/schritt/${String(step)}`);
  return place === undefined ? path : `${path}#${place}`;
}

function nextPath(draft: Draft, step: number): string {
  return antragPath(
    draft.leistungSlug,
    step < draft.definition.pages.length
      ? `/schritt/${String(step + 1)}`
      : "/pruefen",
  );
}
