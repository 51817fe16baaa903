import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { OverlayFindingCode } from "../../domain/overlay/finding.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OverlayFault } from "../../overlay-schema.ts";
import { describeRuleFinding } from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";

/** Which input a finding about an element belongs to. */
const inputOfFinding: Partial<Record<OverlayFindingCode, string>> = {
  "type-limits-reversed": "dataType",
  "type-options-missing": "options",
  "type-options-twice": "options",
  "type-pattern-unreadable": "pattern",
  "type-file-too-large": "maxMegabytes",
  "type-label-for-field": "dataType",
  "type-field-for-label": "dataType",
  "initial-value-not-an-option": "initialValue",
  "required-dropped": "drop",
  "cardinality-reversed": "max",
  "nothing-left": "drop",
};

/** What keeps the element from being published, by input. */
export function errorsAtElement(
  { report, definition }: OpenedForm,
  path: string,
  locale: Locale,
): Map<string, string> {
  const t = editorTexts(locale);
  const errors = new Map<string, string>();
  for (const { code, place, severity, params } of report.findings)
    if (severity === "error" && place === path)
      errors.set(inputOfFinding[code] ?? "", t(`finding.${code}`, params));
  for (const finding of report.ruleFindings) {
    const { place, severity } = finding;
    if (severity === "error" && place.kind === "element" && place.at === path)
      errors.set(
        place.rule ?? "",
        describeRuleFinding(definition, finding, locale),
      );
  }
  return errors;
}

/** What cannot be read at all, by input. */
export function faultsAtElement(
  faults: readonly OverlayFault[],
  path: string,
  locale: Locale,
): Map<string, string> {
  const t = editorTexts(locale);
  return new Map(
    faults.map(({ place }) => {
      const names = place.slice(`elements.${path}.`.length).split(".");
      const name =
        names[0] === "type" ? (names[1] ?? "dataType") : names.at(-1);
      return name === "maxBytes"
        ? (["maxMegabytes", t("element.maxMegabytes.unreadable")] as const)
        : ([
            name ?? "",
            t(
              name === "mediaTypes"
                ? "element.mediaTypes.missing"
                : "element.value-unreadable",
            ),
          ] as const);
    }),
  );
}
