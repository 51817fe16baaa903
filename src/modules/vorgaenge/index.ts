export { openVorgang } from "./use-cases/open-vorgang.ts";
export { readPublicStatus } from "./use-cases/read-public-status.ts";
export type { PublicStatus } from "./use-cases/read-public-status.ts";
export type { NewVorgang } from "./domain/vorgang.ts";
export type {
  FindNotificationAddress,
  FindSubmissionByStatusLink,
  NotificationAddress,
  StatusLinkTarget,
  SubmissionFile,
  SubmissionReader,
  SubmissionView,
} from "./ports.ts";
