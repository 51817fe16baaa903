import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { findLeistungBySlug, findLeistungHead } from "../../catalogue/index.ts";
import { actionField, type FieldError } from "../../forms/index.ts";
import { withConfirmed } from "../use-cases/confirmed-answers.ts";
import type { OwnData } from "../domain/own-data.ts";
import type { Sender } from "../domain/sender.ts";
import type {
  AmendedListener,
  FindRightToAct,
  Receiver,
  OwnDataPorts,
  SubmittedListener,
} from "../ports.ts";
import { findNewerForm } from "../use-cases/find-form-change.ts";
import type { Draft } from "../domain/draft.ts";
import { listEarlier } from "../use-cases/list-similar.ts";
import {
  readBeforeSending,
  type ReadBefore,
} from "../use-cases/read-before-sending.ts";
import { checkBeforeSending } from "../use-cases/read-draft-uploads.ts";
import {
  submitDraft,
  type SubmitDraftRefusal,
} from "../use-cases/submit-draft.ts";
import {
  antragPath,
  draftOfRequest,
  nothingToSend,
  shortenedDraftCookie,
  withDraft,
} from "./antrag-request.ts";
import {
  confirmationField,
  emailField,
  revisionField,
} from "./check-fields.ts";
import { checkPage } from "./check-page.ts";
import { sendCorrection, showCorrection } from "./correction-send.ts";
import { sendIntake, showIntakeCheck } from "./intake-send.ts";
import type { MovePorts } from "./authority-of-route.ts";
import {
  findOtherReceiver,
  otherThanHolder,
  receiverOfDraft,
} from "./other-receiver.ts";
import { officeFor } from "../use-cases/office-for.ts";
import { findRight, senderBy } from "./mandate-check.ts";
import { senderOf } from "./owner-pages.ts";
import { stepActions } from "./step-actions.ts";
import { ownDataField, shownOwnData } from "./shown-own-data.ts";
import { ownDataOfDraft } from "./step-own-data.ts";
import { authorityUrl } from "./authority-url.ts";
import { versionPath } from "./version-page.ts";

export type SendPorts = {
  readonly findRightToAct: FindRightToAct;
  readonly listeners: readonly SubmittedListener[];
  readonly amendedListeners: readonly AmendedListener[];
  readonly ownData: OwnDataPorts;
  readonly receivers: MovePorts;
};

/** The summary, and sending it. */
export function sendRoutes(ports: SendPorts): readonly Route[] {
  const base = "/leistungen/:name/antrag";
  return [
    {
      method: "GET",
      path: `${base}/pruefen`,
      audience: "guest",
      handle: (request) => showCheck(request, ports),
    },
    {
      // Who changes the language on what was refused, or loads it again by its address.
      method: "GET",
      path: `${base}/senden`,
      audience: "guest",
      handle: ({ params }) =>
        Promise.resolve(redirect(antragPath(params["name"] ?? "", "/pruefen"))),
    },
    {
      method: "POST",
      path: `${base}/senden`,
      audience: "guest",
      handle: (request) => send(request, ports),
    },
  ];
}

async function showCheck(
  request: PortalRequest,
  ports: SendPorts,
): Promise<Reply> {
  return withDraft(request, async (stored) => {
    const { correction } = stored;
    if (correction)
      return showCorrection(request, { draft: stored, correction });
    if (stored.isIntake) return showIntakeCheck(request, stored);
    const own = await ownDataOfDraft(request, ports.ownData, stored);
    const draft = withConfirmed(stored, own);
    const { context } = request;
    const [ready, newer, leistung, earlier, found] = await Promise.all([
      checkBeforeSending(context, draft),
      findNewerForm(context, draft),
      findLeistungBySlug(context, draft.leistungSlug),
      listEarlier(context, draft.leistungSlug),
      receiverOfDraft(request, draft, ports.receivers),
    ]);
    const [other, office] = await Promise.all([
      findOtherReceiver(request, { draft, found }, ports.receivers),
      officeFor(context, leistung, found?.within.officeSlug),
    ]);
    return checkPage(request, {
      draft,
      earlier,
      ownData: shownOwnData(stored, own),
      authorityName: request.authority.name,
      answerErrors: ready.errors,
      unfinishedFiles: ready.unfinished.map(({ filename }) => filename),
      hasNewerForm: newer !== undefined,
      neededLevel: leistung?.content.assuranceLevel ?? "none",
      office,
      other,
      email: "",
    });
  });
}

async function send(request: PortalRequest, ports: SendPorts): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const [draft, leistung] = await Promise.all([
    draftOfRequest(request),
    findLeistungHead(request.context, slug),
  ]);
  if (!draft) return nothingToSend(request);
  if (request.fields.get(actionField) === stepActions.save)
    return redirect(antragPath(draft.leistungSlug, "/speichern"));
  const answer = await findRight(request, slug, ports.findRightToAct);
  if (answer.kind === "may-not") return answer.page;
  const sender = senderBy(senderOf(request), answer.right);
  const { correction } = draft;
  if (correction)
    return sendCorrection(
      request,
      { draft, correction, sender },
      ports.amendedListeners,
    );
  return sendApplication(request, { draft, leistung, sender }, ports);
}

