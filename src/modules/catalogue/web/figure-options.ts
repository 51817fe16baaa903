import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Option } from "../../../ui/select.ts";
import { editorTexts } from "../i18n/texts.ts";

/** Levels of assurance to choose from. */
export function levelOptions(locale: Locale): readonly Option[] {
  const t = editorTexts(locale);
  return (["none", "low", "substantial", "high"] as const).map((value) => ({
    value,
    label: t(`option.assuranceLevel.${value}`),
  }));
}

/** Levels of maturity to choose from. */
export function maturityOptions(locale: Locale): readonly Option[] {
  const t = editorTexts(locale);
  return (["0", "1", "2", "3", "4"] as const).map((value) => ({
    value,
    label: t(`option.onlineMaturity.${value}`),
  }));
}

/** How a Leistung is cut, to choose from. */
export function structureOptions(locale: Locale): readonly Option[] {
  const t = editorTexts(locale);
  return (["LO", "LOV", "LOVD"] as const).map((value) => ({
    value,
    label: t(`option.structure.${value}`),
  }));
}
