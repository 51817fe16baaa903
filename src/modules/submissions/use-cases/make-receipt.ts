import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { officeFor } from "./office-for.ts";
import { findKeptLeistung, germanLines } from "../../catalogue/index.ts";
import { summarise, toCsv, toJson } from "../../forms/index.ts";
import {
  describeOpeningTimes,
  type Office,
  type Portal,
} from "../../tenants/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type {
  ReceiptContent,
  ReceiptOffice,
} from "../receipt/receipt-content.ts";
import {
  renderApplicationPdf,
  renderReceiptPdf,
} from "../receipt/render-receipt-pdf.ts";
import { arrivalSections } from "./describe-arrival.ts";
import { filesOf } from "./files-of-submission.ts";
import { provenanceSummary } from "./describe-origin.ts";
import { knownOfSender } from "./describe-sender.ts";
import { evaluateSubmission } from "./evaluate-draft.ts";
import { amendmentSections } from "./describe-amendments.ts";
import type { Amendment, Submission } from "./read-submission.ts";

/** Who issues the receipt, and under which address it can be checked. */
export type ReceiptIssuer = {
  readonly portal: Portal;
  readonly baseUrl: string;
};

/** The receipt for the applicant. Made from the immutable submission: the same each time. */
export async function makeReceiptPdf(
  { context, pdf }: { readonly context: Context; readonly pdf: PdfCompiler },
  submission: Submission,
  issuer: ReceiptIssuer,
): Promise<Buffer> {
  return renderReceiptPdf(
    pdf,
    await receiptContent(context, submission, issuer),
  );
}

/** The same content for the office, headed as application. */
export async function makeApplicationPdf(
  { context, pdf }: { readonly context: Context; readonly pdf: PdfCompiler },
  submission: Submission,
  issuer: ReceiptIssuer,
): Promise<Buffer> {
  return renderApplicationPdf(
    pdf,
    await receiptContent(context, submission, issuer),
  );
}

/** The receipt for programs: what was sent by FIM ids, and what proves it. */
export function makeReceiptJson(
  submission: Submission,
  { portal, baseUrl }: ReceiptIssuer,
) {
  const { definition, answers, reference } = submission;
  return {
    type: "openrathaus-receipt",
    version: 1,
    authority: { name: portal.name, ars: portal.ars },
    reference,
    leistung: {
      name: submission.leistungSlug,
      title: submission.leistungTitle,
    },
    submittedAt: submission.submittedAt.toISOString(),
    ...(submission.authentication
      ? { authentication: submission.authentication }
      : {}),
    ...(submission.intake ? { intake: submission.intake } : {}),
    ...(submission.provenance.length > 0
      ? { provenance: submission.provenance }
      : {}),
    contentHash: { algorithm: "SHA-256", value: submission.contentHash },
    ...(submission.amendments.length > 0
      ? { corrections: submission.amendments.map(correctionForMachines) }
      : {}),
    verification: verificationUrl(baseUrl, reference),
    ...toJson(definition, answers),
  };
}

/** The answers are those after the last of them. */
function correctionForMachines({
  version,
  submittedAt,
  contentHash,
  authentication,
}: Amendment) {
  return {
    version,
    submittedAt: submittedAt.toISOString(),
    contentHash: { algorithm: "SHA-256", value: contentHash },
    ...(authentication ? { authentication } : {}),
  };
}

/** What was sent, as a table for people. */
export function makeAnswersCsv(submission: Submission, locale: Locale): string {
  return toCsv(evaluateSubmission(submission), locale);
}

async function receiptContent(
  context: Context,
  submission: Submission,
  { portal, baseUrl }: ReceiptIssuer,
): Promise<ReceiptContent> {
  const { locale } = context;
  const leistung = await findKeptLeistung(context, submission.leistungSlug);
  const office = await officeFor(context, leistung, submission.officeSlug);
  return {
    locale,
    portal,
    leistungTitle: submission.leistungTitle,
    reference: submission.reference,
    depositedAt: submission.submittedAt,
    contentHash: submission.contentHash,
    verificationUrl: verificationUrl(baseUrl, submission.reference),
    sections: [
      ...amendmentSections(submission, locale),
      ...arrivalSections(submission.arrival, locale),
      // A guest's receipt stays as it is: there is nothing to say of a proof.
      ...(submission.authentication || submission.intake
        ? knownOfSender(submission, locale)
        : []),
      ...provenanceSummary(submission, locale),
      ...summarise(evaluateSubmission(submission), locale).filter(
        (section) => section.entries.length > 0,
      ),
    ],
    uploads: filesOf(submission),
    nextSteps: nextSteps(germanLines(leistung, "afterSending"), {
      locale,
      authority: portal.name,
    }),
    office: responsibleOffice(office ?? null, { portal, locale }),
    machineReadable: [
      {
        filename: `${submission.reference}.json`,
        mediaType: "application/json",
        content: JSON.stringify(
          makeReceiptJson(submission, { portal, baseUrl }),
          undefined,
          2,
        ),
      },
    ],
  };
}

function nextSteps(
  ofLeistung: readonly string[] | undefined,
  {
    locale,
    authority,
  }: { readonly locale: Context["locale"]; readonly authority: string },
): readonly string[] {
  if (ofLeistung && ofLeistung.length > 0) return ofLeistung;
  return [submissionsTexts(locale)("sent.next.default", { authority })];
}

/** The office of the Leistung; the authority itself where it names none. */
function responsibleOffice(
  office: Office | null,
  {
    portal,
    locale,
  }: { readonly portal: Portal; readonly locale: Context["locale"] },
): ReceiptOffice {
  if (!office) return { ...portal.contact, name: portal.contact.office };
  const { authority, name } = office;
  return {
    ...office,
    name: authority === null ? name : `${authority}, ${name}`,
    openingHours: describeOpeningTimes(office.openingTimes, locale),
  };
}

const verificationUrl = (baseUrl: string, reference: string) =>
  `${baseUrl}/quittung/${reference}`;
