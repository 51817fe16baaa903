import { germanDay } from "../../../platform/values/german-day.ts";
import {
  createMissLimiter,
  type MissLimiter,
} from "../../../shell/web/miss-limiter.ts";
import {
  askToWait,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import { actionField } from "../../forms/index.ts";
import type { ActsWithin, NoteSentFor, SubmittedListener } from "../ports.ts";
import { refusalOfMandate } from "./mandate-check.ts";
import { findFormOfLeistung } from "../use-cases/find-form-of-leistung.ts";
import { ownDraft } from "../use-cases/own-draft.ts";
import { startDraft } from "../use-cases/start-draft.ts";
import type { UploadPorts } from "../use-cases/scan-file.ts";
import { checkBeforeSending } from "../use-cases/read-draft-uploads.ts";
import { findNewerForm } from "../use-cases/find-form-change.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import {
  submitDraft,
  type SubmitDraftRefusal,
} from "../use-cases/submit-draft.ts";
import {
  antragPath,
  draftOfRequest,
  isSessionEnded,
  ownDeviceCookies,
  sharedDeviceCookies,
  sharedDeviceField,
  shortenedDraftCookie,
  withDraft,
} from "./antrag-request.ts";
import {
  checkPage,
  confirmationField,
  emailField,
  revisionField,
} from "./check-page.ts";
import { formForVisitor } from "./form-language.ts";
import { offlinePage, startPage } from "./start-page.ts";
import { senderOf } from "./owner-pages.ts";
import { resumePath } from "./resume-path.ts";
import { stepActions } from "./step-actions.ts";
import { versionPath } from "./version-page.ts";
import { stepRoutes } from "./step-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";

type AntragPorts = {
  readonly actsWithin: ActsWithin;
  readonly noteSentFor: NoteSentFor;
  readonly uploads: UploadPorts;
  readonly listeners: readonly SubmittedListener[];
};

/** Anybody may begin drafts: nobody shall fill the database with them. High enough for an office behind one address. */
const startLimits = { misses: 60, windowMs: 600_000, maxClients: 10_000 };

/** From "before you start" to "send". Every page belongs to one visitor. */
export function antragRoutes({
  uploads,
  listeners,
  actsWithin,
  noteSentFor,
}: AntragPorts): readonly Route[] {
  const startLimiter = createMissLimiter(startLimits);
  const base = "/leistungen/:name/antrag";
  return [
    { method: "GET", path: base, audience: "guest", handle: showStart },
    {
      method: "POST",
      path: base,
      audience: "guest",
      handle: (request) => start(request, startLimiter, actsWithin),
    },
    ...stepRoutes(uploads),
    ...uploadRoutes(uploads),
    {
      method: "GET",
      path: `${base}/pruefen`,
      audience: "guest",
      handle: showCheck,
    },
    {
      method: "POST",
      path: `${base}/uebernehmen`,
      audience: "account",
      handle: takeOver,
    },
    {
      method: "POST",
      path: `${base}/senden`,
      audience: "guest",
      handle: (request) =>
        send(request, { listeners, actsWithin, noteSentFor }),
    },
  ];
}

async function showStart(request: PortalRequest): Promise<Reply> {
  const { context } = request;
  const found = await findFormOfLeistung(context, request.params["name"] ?? "");
  if (!found) return showError(404);
  const { leistung, form } = found;
  if (!form) return offlinePage(request, leistung);
  const draft = await draftOfRequest(request);
  return startPage(request, {
    leistung,
    definition: formForVisitor(request, form.definition),
    today: germanDay(context.now),
    draft: draft?.isSubmitted ? undefined : draft,
    hasNewerForm: draft?.formVersionId !== form.formVersionId,
    isSessionEnded: isSessionEnded(request, leistung.slug),
  });
}

async function start(
  request: PortalRequest,
  limiter: MissLimiter,
  actsWithin: ActsWithin,
): Promise<Reply> {
  const now = request.context.now.getTime();
  const wait = limiter.secondsBlocked(request.clientAddress, now);
  if (wait > 0) return askToWait(wait);
  limiter.countMiss(request.clientAddress, now);
  const slug = request.params["name"] ?? "";
  const refused = await refusalOfMandate(request, slug, actsWithin);
  if (refused) return refused;
  const result = await startDraft(request.context, slug);
  if (!result.ok) return showError(404);
  const { key } = result.value;
  const isShared = request.fields.get(sharedDeviceField) === "true";
  return redirect(
    antragPath(slug, "/schritt/1"),
    isShared
      ? sharedDeviceCookies(request, slug, key)
      : ownDeviceCookies(request, slug, key),
  );
}

