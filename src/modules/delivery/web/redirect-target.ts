import type { Locale } from "../../../platform/i18n/texts.ts";
import { destinationTexts } from "../i18n/texts.ts";

/** In the address of a page that asked where to redirect to and got no answer. */
export const nothingChosen = "ziel=fehlt";

/** What is said at the field, and in the summary above. */
export const targetProblem = (
  query: URLSearchParams,
  locale: Locale,
): string | undefined =>
  query.get("ziel") === "fehlt"
    ? destinationTexts(locale)("redirect.missing")
    : undefined;
