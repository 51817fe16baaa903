import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  findLeistungBySlug,
  findLeistungTitle,
} from "../../catalogue/index.ts";
import {
  actionField,
  applyAction,
  findPublishedForm,
  placeAfterAction,
  readPage,
  validateAll,
  validatePage,
} from "../../forms/index.ts";
import type { SubmittedListener } from "../ports.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import { startDraft } from "../use-cases/start-draft.ts";
import { submitDraft } from "../use-cases/submit-draft.ts";
import {
  antragPath,
  draftCookieFor,
  draftOfRequest,
  renewedDraftCookie,
} from "./antrag-request.ts";
import {
  checkPage,
  confirmationField,
  emailField,
  revisionField,
} from "./check-page.ts";
import { offlinePage, startPage } from "./start-page.ts";
import { stepActions, stepPage } from "./step-page.ts";

type AntragPorts = {
  readonly files: FileStore;
  readonly listeners: readonly SubmittedListener[];
};

/** From "before you start" to "send". Every page belongs to one visitor. */
export function antragRoutes({
  files,
  listeners,
}: AntragPorts): readonly Route[] {
  const base = "/leistungen/:name/antrag";
  return [
    { method: "GET", path: base, audience: "guest", handle: showStart },
    { method: "POST", path: base, audience: "guest", handle: start },
    {
      method: "GET",
      path: `${base}/schritt/:schritt`,
      audience: "guest",
      handle: showStep,
    },
    {
      method: "POST",
      path: `${base}/schritt/:schritt`,
      audience: "guest",
      acceptsFiles: true,
      handle: (request) => takeStep(request, files),
    },
    {
      method: "GET",
      path: `${base}/pruefen`,
      audience: "guest",
      handle: showCheck,
    },
    {
      method: "POST",
      path: `${base}/senden`,
      audience: "guest",
      handle: (request) => send(request, listeners),
    },
  ];
}

async function showStart(request: PortalRequest): Promise<Reply> {
  const leistung = await findLeistungBySlug(
    request.context,
    request.params["name"] ?? "",
  );
  if (!leistung) return showError(404);
  const { formKey } = leistung;
  const { context } = request;
  const form =
    formKey === null
      ? undefined
      : await context.transaction((db) =>
          findPublishedForm(context, db, formKey),
        );
  if (!form) return offlinePage(request, leistung);
  const draft = await draftOfRequest(request);
  return startPage(request, {
    leistung,
    definition: form.definition,
    draft: draft?.isSubmitted ? undefined : draft,
  });
}

async function start(request: PortalRequest): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const result = await startDraft(request.context, slug);
  if (!result.ok) return showError(404);
  return redirect(antragPath(slug, "/schritt/1"), [
    draftCookieFor(slug, result.value.key),
  ]);
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

async function takeStep(
  request: PortalRequest,
  files: FileStore,
): Promise<Reply> {
  try {
    return await saveStep(request, triesToSave);
  } finally {
    const received = request.files.flatMap(({ outcome }) =>
      outcome.kind === "stored" ? [outcome.fileId] : [],
    );
    await removeUntakenFiles(request.context, files, received);
  }
}

/** Each time somebody else's save came in between, so this many tabs may save at once. */
const triesToSave = 10;

async function saveStep(
  request: PortalRequest,
  triesLeft: number,
): Promise<Reply> {
  return withStep(request, async ({ draft, step, formPage }) => {
    const { definition } = draft;
    const read = readPage(definition, formPage.key, {
      fields: request.fields,
      files: request.files,
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
      return triesLeft > 1 ? saveStep(request, triesLeft - 1) : showError(409);
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

async function showCheck(request: PortalRequest): Promise<Reply> {
  return withDraft(request, (draft) =>
    Promise.resolve(
      checkPage(request, {
        draft,
        authorityName: request.portal.name,
        answerErrors: validateAll(draft.definition, draft.answers),
        email: "",
      }),
    ),
  );
}

async function send(
  request: PortalRequest,
  listeners: readonly SubmittedListener[],
): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const [draft, leistungTitle] = await Promise.all([
    draftOfRequest(request),
    findLeistungTitle(request.context, slug),
  ]);
  if (!draft) return redirect(antragPath(slug));
  if (request.fields.get(actionField) === stepActions.save)
    return redirect(antragPath(draft.leistungSlug, "/speichern"));
  const email = (request.fields.get(emailField) ?? "").trim();
  const result = await submitDraft(
    request.context,
    {
      draft,
      checkedRevision: Number(request.fields.get(revisionField)),
      leistungTitle: leistungTitle ?? draft.definition.title,
      portalName: request.portal.name,
      isConfirmed: request.fields.get(confirmationField) === "true",
      notificationEmail: email,
      statusLinkPrefix: `${request.baseUrl}/status/`,
    },
    listeners,
  );
  if (result.ok) return redirect(antragPath(draft.leistungSlug, "/gesendet"));
  const authorityName = request.portal.name;
  if (result.refusal.kind === "answers-invalid") {
    return checkPage(request, {
      draft,
      authorityName,
      answerErrors: result.refusal.errors,
      email,
    });
  }
  return checkPage(request, {
    draft,
    authorityName,
    answerErrors: [],
    refusal: result.refusal.kind,
    email,
  });
}

type Step = {
  readonly draft: Draft;
  readonly step: number;
  readonly formPage: Draft["definition"]["pages"][number];
};

async function withStep(
  request: PortalRequest,
  handle: (step: Step) => Promise<Reply>,
): Promise<Reply> {
  return withDraft(request, async (draft) => {
    const step = Number(request.params["schritt"]);
    const formPage = draft.definition.pages[step - 1];
    return formPage ? handle({ draft, step, formPage }) : showError(404);
  });
}

/** Without a draft one begins at the start; after sending one sees the confirmation. Back and reload are always safe. */
async function withDraft(
  request: PortalRequest,
  handle: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  const draft = await draftOfRequest(request);
  if (!draft) return redirect(antragPath(request.params["name"] ?? ""));
  return draft.isSubmitted
    ? redirect(antragPath(draft.leistungSlug, "/gesendet"))
    : handle(draft);
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
