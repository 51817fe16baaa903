import type { FormStep } from "../use-cases/form-steps.ts";
import type { Draft } from "../use-cases/open-draft.ts";

/** A draft at one of its steps. */
export type Step = { readonly draft: Draft; readonly step: FormStep };
