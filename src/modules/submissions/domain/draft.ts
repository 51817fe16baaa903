import type {
  Answers,
  FormDefinition,
  LeftoverAnswer,
} from "../../forms/index.ts";
import type { Correction } from "./correction.ts";
import type { Intake } from "./intake.ts";
import type { OwnDataRecord } from "./own-data.ts";

/** A draft as its owner sees it. */
export type Draft = {
  readonly id: string;
  readonly leistungSlug: string;
  readonly formVersionId: string;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** The day it is, for its rules: `2026-12-31`. */
  readonly today: string;
  readonly revision: number;
  readonly createdAt: Date;
  /** When it is removed if nobody changes it any more. */
  readonly expiresAt: Date;
  /** Sent: nothing can be changed any more. */
  readonly isSubmitted: boolean;
  /** Its owner gets a mail before it is removed. */
  readonly hasReminder: boolean;
  /** What was entered in an older version of the form and has no place in this one. */
  readonly kept: readonly LeftoverAnswer[];
  /** It belongs to an account or whom that acts for; a guest's to nobody. */
  readonly isOwned: boolean;
  /** The account of who began it, for themselves or for whom they acted; a guest's: nobody's. */
  readonly begunBy: string | undefined;
  /** What it remembers of the applicant's own data. */
  readonly ownData: OwnDataRecord;
  /** Set where it corrects what was sent: `definition` is then the part of the form that is open. */
  readonly correction?: Correction | undefined;
  /** A caseworker fills it in, for somebody or (once it is sent) no more. */
  readonly isIntake: boolean;
  /** Whom a caseworker fills it in for. */
  readonly intake?: Intake | undefined;
};
