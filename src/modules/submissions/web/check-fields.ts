import type { AssuranceLevel } from "../../accounts/index.ts";
import type { Office } from "../../tenants/index.ts";
import type { FieldError } from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";
import type { EntryFault } from "../use-cases/submit-draft.ts";
import type { EarlierSubmission } from "../use-cases/list-similar.ts";
import type { OtherReceiver } from "./other-receiver.ts";
import type { ShownOwnData } from "./shown-own-data.ts";

export const confirmationField = "bestaetigung";
export const emailField = "email";
/** Which state of the draft the summary shows. */
export const revisionField = "stand";

export type CheckPageProps = {
  readonly draft: Draft;
  readonly ownData: ShownOwnData;
  readonly authorityName: string;
  /** Who is responsible by the answers, where that is not who has the draft: nothing can be sent. */
  readonly other?: OtherReceiver | undefined;
  /** Whom it goes to, and how to reach them. */
  readonly office?: Office | null | undefined;
  /** Of the answers; each leads to its step. */
  readonly answerErrors: readonly FieldError[];
  /** Names of files that have not arrived completely and are not sent. */
  readonly unfinishedFiles?: readonly string[];
  readonly refusal?: "changed-meanwhile" | "own-data-changed" | undefined;
  /** Of what was entered to send it. */
  readonly faults?: readonly EntryFault[];
  /** The authority has published another version of the form. */
  readonly hasNewerForm?: boolean;
  /** How sure the authority must be who applies; `none` where that was checked before. */
  readonly neededLevel?: AssuranceLevel;
  readonly email: string;
  /** What the signed-in party has sent for this Leistung already. */
  readonly earlier?: readonly EarlierSubmission[];
};
