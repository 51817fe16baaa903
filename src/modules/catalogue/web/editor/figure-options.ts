import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Option } from "../../../../ui/select.ts";
import {
  areaAbove,
  leistungTypes,
  sdgAreas,
} from "../../domain/typed/official-codes.ts";
import type { CodeGroup } from "../../domain/typed/typed-rows.ts";
import { codeTexts, editorTexts, isCodeKey } from "../../i18n/texts.ts";

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

/** Codes of an official list with their names; one that is chosen and not in it stays, and says so. */
export function codeOptions(
  group: CodeGroup,
  chosen: string,
  locale: Locale,
): readonly Option[] {
  const known: readonly string[] =
    group === "typing" ? leistungTypes : sdgAreas;
  const all =
    chosen === "" || known.includes(chosen) ? known : [chosen, ...known];
  return all.map((value) => ({
    value,
    label: codeWords(group, value, locale),
  }));
}

/** A code with what it means. */
export function codeWords(
  group: CodeGroup,
  code: string,
  locale: Locale,
): string {
  const t = codeTexts(locale);
  const nameOf = (of: string) => {
    const key = `${group === "typing" ? "type" : "area"}.${of}`;
    return isCodeKey(key) ? t(key) : undefined;
  };
  const name = nameOf(code);
  if (name === undefined) return t("code.unknown", { code });
  const above = group === "typing" ? undefined : areaAbove(code);
  const words = [above === undefined ? undefined : nameOf(above), name];
  return `${code}: ${words.filter((word) => word !== undefined).join(" – ")}`;
}
