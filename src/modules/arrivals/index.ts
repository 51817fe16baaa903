export type {
  Answered,
  Inbox,
  InboxCall,
  Listed,
  Opened,
  OutsideApplication,
  OutsideFile,
  Problem,
  Unavailable,
  Verdict,
  Waiting,
} from "./domain/inbox.ts";
export { pollAllJob } from "./domain/arrival.ts";
export { removeArrivals } from "./use-cases/remove-arrivals.ts";
export { answerSections } from "./web/answer-section.ts";
