import type { Locale } from "../../../platform/i18n/texts.ts";
import { editorTexts } from "../i18n/editor-texts.ts";
import type { OverlayFault } from "../overlay-schema.ts";

const faultCodes = [
  "invalid_type",
  "unrecognized_keys",
  "invalid_value",
  "too_small",
  "too_big",
  "invalid_format",
] as const;

/** What is wrong in an overlay that was written by hand, and where. */
export function describeOverlayFault(
  { place, code }: OverlayFault,
  locale: Locale,
): string {
  const t = editorTexts(locale);
  const known = faultCodes.find((each) => each === code) ?? "other";
  return t("json.fault", {
    place: place === "" ? t("json.fault.here") : place,
    text: t(`json.code.${known}`),
  });
}
