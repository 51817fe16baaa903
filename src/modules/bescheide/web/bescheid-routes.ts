import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { bescheidOutcomes } from "../domain/bescheid.ts";
import type { BescheidePorts } from "../ports.ts";
import { approveBescheid } from "../use-cases/approve-bescheid.ts";
import { beginBescheid } from "../use-cases/begin-bescheid.ts";
import { finishRelease } from "../use-cases/finish-release.ts";
import {
  listWaiting,
  openPdf,
  readBescheid,
} from "../use-cases/read-bescheid.ts";
import {
  discardBescheid,
  returnBescheid,
} from "../use-cases/return-bescheid.ts";
import { beginPage } from "./begin-page.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { checkFields } from "./check-page.ts";
import { discardPage, draftFields } from "./draft-page.ts";
import { showBescheid } from "./show-bescheid.ts";
import { writeDraft } from "./write-draft.ts";
import { beginFields, type BeginInput } from "./vorgang-section.ts";
import { waitingPage } from "./waiting-page.ts";

type Handle = (request: PortalRequest, ports: BescheidePorts) => Promise<Reply>;

/** Writing, checking and releasing. */
export function bescheidRoutes(ports: BescheidePorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Handle,
  ): Route => ({
    method,
    path,
    audience: "staff",
    handle: (request) => handle(request, ports),
  });
  return [
    route("GET", bescheidPaths.waiting, showWaiting),
    route("POST", bescheidPaths.begin(":id"), begin),
    route("GET", bescheidPaths.bescheid(":id"), (request) =>
      showBescheid(request, ports),
    ),
    route("POST", bescheidPaths.bescheid(":id"), writeDraft),
    route("GET", bescheidPaths.pdf(":id"), sendPdf),
    route("POST", bescheidPaths.release(":id"), release),
    route("POST", bescheidPaths.sealing(":id"), sealNow),
    route("POST", bescheidPaths.returning(":id"), takeBack),
    route("GET", bescheidPaths.discarding(":id"), askDiscard),
    route("POST", bescheidPaths.discarding(":id"), discard),
  ];
}

const idOf = ({ params }: PortalRequest) => params["id"] ?? "";

async function showWaiting({ context, locale }: PortalRequest): Promise<Reply> {
  const found = await listWaiting(context);
  return found ? waitingPage({ locale, ...found }) : showError(403);
}

async function begin(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const vorgangId = idOf(request);
  const chosen = {
    outcome: fields.get(beginFields.outcome) ?? "",
    letterId: fields.get(beginFields.letter) ?? "",
  };
  const again = async (problem: BeginInput["problem"]) =>
    (await beginPage(request, ports, { ...chosen, problem })) ?? showError(404);
  const outcome = bescheidOutcomes.find((it) => it === chosen.outcome);
  if (!outcome) return again("outcome-missing");
  const begun = await beginBescheid(
    context,
    { vorgangId, outcome, letterId: chosen.letterId || undefined },
    ports,
  );
  if (begun.ok) return redirect(bescheidPaths.bescheid(begun.value.id));
  switch (begun.refusal.kind) {
    case "not-permitted":
    case "not-found":
      return showError(404);
    case "letter-missing":
      return again("letter-missing");
    // Only offered where it can be decided, so that changed; the Vorgang says how.
    case "not-now":
      return redirect(bescheidPaths.vorgang(vorgangId));
  }
}

async function sendPdf(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const file = await openPdf(request.context, idOf(request), ports);
  if (!file) return showError(404);
  return {
    kind: "download",
    contentType: "application/pdf",
    filename: file.filename,
    disposition: "inline",
    body: file.pdf,
  };
}

async function release(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const approved = await approveBescheid(context, {
    id: idOf(request),
    revision: Number(fields.get(checkFields.revision)),
    sha256: fields.get(checkFields.sha256) ?? "",
    seenPosition: Number(fields.get(checkFields.position)),
  });
  if (approved.ok) return sealNow(request, ports);
  return approved.refusal.kind === "changed-meanwhile"
    ? checkAgain(request, ports)
    : showError(404);
}

/** A double click finds what the first one did. */
async function checkAgain(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const opened = await readBescheid(request.context, idOf(request), ports);
  const isOwnRelease =
    opened?.bescheid.approval?.by === request.context.actor.id;
  return isOwnRelease
    ? redirect(bescheidPaths.bescheid(idOf(request)))
    : showBescheid(request, ports, {
        check: { reason: "", problem: "changed-meanwhile" },
      });
}

/** As long as a page may take. */
const patienceMs = 15_000;

/** Tries at once; what does not come about now is shown, and tried again by a job. */
async function sealNow(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context } = request;
  const id = idOf(request);
  const opened = await readBescheid(context, id, ports);
  if (!opened || !context.actor.may("vorgang.edit")) return showError(404);
  const signal = AbortSignal.timeout(patienceMs);
  await finishRelease(context, { id, signal }, ports);
  return redirect(bescheidPaths.bescheid(id));
}

async function takeBack(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const id = idOf(request);
  const reason = fields.get(checkFields.reason) ?? "";
  const revision = Number(fields.get(checkFields.revision));
  const returned = await returnBescheid(context, { id, revision, reason });
  if (returned.ok) return redirect(bescheidPaths.bescheid(id));
  const { kind } = returned.refusal;
  return kind === "not-found" || kind === "not-permitted"
    ? showError(404)
    : showBescheid(request, ports, { check: { reason, problem: kind } });
}

async function askDiscard(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const opened = await readBescheid(request.context, idOf(request), ports);
  return opened?.bescheid.state === "draft"
    ? discardPage(opened, request.locale)
    : showError(404);
}

async function discard(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const id = idOf(request);
  const revision = Number(request.fields.get(draftFields.revision));
  const discarded = await discardBescheid(request.context, { id, revision });
  if (discarded.ok)
    return redirect(bescheidPaths.vorgang(discarded.value.vorgangId));
  return discarded.refusal.kind === "changed-meanwhile"
    ? showBescheid(request, ports, {
        check: { reason: "", problem: "changed-meanwhile" },
      })
    : showError(404);
}