/** To whom it belongs by its answers; to nobody else. */
async function sendApplication(
  request: PortalRequest,
  {
    draft,
    ...known
  }: {
    readonly draft: Draft;
    readonly leistung: Awaited<ReturnType<typeof findLeistungHead>>;
    readonly sender: Sender | undefined;
  },
  ports: SendPorts,
): Promise<Reply> {
  const own = draft.isIntake
    ? undefined
    : await ownDataOfDraft(request, ports.ownData, draft);
  const settled = withConfirmed(draft, own);
  // Neither waits for the other, so that they reach the database together.
  const [receiver, before] = await Promise.all([
    receiverOfDraft(request, settled, ports.receivers),
    readBeforeSending(request.context, draft, ports.listeners),
  ]);
  const other = otherThanHolder(request, receiver);
  const within = other ? undefined : receiver?.within;
  // What is taken in at the counter lies with who took it in, and may be handed over.
  if (draft.isIntake) return sendIntake(request, { draft, within, before });
  // By the answers another authority is responsible: the summary says so.
  if (other) return redirect(antragPath(draft.leistungSlug, "/pruefen"));
  return submit(request, { ...known, draft, own, within, before });
}

/** Sends it, or shows the summary with what keeps it from being sent. */
async function submit(
  request: PortalRequest,
  {
    draft,
    leistung,
    own,
    ...found
  }: {
    readonly draft: Draft;
    readonly own: OwnData | undefined;
    readonly leistung: Awaited<ReturnType<typeof findLeistungHead>>;
    readonly sender: Sender | undefined;
    readonly within: Receiver["within"] | undefined;
    readonly before: ReadBefore;
  },
): Promise<Reply> {
  const email = (request.fields.get(emailField) ?? "").trim();
  const result = await submitDraft(request.context, {
    draft,
    own,
    checkedOwnData: request.fields.get(ownDataField) ?? "",
    checkedRevision: Number(request.fields.get(revisionField)),
    leistungTitle: leistung?.title ?? draft.definition.title,
    leikaKey: leistung?.leikaKey,
    portalName: request.authority.name,
    ...found,
    isConfirmed: request.fields.get(confirmationField) === "true",
    notificationEmail: email,
    statusLinkPrefix: `${authorityUrl(request)}/status/`,
    neededLevel: leistung?.assuranceLevel ?? "none",
  });
  if (result.ok)
    return redirect(antragPath(draft.leistungSlug, "/gesendet"), [
      shortenedDraftCookie(request, draft),
    ]);
  return showRefusal(request, {
    draft,
    own,
    refusal: result.refusal,
    email,
    officeSlug: found.within?.officeSlug,
  });
}

/** The summary with what keeps the application from being sent, or the newer form that has to be used. */
async function showRefusal(
  request: PortalRequest,
  {
    draft: stored,
    own,
    refusal,
    email,
    officeSlug,
  }: {
    /** As it is stored. */
    readonly draft: Draft;
    readonly own: OwnData | undefined;
    readonly refusal: SubmitDraftRefusal;
    readonly email: string;
    readonly officeSlug: string | undefined;
  },
): Promise<Reply> {
  const draft = withConfirmed(stored, own);
  if (
    refusal.kind === "level-too-low" ||
    refusal.kind === "prepare-only" ||
    refusal.kind === "not-permitted"
  )
    return redirect(antragPath(draft.leistungSlug, "/pruefen"));
  if (refusal.kind === "form-replaced")
    return redirect(versionPath(draft.leistungSlug));
  const { context } = request;
  const [answerErrors, leistung] = await Promise.all([
    errorsNow(context, draft, refusal),
    findLeistungBySlug(context, draft.leistungSlug),
  ]);
  const common = {
    draft,
    office: await officeFor(context, leistung, officeSlug),
    ownData: shownOwnData(stored, own),
    authorityName: request.authority.name,
    email,
  };
  const shown = { ...common, answerErrors };
  if (refusal.kind === "answers-invalid" || answerErrors.length > 0)
    return checkPage(request, shown);
  return refusal.kind === "entries-invalid"
    ? checkPage(request, { ...shown, faults: refusal.faults })
    : checkPage(request, { ...shown, refusal: refusal.kind });
}

/** What is wrong with the answers as they are now. */
async function errorsNow(
  context: PortalRequest["context"],
  draft: Draft,
  refusal: SubmitDraftRefusal,
): Promise<readonly FieldError[]> {
  switch (refusal.kind) {
    case "answers-invalid":
      return refusal.errors;
    case "changed-meanwhile":
    case "own-data-changed":
      return (await checkBeforeSending(context, draft)).errors;
    default:
      return [];
  }
}
