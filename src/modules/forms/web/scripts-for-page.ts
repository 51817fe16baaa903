import type { FormPage } from "../domain/form-definition.ts";
import { listFields } from "../domain/visit.ts";
import { scriptsFor } from "../field-types/field-types.ts";
import { hasRules } from "../rules/has-rules.ts";
import { formRulesScript } from "./form-rules-script.ts";

/** Names of the scripts that add comfort to a page: those of its fields, and of its rules. */
export function scriptsForPage(page: Pick<FormPage, "elements">): string[] {
  return [
    ...(hasRules(page) ? [formRulesScript.name] : []),
    ...scriptsFor(listFields(page.elements)),
  ];
}
