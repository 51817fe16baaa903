import { reportedSections } from "../modules/api/index.ts";
import { answerSections } from "../modules/arrivals/index.ts";
import { deliverySections } from "../modules/delivery/index.ts";
import { listSimilarSubmissions } from "../modules/submissions/index.ts";
import {
  similarSections,
  type VorgangSections,
} from "../modules/vorgaenge/index.ts";
import { retentionSections } from "./retention-ports.ts";

/** What other modules show on the page of a Vorgang, in this order. */
export const vorgangSections: readonly VorgangSections[] = [
  answerSections,
  similarSections(listSimilarSubmissions),
  deliverySections,
  reportedSections,
  retentionSections,
];
