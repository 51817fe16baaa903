import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ElementChange, FormChange } from "../domain/diff/form-change.ts";
import type { Cardinality } from "../domain/form-definition.ts";
import { formsTexts } from "../i18n/texts.ts";

/** A change of a form in one sentence, for editors and applicants. */
export function describeFormChange(change: FormChange, locale: Locale): string {
  const t = formsTexts(locale);
  switch (change.kind) {
    case "title":
      return t("diff.title", change);
    case "rule-added":
    case "rule-removed":
    case "rule-changed":
      return t(`diff.${change.kind}`, {
        ruleId: change.ruleId,
        before: change.before ?? "",
        after: change.after ?? "",
      });
    default:
      return describeElementChange(change, t);
  }
}

type FormsText = ReturnType<typeof formsTexts>;

function describeElementChange(change: ElementChange, t: FormsText): string {
  const place = change.labels.join(t("diff.place-separator"));
  switch (change.kind) {
    case "type":
      return t("diff.type", {
        place,
        before: t(`diff.type.${change.before}`),
        after: t(`diff.type.${change.after}`),
      });
    case "cardinality":
      return t("diff.cardinality", {
        place,
        before: countName(change.before, t),
        after: countName(change.after, t),
      });
    case "help":
    case "content":
      return change.after === undefined
        ? t(`diff.${change.kind}-removed`, { place })
        : t(`diff.${change.kind}`, { place, after: change.after });
    case "constraint":
    case "behaviour":
      return t(`diff.${change.kind}`, {
        place,
        name: t(`diff.name.${change.name}`),
        before: change.before ?? t("diff.nothing"),
        after: change.after ?? t("diff.nothing"),
      });
    default:
      return t(`diff.${change.kind}`, { ...plainParams(change), place });
  }
}

/** What the sentence needs besides the place. */
function plainParams(
  change: Extract<
    ElementChange,
    {
      kind:
        | "label"
        | "option-added"
        | "option-removed"
        | "option-renamed"
        | "added"
        | "removed"
        | "moved";
    }
  >,
): Readonly<Record<string, string>> {
  if ("option" in change) return { option: change.option };
  if ("before" in change) return { before: change.before, after: change.after };
  return {};
}

function countName({ min, max }: Cardinality, t: FormsText): string {
  if (max === 1)
    return t(min === 0 ? "diff.count.optional" : "diff.count.required");
  if (max !== null) return t("diff.count.between", { min, max });
  return min === 0 ? t("diff.count.any") : t("diff.count.at-least", { min });
}
