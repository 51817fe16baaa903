import { enqueueDeliveries } from "../modules/delivery/index.ts";
import { provideReceipt } from "../modules/postfach/index.ts";
import {
  beginCorrection,
  findSubmissionOwner,
  type AmendedListener,
  type SubmissionSource,
} from "../modules/submissions/index.ts";
import {
  noteCorrection,
  type CorrectionPorts,
} from "../modules/vorgaenge/index.ts";

/** How the office asks back in the form. */
export function correctionPorts({
  listAskable,
}: Pick<SubmissionSource, "listAskable">): CorrectionPorts {
  return {
    listAskable,
    beginCorrection: async (context, correction) => {
      const begun = await beginCorrection(context, correction);
      if (begun.ok)
        return { kind: "begun", path: `/antrag/${begun.value.key}` };
      return begun.refusal.kind === "not-owner"
        ? { kind: "not-owner" }
        : undefined;
    },
  };
}

/** What is written together with a correction: the answer to the question, a receipt, and a delivery of the new version. */
export const amendedListeners: readonly AmendedListener[] = [
  noteCorrection,
  async (context, db, { submissionId, reference, leistungTitle }) => {
    const owner = await findSubmissionOwner(context, db, submissionId);
    await provideReceipt(context, db, {
      submissionId,
      reference,
      title: leistungTitle,
      owner,
    });
    return undefined;
  },
  async ({ now: waitingSince }, db, event) => {
    await enqueueDeliveries(db, { ...event, waitingSince });
    return undefined;
  },
];
