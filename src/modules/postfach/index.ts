export type { AnswerListener } from "./ports.ts";
export type { ProvidedKind } from "./domain/message.ts";
export type { ThreadSubject } from "./domain/thread.ts";
export { namesLegalRemedy, type Bescheid } from "./domain/provision.ts";
export {
  followUpJob,
  scanDocumentsJob,
  sumUpJob,
  mirrorJob,
} from "./domain/postfach-jobs.ts";
export {
  provideMessage,
  provideReceipt,
  type NewMessage,
  type ProvidedDocument,
} from "./use-cases/provide-message.ts";
export { postfachMails } from "./i18n/mail-texts.ts";
export { findUnreachable } from "./use-cases/contact-tasks.ts";
export { listCorrespondence } from "./use-cases/describe-provided.ts";
export { noteUnreachable } from "./use-cases/note-unreachable.ts";
export { countUnread } from "./use-cases/list-threads.ts";
export { listFilesInPostfach } from "./use-cases/list-kept-files.ts";
export { keptInPostfach } from "./use-cases/kept-for-account.ts";
export {
  correspondenceSection,
  messagesOf,
} from "./web/correspondence-section.ts";
export { listSubjectsInPostfach } from "./use-cases/list-subjects.ts";
export { listOpenTasks } from "./use-cases/list-open-tasks.ts";
export { removeThread } from "./use-cases/remove-thread.ts";
