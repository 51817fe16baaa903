import { locales } from "../../../platform/i18n/texts.ts";
import { vorgaengeTexts } from "./texts.ts";

/** What the applicant reads about a hand-over; in all languages, as which one they read is not known. */
export function handOverMessage(
  what: "handed-over" | "called-back",
  { name, reason }: { readonly name: string; readonly reason: string },
): string {
  return locales
    .map((locale) =>
      vorgaengeTexts(locale)(`message.${what}`, { name, reason }),
    )
    .join("\n\n");
}
