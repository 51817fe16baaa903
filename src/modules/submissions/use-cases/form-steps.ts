import { shownPages, type ShownPage } from "../../forms/index.ts";
import { evaluateDraft, type EvaluatedDraft } from "./evaluate-draft.ts";

/** A page of the form as a step of the application. */
export type FormStep = {
  readonly formPage: ShownPage;
  /** In its address: place of the page in the form, from 1. Stays the same while other pages come and go. */
  readonly place: number;
  /** As people count: from 1 among the steps there are now. */
  readonly number: number;
};

/** The one answer to which steps an application has; the summary comes after them. */
export function listSteps(draft: EvaluatedDraft): readonly FormStep[] {
  return evaluateDraft(draft).pages.map((formPage, index) => ({
    formPage,
    place: shownPages(draft.definition).indexOf(formPage) + 1,
    number: index + 1,
  }));
}