async function showCheck(request: PortalRequest): Promise<Reply> {
  return withDraft(request, async (draft) => {
    const { context } = request;
    const [ready, newer, leistung] = await Promise.all([
      checkBeforeSending(context, draft),
      findNewerForm(context, draft),
      findLeistungHead(context, draft.leistungSlug),
    ]);
    return checkPage(request, {
      draft,
      authorityName: request.portal.name,
      answerErrors: ready.errors,
      unfinishedFiles: ready.unfinished.map(({ filename }) => filename),
      hasNewerForm: newer !== undefined,
      neededLevel: leistung?.assuranceLevel ?? "none",
      email: "",
    });
  });
}

/** What a guest has begun in this browser goes into the account. */
async function takeOver(request: PortalRequest): Promise<Reply> {
  return withDraft(request, async (draft) => {
    await ownDraft(request.context, draft);
    return redirect(resumePath(draft));
  });
}

async function send(
  request: PortalRequest,
  ports: Omit<AntragPorts, "uploads">,
): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const [draft, leistung] = await Promise.all([
    draftOfRequest(request),
    findLeistungHead(request.context, slug),
  ]);
  if (!draft) return redirect(antragPath(slug));
  if (request.fields.get(actionField) === stepActions.save)
    return redirect(antragPath(draft.leistungSlug, "/speichern"));
  const refused = await refusalOfMandate(request, slug, ports.actsWithin);
  return refused ?? submit(request, { draft, leistung }, ports);
}

/** Sends it, or shows the summary with what keeps it from being sent. */
async function submit(
  request: PortalRequest,
  {
    draft,
    leistung,
  }: {
    readonly draft: Draft;
    readonly leistung: Awaited<ReturnType<typeof findLeistungHead>>;
  },
  { listeners, noteSentFor }: Omit<AntragPorts, "uploads">,
): Promise<Reply> {
  const email = (request.fields.get(emailField) ?? "").trim();
  const result = await submitDraft(
    request.context,
    {
      draft,
      checkedRevision: Number(request.fields.get(revisionField)),
      leistungTitle: leistung?.title ?? draft.definition.title,
      portalName: request.portal.name,
      isConfirmed: request.fields.get(confirmationField) === "true",
      notificationEmail: email,
      statusLinkPrefix: `${request.baseUrl}/status/`,
      sender: senderOf(request),
      neededLevel: leistung?.assuranceLevel ?? "none",
    },
    listeners,
  );
  if (result.ok) {
    await noteSent(request, noteSentFor, {
      submissionId: result.value.submissionId,
      leistungTitle: leistung?.title ?? draft.definition.title,
    });
    return redirect(antragPath(draft.leistungSlug, "/gesendet"), [
      shortenedDraftCookie(request, draft),
    ]);
  }
  return showRefusal(request, { draft, refusal: result.refusal, email });
}

/** What was sent for another is shown to both. */
async function noteSent(
  { account, accountContext, portal }: PortalRequest,
  noteSentFor: NoteSentFor,
  sent: { readonly submissionId: string; readonly leistungTitle: string },
): Promise<void> {
  const party = account?.actingFor;
  if (!party) return;
  await noteSentFor(accountContext, {
    ...sent,
    accountId: account.accountId,
    partyId: party.partyId,
    portalName: portal.name,
  });
}

/** The summary with what keeps the application from being sent, or the newer form that has to be used. */
async function showRefusal(
  request: PortalRequest,
  {
    draft,
    refusal,
    email,
  }: {
    readonly draft: Draft;
    readonly refusal: SubmitDraftRefusal;
    readonly email: string;
  },
): Promise<Reply> {
  if (refusal.kind === "level-too-low" || refusal.kind === "prepare-only")
    return redirect(antragPath(draft.leistungSlug, "/pruefen"));
  if (refusal.kind === "form-replaced")
    return redirect(versionPath(draft.leistungSlug));
  const answerErrors =
    refusal.kind === "answers-invalid"
      ? refusal.errors
      : refusal.kind === "changed-meanwhile"
        ? (await checkBeforeSending(request.context, draft)).errors
        : [];
  const common = { draft, authorityName: request.portal.name, email };
  return refusal.kind === "answers-invalid" || answerErrors.length > 0
    ? checkPage(request, { ...common, answerErrors })
    : checkPage(request, {
        ...common,
        answerErrors,
        refusal: refusal.kind,
      });
}
