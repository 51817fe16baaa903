export type {
  AmendedListener,
  ApplicationFacts,
  ApplicationsPorts,
  OwnDataPorts,
  SubmittedEvent,
  SubmittedListener,
} from "./ports.ts";
export {
  createSubmissionSource,
  type SubmissionSource,
  type SubmissionSourcePorts,
} from "./use-cases/submission-source.ts";
export {
  prepareTransfer,
  type TransferPorts,
} from "./use-cases/transfer-submission.ts";
export {
  prepareArrival,
  type ArrivalPorts,
} from "./use-cases/prepare-arrival.ts";
export type { ArrivedTable } from "./domain/sent-arrival.ts";
export { listSimilarSubmissions } from "./use-cases/list-similar.ts";
export { beginCorrection } from "./use-cases/begin-correction.ts";
export { remindJob } from "./domain/remind-job.ts";
export { cleanUpJob } from "./domain/clean-up-job.ts";
export { keptForAccount } from "./use-cases/kept-for-account.ts";
export { countAtWork } from "./use-cases/count-at-work.ts";
export { countOpenDrafts } from "./use-cases/count-open-drafts.ts";
export {
  findNotificationAddress,
  findSubmissionOwner,
} from "./use-cases/read-submission.ts";
export { findByReference } from "./use-cases/find-by-reference.ts";
export { storedReference } from "./domain/reference.ts";
export { removeSubmission } from "./use-cases/remove-submission.ts";
export { submissionMails } from "./i18n/mail-texts.ts";
