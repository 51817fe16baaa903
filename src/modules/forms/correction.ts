/** The face for correcting what was sent. A face of its own, because that of forms is as wide as it may be (docs/adr/0022). */
export { isGroupAnswer } from "./domain/answers.ts";
export { withRemarks } from "./domain/correction/narrow-form.ts";
export { onlyPart, openForm } from "./rules/correction.ts";
export { listAskable } from "./use-cases/list-askable.ts";
export {
  describeChanges,
  type AnswerChange,
} from "./use-cases/describe-changes.ts";
