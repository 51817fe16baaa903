import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { findKeptLeistung } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import {
  readSubmissionByStatusKey,
  readSubmissionOfDraft,
  type Submission,
} from "../use-cases/read-submission.ts";
import {
  makeAnswersCsv,
  makeReceiptJson,
  makeReceiptPdf,
} from "../use-cases/make-receipt.ts";
import type { Draft } from "../domain/draft.ts";
import { amendedPage } from "./amended-page.ts";
import { antragPath, draftOfRequest } from "./antrag-request.ts";
import { noDraftCookie } from "./draft-cookie.ts";
import { authorityUrl } from "./authority-url.ts";
import { officeFor } from "../use-cases/office-for.ts";
import { forgottenPage, nothingSentPage, sentPage } from "./sent-page.ts";
import { intakeSentPage } from "./intake-sent-page.ts";
import { verifyReceipt } from "../use-cases/verify-receipt.ts";
import { verifyPage } from "./verify-page.ts";

/** Confirmation, receipt and its public check. */
export function receiptRoutes(pdf: PdfCompiler): readonly Route[] {
  const base = "/leistungen/:name/antrag";
  return [
    {
      method: "GET",
      path: `${base}/gesendet`,
      audience: "guest",
      handle: showSent,
    },
    {
      method: "POST",
      path: `${base}/vergessen`,
      audience: "guest",
      handle: forget,
    },
    {
      method: "GET",
      path: `${base}/quittung.pdf`,
      audience: "guest",
      handle: (request) => sendPdf(request, pdf, submissionOfBrowser(request)),
    },
    {
      method: "GET",
      path: `${base}/quittung.json`,
      audience: "guest",
      handle: (request) => sendJson(request, submissionOfBrowser(request)),
    },
    {
      method: "GET",
      path: `${base}/angaben.csv`,
      audience: "guest",
      handle: (request) => sendCsv(request, submissionOfBrowser(request)),
    },
    ...statusReceiptRoutes(pdf),
    {
      method: "GET",
      path: "/quittung",
      audience: "guest",
      handle: askForReference,
    },
    {
      method: "GET",
      path: "/quittung/:nummer",
      audience: "guest",
      guessable: true,
      handle: verify,
    },
  ];
}

/** The receipt by the status link, on any device. */
function statusReceiptRoutes(pdf: PdfCompiler): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/status/:schluessel/quittung.pdf",
      audience: "guest",
      guessable: true,
      handle: (request) => sendPdf(request, pdf, submissionOfLink(request)),
    },
    {
      method: "GET",
      path: "/status/:schluessel/quittung.json",
      audience: "guest",
      guessable: true,
      handle: (request) => sendJson(request, submissionOfLink(request)),
    },
    {
      method: "GET",
      path: "/status/:schluessel/angaben.csv",
      audience: "guest",
      guessable: true,
      handle: (request) => sendCsv(request, submissionOfLink(request)),
    },
  ];
}

async function showSent(request: PortalRequest): Promise<Reply> {
  const draft = await draftOfRequest(request);
  const submission = await submissionOf(request, draft);
  if (!submission) return nothingSentPage(request);
  const amendment = draft?.correction && submission.amendments.at(-1);
  if (amendment) return amendedPage(request, submission, amendment);
  if (draft?.isIntake === true) return intakeSentPage(request, submission);
  const leistung = await findKeptLeistung(
    request.context,
    submission.leistungSlug,
  );
  const office = await officeFor(
    request.context,
    leistung,
    submission.officeSlug,
  );
  return sentPage(request, { submission, leistung, office });
}

/** Takes the key out of this browser; pressed once more it is still gone. A draft that was not sent is never lost this way. */
async function forget(request: PortalRequest): Promise<Reply> {
  const slug = request.params["name"] ?? "";
  const draft = await draftOfRequest(request);
  if (!draft) return forgottenPage(request);
  if (!draft.isSubmitted) return redirect(antragPath(slug));
  return { ...forgottenPage(request), cookies: [noDraftCookie(slug)] };
}

async function submissionOfBrowser(
  request: PortalRequest,
): Promise<Submission | undefined> {
  return submissionOf(request, await draftOfRequest(request));
}

async function submissionOf(
  { context }: PortalRequest,
  draft: Draft | undefined,
): Promise<Submission | undefined> {
  return draft?.isSubmitted ? readSubmissionOfDraft(context, draft) : undefined;
}

function submissionOfLink(
  request: PortalRequest,
): Promise<Submission | undefined> {
  return readSubmissionByStatusKey(
    request.context,
    request.params["schluessel"] ?? "",
  );
}

/** The receipt as a file; 404 where there is none. */
export async function sendPdf(
  request: PortalRequest,
  pdf: PdfCompiler,
  found: Promise<Submission | undefined>,
): Promise<Reply> {
  const submission = await found;
  if (!submission) return showError(404);
  const t = submissionsTexts(request.locale);
  const { context, authority: portal } = request;
  return {
    kind: "download",
    contentType: "application/pdf",
    filename: `${t("receipt.filename")}-${submission.reference}.pdf`,
    disposition: "attachment",
    body: await makeReceiptPdf({ context, pdf }, submission, {
      portal,
      baseUrl: authorityUrl(request),
    }),
  };
}

async function sendJson(
  request: PortalRequest,
  found: Promise<Submission | undefined>,
): Promise<Reply> {
  const submission = await found;
  if (!submission) return showError(404);
  const t = submissionsTexts(request.locale);
  const { authority: portal } = request;
  const baseUrl = authorityUrl(request);
  return {
    kind: "download",
    contentType: "application/json; charset=utf-8",
    filename: `${t("receipt.filename")}-${submission.reference}.json`,
    disposition: "attachment",
    body: Buffer.from(
      JSON.stringify(
        makeReceiptJson(submission, { portal, baseUrl }),
        undefined,
        2,
      ),
    ),
  };
}

async function sendCsv(
  { locale }: PortalRequest,
  found: Promise<Submission | undefined>,
): Promise<Reply> {
  const submission = await found;
  if (!submission) return showError(404);
  const t = submissionsTexts(locale);
  return {
    kind: "download",
    contentType: "text/csv; charset=utf-8; header=present",
    filename: `${t("receipt.answers-filename")}-${submission.reference}.csv`,
    disposition: "attachment",
    body: Buffer.from(makeAnswersCsv(submission, locale)),
  };
}

const longestName = 100;

async function askForReference(request: PortalRequest): Promise<Reply> {
  const typed = request.query.get("nummer")?.trim() ?? "";
  const name = encodeURIComponent(typed);
  // No number is as long as that, and no address may be.
  if (name !== "" && name.length <= longestName)
    return redirect(`/quittung/${name}`);
  return Promise.resolve(verifyPage(request, { verified: undefined, typed }));
}

async function verify(request: PortalRequest): Promise<Reply> {
  const typed = request.params["nummer"] ?? "";
  return verifyPage(request, {
    verified: await verifyReceipt(request.context, typed),
    typed,
  });
}
