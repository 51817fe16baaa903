import type { Locale } from "../../../platform/i18n/texts.ts";
import type {
  Behaviour,
  Constraint,
  FormChange,
} from "../domain/diff/form-change.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeFormChange } from "./describe-form-change.ts";

/** A change of a form in one sentence for who fills it in: without expressions, patterns and names that only editors know. */
export function describeForApplicant(
  change: FormChange,
  locale: Locale,
): string {
  const t = formsTexts(locale);
  switch (change.kind) {
    case "rule-added":
    case "rule-removed":
    case "rule-changed":
      return t("diff.plain.rule");
    case "constraint":
    case "behaviour": {
      const about = aboutOf[change.name];
      return about === "value"
        ? describeFormChange(change, locale)
        : t(`diff.plain.${about}`, {
            place: change.labels.join(t("diff.place-separator")),
          });
    }
    default:
      return describeFormChange(change, locale);
  }
}

/** `value`: both values are words or numbers that everybody knows. */
const aboutOf = {
  minLength: "value",
  maxLength: "value",
  minValue: "value",
  maxValue: "value",
  minDate: "value",
  maxDate: "value",
  unit: "value",
  pattern: "input",
  format: "input",
  maxBytes: "input",
  mediaTypes: "input",
  codeList: "input",
  shape: "input",
  entry: "input",
  initialValue: "input",
  prefill: "input",
  place: "input",
  choice: "input",
  visibleWhen: "shown",
  requiredWhen: "required",
  computed: "computed",
} as const satisfies Record<
  Constraint | Behaviour,
  "value" | "input" | "shown" | "required" | "computed"
>;
