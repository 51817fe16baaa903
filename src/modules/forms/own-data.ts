/** The face for filling in from an account. A face of its own, because that of forms is as wide as it may be (docs/adr/0022). */
export type { AccountSource } from "./domain/form-definition.ts";
export { applicantName } from "./domain/own-data/applicant-name.ts";
export { applicantFacts } from "./domain/own-data/applicant-facts.ts";
export { answerAt } from "./domain/own-data/set-answers.ts";
export {
  asksOwnData,
  asksOwnDataOn,
  fillIn,
  offerOwnData,
  placeOwnData,
  showPlaced,
  withoutGivenOwnData,
  type OwnData,
  type PlacedValue,
} from "./fill-in/place-own-data.ts";
export type { OwnDataOnPage } from "./web/place.ts";
export { ownDataPath } from "./domain/apply-action.ts";
