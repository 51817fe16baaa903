import type { FormStep } from "../use-cases/form-steps.ts";
import type { Draft } from "../domain/draft.ts";

/** A draft at one of its steps. */
export type Step = { readonly draft: Draft; readonly step: FormStep };
