import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { ShowNoLeistung } from "../ports.ts";
import { findFormOfLeistung } from "../use-cases/find-form-of-leistung.ts";
import { readSubmissionOfDraft } from "../use-cases/read-submission.ts";
import { antragPath, draftOfRequest, withDraft } from "./antrag-request.ts";
import { blankFormPage } from "./blank-form-page.ts";
import { formForVisitor } from "./form-language.ts";
import { printDraftPage, printSubmissionPage } from "./print-page.ts";

/** For paper: the empty form, and the whole application before and after sending. */
export function printRoutes(showNoLeistung: ShowNoLeistung): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/leistungen/:name/formular",
      audience: "guest",
      handle: (request) => showBlankForm(request, showNoLeistung),
    },
    {
      method: "GET",
      path: "/leistungen/:name/antrag/druck",
      audience: "guest",
      handle: showAnswers,
    },
  ];
}

async function showBlankForm(
  request: PortalRequest,
  showNoLeistung: ShowNoLeistung,
): Promise<Reply> {
  const leistungSlug = request.params["name"] ?? "";
  const found = await findFormOfLeistung(request.context, leistungSlug);
  if (!found) return showNoLeistung(request);
  if (!found.form) return showError(404);
  return blankFormPage(request, {
    leistungSlug,
    definition: formForVisitor(request, found.form.definition),
  });
}

async function showAnswers(request: PortalRequest): Promise<Reply> {
  const draft = await draftOfRequest(request);
  if (!draft?.isSubmitted)
    return withDraft(request, (open) =>
      Promise.resolve(printDraftPage(request, open)),
    );
  const submission = await readSubmissionOfDraft(request.context, draft);
  return submission
    ? printSubmissionPage(request, submission)
    : redirect(antragPath(draft.leistungSlug));
}
