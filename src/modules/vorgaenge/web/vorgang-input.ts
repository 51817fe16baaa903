import type { StepInput } from "./step-form.ts";

/** What was typed into the page's forms and is wrong with it; nothing on a first visit. */
export type VorgangInput = {
  readonly step: StepInput;
  /** Of any other form of the page. */
  readonly form?:
    | {
        /** By the names of the fields. */
        readonly typed: Readonly<Record<string, string>>;
        readonly errors: readonly {
          readonly fieldId: string;
          readonly text: string;
        }[];
        /** Somebody else was faster: nothing was saved. */
        readonly isChangedMeanwhile?: true;
      }
    | undefined;
};

/** As one first comes to the page. */
export const nothingTyped: VorgangInput = { step: { choice: "", note: "" } };

/** What is wrong with a field, to be said at the field too. */
export function errorAt(
  { form }: VorgangInput,
  fieldId: string,
): string | undefined {
  return form?.errors.find((error) => error.fieldId === fieldId)?.text;
}

/** The page again with what was typed into a form and what is wrong with it. */
export function formProblem(
  fields: URLSearchParams,
  errors: NonNullable<VorgangInput["form"]>["errors"],
): VorgangInput {
  return {
    ...nothingTyped,
    form: { typed: Object.fromEntries(fields), errors },
  };
}
