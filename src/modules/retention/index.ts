export {
  ownDeletedSection,
  deletedPage,
  retentionForApplicant,
} from "./web/applicant-section.ts";
export { retentionSection } from "./web/vorgang-section.ts";
export { listSubjectsOfProofs } from "./use-cases/list-subjects.ts";
export { announcedMail } from "./i18n/mail-texts.ts";
export { retentionJob } from "./domain/retention-jobs.ts";
export type { EndedRange } from "./domain/calendar.ts";
export type { Removed, Removing } from "./domain/removal.ts";
export type { EndedVorgang } from "./domain/standing.ts";
export type {
  EndedPlace,
  KnownVorgang,
  ListUnderway,
  RemoveKept,
  VorgaengeInRetention,
} from "./ports.ts";
