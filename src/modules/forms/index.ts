export type { Answers, FileAnswer, Occurrence } from "./domain/answers.ts";
export { listFiles } from "./domain/answers.ts";
export { actionField } from "./domain/apply-action.ts";
export type { FieldError } from "./domain/field-error.ts";
export type {
  FormDefinition,
  FormPage,
  PrecheckOutcome,
} from "./domain/form-definition.ts";
export type { UploadedFile } from "./domain/page-input.ts";
export { settleAnswers } from "./domain/settle-answers.ts";
export { shownPages, type ShownPage } from "./domain/shown-pages.ts";
export { hasLanguage, localiseForm } from "./domain/localise-form.ts";
export { toJson } from "./domain/to-json.ts";
export { listFields } from "./domain/visit.ts";
export { firstAnswers } from "./fill-in/first-answers.ts";
export {
  addFile,
  findFilePlace,
  listFilePaths,
  type FileNotTaken,
  type FilePlace,
} from "./fill-in/file-place.ts";
export { pageState } from "./fill-in/page-state.ts";
export { takePage, type PageTaken } from "./fill-in/take-page.ts";
export { validateAll, validatePage } from "./fill-in/validate.ts";
export { describeFieldError, pageTitle } from "./use-cases/describe.ts";
export {
  describeOverlap,
  type OverlapDescription,
} from "./use-cases/describe-overlap.ts";
export {
  findPublishedForm,
  getFormVersion,
  loadFormVersion,
  type FormInUse,
  type FormVersion,
} from "./use-cases/find-form.ts";
export { moveAnswers, type LeftoverAnswer } from "./use-cases/move-answers.ts";
export { evaluateForm, type EvaluatedForm } from "./rules/evaluate-form.ts";
export { precheckForm, precheckOutcome } from "./rules/precheck.ts";
export { hasUnseenQuestions } from "./rules/has-appeared.ts";
export {
  summarise,
  type SummaryEntry,
  type SummarySection,
} from "./use-cases/summarise.ts";
export { toCsv } from "./use-cases/to-csv.ts";
export { toXml } from "./use-cases/to-xml.ts";
export { scriptsForPage } from "./web/scripts-for-page.ts";
export { renderPageFields } from "./web/render-page-fields.ts";
