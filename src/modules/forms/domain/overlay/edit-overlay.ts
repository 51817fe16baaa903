import type { TranslatedTexts } from "../form-definition.ts";
import type {
  CheckContent,
  ElementChange,
  Overlay,
  PageChange,
  RuleTranslation,
} from "./overlay.ts";

/** The overlay with these changes of one element in the place of those it had; with none of them when there are none. */
export function withElement(
  overlay: Overlay,
  path: string,
  change: ElementChange,
): Overlay {
  const elements = withEntry(overlay.elements, path, ifAny(change));
  return { ...overlay, elements };
}

/** The overlay with these texts of one place in one language; undefined takes them out. */
export function withTranslation(
  overlay: Overlay,
  { place, language }: { readonly place: string; readonly language: string },
  texts: TranslatedTexts,
): Overlay {
  const { translations = {} } = overlay;
  const ofPlace = withEntry(translations[place], language, ifAny(texts));
  return {
    ...overlay,
    translations: withEntry(translations, place, ifAny(ofPlace)),
  };
}

/** The overlay with a check, or without it. */
export function withCheck(
  overlay: Overlay,
  id: string,
  content: CheckContent | null | undefined,
): Overlay {
  return { ...overlay, checks: withEntry(overlay.checks, id, content) };
}

/** The overlay with the note that something applies a rule, or without it. */
export function withRuleTranslation(
  overlay: Overlay,
  ruleId: string,
  translation: RuleTranslation | undefined,
): Overlay {
  const translatedRules = withEntry(
    overlay.translatedRules,
    ruleId,
    translation,
  );
  return { ...overlay, translatedRules };
}

/** The overlay with these changes of one page in the place of those it had. */
export function withPage(
  overlay: Overlay,
  key: string,
  change: PageChange,
): Overlay {
  return { ...overlay, pages: withEntry(overlay.pages, key, ifAny(change)) };
}

function withEntry<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const others = Object.entries(record ?? {}).filter(([each]) => each !== key);
  return Object.fromEntries(
    value === undefined ? others : [...others, [key, value] as const],
  );
}

function ifAny<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
