import type { EvaluatedForm, FormDefinition } from "../../forms/index.ts";

/** A field that the office asks to correct or to add. */
export type AskedField = {
  /** Path of the element in the form. */
  readonly path: string;
  /** What the office says about it; may be empty. */
  readonly text: string;
};

/** What the office asks the applicant to correct. */
export type CorrectionRequest = {
  readonly requestId: string;
  readonly fields: readonly AskedField[];
  /** About all of it; may be empty. */
  readonly text: string;
  /** Last day for the answer, such as `2027-03-31`. */
  readonly answerBy: string | undefined;
};

/** What makes a draft a correction. */
export type Correction = CorrectionRequest & {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungTitle: string;
  /** Who had sent it, where that was known. */
  readonly senderName: string | undefined;
  /** The version it begins with; it makes the next one. */
  readonly version: number;
  /** Hash of that version. */
  readonly contentHash: string;
  /** What was sent, as it counted then. */
  readonly sent: EvaluatedForm;
  /** The form, of which the draft shows the open part. */
  readonly whole: FormDefinition;
};
