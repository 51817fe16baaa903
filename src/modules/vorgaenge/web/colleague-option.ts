import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Option } from "../../../ui/select.ts";
import type { Office } from "../../staff/index.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";

/** Somebody to choose; who is away is marked wherever they can be chosen. */
export function colleagueOption(
  { staffId, displayName: name, substituteId }: Office["colleagues"][number],
  locale: Locale,
): Option {
  return {
    value: staffId,
    label:
      substituteId === undefined
        ? name
        : vorgaengeTexts(locale)("assignment.option-away", { name }),
  };
}
