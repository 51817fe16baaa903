import { locales } from "../../../platform/i18n/texts.ts";
import { foldText } from "../../../platform/values/fold-text.ts";

/** Number of a month by its name in German or English, shortened or not: `5` for `Mai`; undefined for anything else. */
export function monthOf(name: string): string | undefined {
  return months.get(shorten(name.replace(/\.$/, "")));
}

/** The first three letters are enough in both languages, whatever follows. */
function shorten(name: string): string {
  const folded = foldText(name.trim());
  return folded.length > 2 && /^[a-z]+$/.test(folded) ? folded.slice(0, 3) : "";
}

const months: ReadonlyMap<string, string> = new Map(
  locales.flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, {
      month: "long",
      timeZone: "UTC",
    });
    return Array.from(
      { length: 12 },
      (_, month) =>
        [
          shorten(format.format(new Date(Date.UTC(2000, month, 1)))),
          String(month + 1),
        ] as const,
    );
  }),
);
