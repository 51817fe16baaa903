/** A day as people type it, "1.3.2027" or "2027-03-01", as `2027-03-01`; undefined for none that there is. */
export function readDay(typed: string): string | undefined {
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(typed.trim());
  const text = german
    ? [
        german[3],
        german[2]?.padStart(2, "0"),
        german[1]?.padStart(2, "0"),
      ].join("-")
    : typed.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
    ? text
    : undefined;
}

/** A day as people in Germany write it: `2027-03-01` as "1.3.2027". */
export function writeDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${String(Number(date))}.${String(Number(month))}.${year}`;
}
