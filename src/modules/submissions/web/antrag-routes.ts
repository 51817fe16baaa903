import { germanDay } from "../../../platform/values/german-day.ts";
import {
  createMissLimiter,
  type MissLimiter,
} from "../../../shell/web/miss-limiter.ts";
import {
  askToWait,
  leave,
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type {
  AmendedListener,
  FindRightToAct,
  OwnDataPorts,
  Receiver,
  ShowNoLeistung,
  SubmittedListener,
} from "../ports.ts";
import { enter } from "../../admission/index.ts";
import { countAtWork } from "../use-cases/count-at-work.ts";
import {
  leadToQueue,
  showWaiting,
  ticketOf,
  ticketUsed,
} from "./waiting-page.ts";
import { addressOfPortal } from "../../tenants/index.ts";
import type { MovePorts, ReceiverPorts } from "./authority-of-route.ts";
import { moveRoutes } from "./move-routes.ts";
import { findRight } from "./mandate-check.ts";
import { findFormOfLeistung } from "../use-cases/find-form-of-leistung.ts";
import { officeFor } from "../use-cases/office-for.ts";
import { ownDraft } from "../use-cases/own-draft.ts";
import { startDraft } from "../use-cases/start-draft.ts";
import type { UploadPorts } from "../use-cases/scan-file.ts";
import {
  antragPath,
  draftOfRequest,
  isSessionEnded,
  withDraft,
} from "./antrag-request.ts";
import {
  ownDeviceCookies,
  sharedDeviceCookies,
  sharedDeviceField,
} from "./draft-cookie.ts";
import { formForVisitor } from "./form-language.ts";
import { offlinePage, startPage } from "./start-page.ts";
import { resumePath } from "./resume-path.ts";
import { ownDataRoutes } from "./own-data-routes.ts";
import { firstPath } from "./first-path.ts";
import { openDraft } from "../use-cases/open-draft.ts";
import { sendRoutes } from "./send-routes.ts";
import { stepRoutes } from "./step-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";

type AntragPorts = {
  readonly findRightToAct: FindRightToAct;
  readonly showNoLeistung: ShowNoLeistung;
  readonly uploads: UploadPorts;
  readonly ownData: OwnDataPorts;
  readonly listeners: readonly SubmittedListener[];
  readonly amendedListeners: readonly AmendedListener[];
  readonly receivers: MovePorts;
};

/** Anybody may begin drafts: nobody shall fill the database with them. High enough for an office behind one address. */
const startLimits = { misses: 60, windowMs: 600_000, maxClients: 10_000 };

/** From "before you start" to "send". Every page belongs to one visitor. */
export function antragRoutes(ports: AntragPorts): readonly Route[] {
  const { uploads, showNoLeistung, ownData, receivers } = ports;
  const startLimiter = createMissLimiter(startLimits);
  const base = "/leistungen/:name/antrag";
  return [
    {
      method: "GET",
      path: base,
      audience: "guest",
      handle: (request) => showStart(request, ports),
    },
    {
      method: "POST",
      path: base,
      audience: "guest",
      handle: (request) => start(request, startLimiter, ports),
    },
    {
      method: "GET",
      path: `${base}/warten`,
      audience: "guest",
      handle: (request) => showWaiting(request, showNoLeistung),
    },
    ...stepRoutes({ ...uploads, ...ownData }),
    ...uploadRoutes(uploads),
    {
      method: "POST",
      path: `${base}/uebernehmen`,
      audience: "account",
      handle: (request) => takeOver(request, ownData),
    },
    ...ownDataRoutes(ownData),
    ...sendRoutes(ports),
    ...moveRoutes(receivers),
  ];
}

async function showStart(
  request: PortalRequest,
  {
    findRightToAct,
    showNoLeistung,
    receivers,
  }: Pick<AntragPorts, "findRightToAct" | "showNoLeistung" | "receivers">,
): Promise<Reply> {
  const { context } = request;
  const found = await findFormOfLeistung(context, request.params["name"] ?? "");
  if (!found)
    return (
      (await leadToReceiver(request, receivers)) ?? showNoLeistung(request)
    );
  const { leistung, form } = found;
  if (!form) return offlinePage(request, leistung);
  const draft = await draftOfRequest(request);
  const answer = await findRight(request, leistung.slug, findRightToAct);
  const receiver = await receiverOfStart(request, receivers);
  return startPage(request, {
    leistung,
    office: await officeFor(context, leistung, receiver?.within.officeSlug),
    definition: formForVisitor(request, form.definition),
    today: germanDay(context.now),
    draft: draft?.isSubmitted ? undefined : draft,
    hasNewerForm: draft?.formVersionId !== form.formVersionId,
    isSessionEnded: isSessionEnded(request, leistung.slug),
    obstacle: answer.kind === "may-not" ? answer.notice : undefined,
  });
}

/** Who receives it, by what is known before anything is answered. */
function receiverOfStart(
  { locale, params, portal }: PortalRequest,
  { findReceiver }: ReceiverPorts,
): Promise<Receiver | undefined> {
  return findReceiver({ portal, leistungSlug: params["name"] ?? "", locale });
}

/** Where the authority that receives it calls the Leistung otherwise: to its start page in the portal of that authority. */
async function leadToReceiver(
  request: PortalRequest,
  receivers: ReceiverPorts,
): Promise<Reply | undefined> {
  const { baseUrl, params, portal } = request;
  const leistungSlug = params["name"] ?? "";
  const receiver = await receiverOfStart(request, receivers);
  if (!receiver || receiver.leistungSlug === leistungSlug) return undefined;
  const there = addressOfPortal(baseUrl, portal, receiver.authority);
  const to = `${there}${antragPath(receiver.leistungSlug)}`;
  return leave(to, [there]);
}

async function start(
  request: PortalRequest,
  limiter: MissLimiter,
  { findRightToAct, ownData }: Pick<AntragPorts, "findRightToAct" | "ownData">,
): Promise<Reply> {
  const now = request.context.now.getTime();
  const wait = limiter.secondsBlocked(request.clientAddress, now);
  if (wait > 0) return askToWait(wait);
  limiter.countMiss(request.clientAddress, now);
  const slug = request.params["name"] ?? "";
  const answer = await findRight(request, slug, findRightToAct);
  if (answer.kind === "may-not") return answer.page;
  const { context } = request;
  const ticket = ticketOf(request, slug);
  const asking = { leistungSlug: slug, ticket, countAtWork };
  const admission = await enter(context, asking);
  if (admission.kind === "wait")
    return leadToQueue(request, slug, admission.ticket);
  const result = await startDraft(context, slug);
  // The page says why: there is no such Leistung any more, or no form.
  if (!result.ok) return redirect(antragPath(slug));
  const { key } = result.value;
  const isShared = request.fields.get(sharedDeviceField) === "true";
  const draft = request.account && (await openDraft(request.context, key));
  const next = antragPath(slug, "/schritt/1");
  return redirect(
    draft ? await firstPath(request, ownData, { draft, next }) : next,
    [
      ...(isShared ? sharedDeviceCookies : ownDeviceCookies)(
        request,
        slug,
        key,
      ),
      ...(ticket === undefined ? [] : [ticketUsed(slug)]),
    ],
  );
}

/** What a guest has begun in this browser goes into the account. */
async function takeOver(
  request: PortalRequest,
  ownData: OwnDataPorts,
): Promise<Reply> {
  return withDraft(request, async (draft) => {
    await ownDraft(request.context, draft);
    const owned = {
      draft: { ...draft, isOwned: true },
      next: resumePath(draft),
    };
    return redirect(await firstPath(request, ownData, owned));
  });
}
