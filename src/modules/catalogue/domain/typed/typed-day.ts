/** A day as it is written in German, such as 01.09.2026; nothing for none. */
export function typedDay(day = ""): string {
  return day.split("-").toReversed().join(".");
}

/** YYYY-MM-DD of a day as it is written in German, such as 1.9.2026. */
export function dayOf(typed: string): string | undefined {
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isDay =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isDay ? iso : undefined;
}
