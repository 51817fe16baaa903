import {
  redirect,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import type { Correction } from "../domain/correction.ts";
import type { Draft } from "../domain/draft.ts";
import type { Sender } from "../domain/sender.ts";
import type { AmendedListener } from "../ports.ts";
import { amendSubmission } from "../use-cases/amend-submission.ts";
import { checkBeforeSending } from "../use-cases/read-draft-uploads.ts";
import { antragPath, shortenedDraftCookie } from "./antrag-request.ts";
import { confirmationField, revisionField } from "./check-fields.ts";
import {
  correctionCheckPage,
  type CorrectionCheckProps,
} from "./correction-check-page.ts";

/** The draft of a correction, and what it corrects. */
export type CorrectionDraft = {
  readonly draft: Draft;
  readonly correction: Correction;
};

/** The summary of a correction. */
export async function showCorrection(
  request: PortalRequest,
  { draft, correction }: CorrectionDraft,
  refusal?: CorrectionCheckProps["refusal"],
): Promise<Reply> {
  const [ready, neededLevel] = await Promise.all([
    checkBeforeSending(request.context, draft),
    levelFor(request, draft),
  ]);
  return correctionCheckPage(request, {
    draft,
    correction,
    authorityName: request.authority.name,
    answerErrors: ready.errors,
    unfinishedFiles: ready.unfinished.map(({ filename }) => filename),
    neededLevel,
    refusal,
  });
}

/** Who was known when they sent must be known as surely now; of a guest the private link is enough. */
async function levelFor({ context }: PortalRequest, draft: Draft) {
  const leistung = draft.isOwned
    ? await findLeistungHead(context, draft.leistungSlug)
    : undefined;
  return leistung?.assuranceLevel ?? "none";
}

/** Sends it, or shows the summary with what keeps it from being sent. */
export async function sendCorrection(
  request: PortalRequest,
  {
    draft,
    correction,
    sender,
  }: CorrectionDraft & { readonly sender: Sender | undefined },
  listeners: readonly AmendedListener[],
): Promise<Reply> {
  const { context, fields } = request;
  const result = await amendSubmission(
    context,
    {
      draft,
      correction,
      checkedRevision: Number(fields.get(revisionField)),
      isConfirmed: fields.get(confirmationField) === "true",
      sender,
      neededLevel: await levelFor(request, draft),
      portalName: request.authority.name,
      statusLinkPrefix: `${request.baseUrl}/status/`,
    },
    listeners,
  );
  if (result.ok)
    return redirect(antragPath(draft.leistungSlug, "/gesendet"), [
      shortenedDraftCookie(request, draft),
    ]);
  const { kind } = result.refusal;
  return kind === "level-too-low" ||
    kind === "prepare-only" ||
    kind === "answers-invalid"
    ? showCorrection(request, { draft, correction })
    : showCorrection(request, { draft, correction }, kind);
}
