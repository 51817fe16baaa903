export type { Authority } from "./domain/authority.ts";
export {
  decideVorgang,
  type DecideVorgangRefusal,
} from "./use-cases/decide-vorgang.ts";
export {
  changeState,
  type ChangeStateInput,
  type ChangeStateRefusal,
} from "./use-cases/change-state.ts";
export { findStanding, type Standing } from "./use-cases/find-standing.ts";
export type { Step } from "./domain/events.ts";
export { watchClocksJob } from "./domain/clock-jobs.ts";
export { countWaiting } from "./use-cases/count-waiting.ts";
export { describeStates } from "./use-cases/describe-states.ts";
export { vorgangMails } from "./i18n/mail-texts.ts";
export { markUnreadOfSubmission } from "./use-cases/mark-unread.ts";
export { noteAnswer } from "./use-cases/note-answer.ts";
export { noteFromElsewhere } from "./use-cases/note-from-elsewhere.ts";
export { noteCorrection } from "./use-cases/note-correction.ts";
export { similarSections } from "./web/similar-section.ts";
export { prepareToOpen } from "./use-cases/open-vorgang.ts";
export { readVorgang, type OpenedVorgang } from "./use-cases/read-vorgang.ts";
export { indexSearchJob } from "./domain/queue-jobs.ts";
export { listFilesOfOpinions } from "./use-cases/open-answer-file.ts";
export { findSuccessor } from "./use-cases/find-successor.ts";
export type { NewVorgang, Vorgang } from "./domain/vorgang.ts";
export type { Authorities, HandOverPorts } from "./exchange-ports.ts";
export type {
  CorrectionPorts,
  FindNotificationAddress,
  FindSubmissionByStatusLink,
  NotificationAddress,
  PostfachSections,
  TellApplicant,
  StatusLinkTarget,
  SubmissionFile,
  SubmissionReader,
  SubmissionView,
  VorgangContribution,
  VorgangPlace,
  VorgangSections,
} from "./ports.ts";
export { receiveArrival } from "./use-cases/receive-arrival.ts";
export { removeVorgang } from "./use-cases/remove-vorgang.ts";
export { vorgaengeInRetention } from "./use-cases/vorgaenge-in-retention.ts";
export type { RetentionForApplicant } from "./retention-port.ts";
