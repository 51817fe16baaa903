import {
  findRepresentation,
  noteAction,
} from "../modules/representation/index.ts";
import type { SubmissionsPorts } from "../modules/submissions/module.ts";

/** By what right somebody applies for another, and what both get to see of it. */
export const representationPorts: Pick<
  SubmissionsPorts,
  "actsWithin" | "noteSentFor"
> = {
  actsWithin: async (context, right) =>
    (await findRepresentation(context, right)) !== undefined,
  noteSentFor: (context, sent) =>
    noteAction(context, {
      id: sent.submissionId,
      partyId: sent.partyId,
      accountId: sent.accountId,
      kind: "submitted",
      details: { portalName: sent.portalName, leistung: sent.leistungTitle },
    }),
};
