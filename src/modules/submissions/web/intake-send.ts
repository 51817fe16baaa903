import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import type { Draft } from "../domain/draft.ts";
import type { Receiver } from "../ports.ts";
import { findNewerForm } from "../use-cases/find-form-change.ts";
import type { ReadBefore } from "../use-cases/read-before-sending.ts";
import { checkBeforeSending } from "../use-cases/read-draft-uploads.ts";
import {
  maySeeIdentity,
  submitDraft,
  type SubmitDraftRefusal,
} from "../use-cases/submit-draft.ts";
import { antragPath, shortenedDraftCookie } from "./antrag-request.ts";
import {
  confirmationField,
  emailField,
  revisionField,
} from "./check-fields.ts";
import {
  identityField,
  intakeCheckPage,
  signedField,
  type IntakeCheckProps,
} from "./intake-check-page.ts";
import { versionPath } from "./version-page.ts";

type Shown = Partial<Pick<IntakeCheckProps, "refusal" | "faults" | "typed">>;

/** The summary that is read out or printed for the person. */
export async function showIntakeCheck(
  request: PortalRequest,
  draft: Draft,
  shown: Shown = {},
): Promise<Reply> {
  const { context } = request;
  const { intake } = draft;
  if (!intake) return showError(404);
  const [ready, newer, leistung] = await Promise.all([
    checkBeforeSending(context, draft),
    findNewerForm(context, draft),
    findLeistungHead(context, draft.leistungSlug),
  ]);
  return intakeCheckPage(request, {
    draft,
    intake,
    authorityName: request.authority.name,
    answerErrors: ready.errors,
    unfinishedFiles: ready.unfinished.map(({ filename }) => filename),
    hasNewerForm: newer !== undefined,
    neededLevel: leistung?.assuranceLevel ?? "none",
    maySeeIdentity: maySeeIdentity(context.actor, intake),
    ...shown,
  });
}

/** Sends it, or shows the summary with what keeps it from being sent. */
export async function sendIntake(
  request: PortalRequest,
  {
    draft,
    ...found
  }: {
    readonly draft: Draft;
    readonly within: Receiver["within"] | undefined;
    readonly before: ReadBefore;
  },
): Promise<Reply> {
  const { context, fields } = request;
  const leistung = await findLeistungHead(context, draft.leistungSlug);
  const typed = {
    isIdentitySeen: fields.get(identityField) === "true",
    isSigned: fields.get(signedField) === "true",
    email: (fields.get(emailField) ?? "").trim(),
  };
  const result = await submitDraft(context, {
    draft,
    own: undefined,
    checkedOwnData: "",
    checkedRevision: Number(fields.get(revisionField)),
    leistungTitle: leistung?.title ?? draft.definition.title,
    leikaKey: leistung?.leikaKey,
    portalName: request.authority.name,
    ...found,
    isConfirmed: fields.get(confirmationField) === "true",
    notificationEmail: typed.email,
    statusLinkPrefix: `${request.baseUrl}/status/`,
    sender: undefined,
    neededLevel: leistung?.assuranceLevel ?? "none",
    intakeProof: typed,
  });
  if (result.ok)
    return redirect(antragPath(draft.leistungSlug, "/gesendet"), [
      shortenedDraftCookie(request, draft),
    ]);
  const { refusal } = result;
  const { kind } = refusal;
  if (kind === "not-permitted") return showError(403);
  return kind === "form-replaced"
    ? redirect(versionPath(draft.leistungSlug))
    : showIntakeCheck(request, draft, { typed, ...shownRefusal(refusal) });
}

/** What the summary says of it; of the others it says so anyway. */
function shownRefusal(refusal: SubmitDraftRefusal): Shown {
  switch (refusal.kind) {
    case "entries-invalid":
      return { faults: refusal.faults };
    case "changed-meanwhile":
    case "level-too-low":
      return { refusal: refusal.kind };
    default:
      return {};
  }
}
