/** `08:30` for `8:30`, `8.30`, `830`, `8 Uhr 30`, `8h`; undefined for what is no time of a day. */
export function parseTime(text: string): string | undefined {
  const match = parted.exec(text.trim()) ?? compact.exec(text.trim());
  if (!match) return undefined;
  const [, hours = "", minutes = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}

const parted =
  /^(\d{1,2})(?:\s*(?::|\.|Uhr|h)\s*(\d{2})?)?(?::00)?\s*(?:Uhr|h)?$/i;
const compact = /^(\d{1,2})(\d{2})\s*(?:Uhr|h)?$/i;

/** True for `08:30` and only for times that exist. */
export function isTime(value: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}
