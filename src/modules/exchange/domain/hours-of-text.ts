/** What a directory says of opening hours: a week that an office form takes, and what of the words is none. */
export type HoursOfText = {
  /** "Mo-Fr: 08:00-12:00, 13:00-16:00", a line for days that are alike. */
  readonly lines: string;
  /** What could not be read as hours of a weekday, such as "nach Vereinbarung". */
  readonly rest: string;
};

const names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] as const;
const fullName =
  /\b(Mo|Di|Mi|Do|Fr|Sa|So)(?:ntags?|enstags?|ttwochs?|nnerstags?|eitags?|mstags?|nntags?)?\b\.?/giu;

/** Reads hours as people write them into directories: "Montag bis Freitag 8 - 12 Uhr und 13.30 - 16 Uhr", "Mo., Di.: 8–12", days above their hours. */
export function hoursOfText(text: string): HoursOfText {
  const lines: string[] = [];
  const rest: string[] = [];
  let days = "";
  for (const line of linesOf(text)) {
    const read = readLine(line);
    if (read === "closed") continue;
    const named = read === undefined || read.days === "" ? days : read.days;
    if (read === undefined || named === "") {
      rest.push(line.trim());
      continue;
    }
    days = named;
    if (read.spans !== "") lines.push(`${days}: ${read.spans}`);
  }
  return { lines: lines.join("\n"), rest: rest.join("\n") };
}

/** One for each day or group of days. */
function linesOf(text: string): readonly string[] {
  const shortNames = text
    .replaceAll(/<br\s*\/?>|<\/(?:p|li|div)>/giu, "\n")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(
      /&(?:lt|gt|quot|#39|apos|nbsp|amp);/gu,
      (entity) => entities[entity] ?? " ",
    )
    .replaceAll(/\bSonnabends?\b/giu, "Sa")
    .replaceAll(fullName, (_, name: string) => withCapital(name));
  const split = shortNames.replaceAll(
    /(\d(?:\s*Uhr)?)\s*[,;]?\s+(?=(?:Mo|Di|Mi|Do|Fr|Sa|So)\b)/gu,
    "$1\n",
  );
  return split.split(/[\n;]/u).filter((line) => line.trim() !== "");
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&amp;": "&",
};

const withCapital = (name: string) =>
  name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();

type DayHours = { readonly days: string; readonly spans: string };

/** Undefined for other words. */
function readLine(line: string): DayHours | "closed" | undefined {
  const plain = line
    .replaceAll(/\s*(?:[-–—]|\bbis\b)\s*/gu, "-")
    .replaceAll(/\s*(?:,|\bund\b|\bu\.|&|\/)\s*/gu, ",")
    .replaceAll(/\bvon\b|\bUhr\b|\s/gu, "");
  const at = plain.search(/\d/u);
  if (at < 0 && /geschlossen$/u.test(plain)) return "closed";
  const days = readDays(at < 0 ? plain : plain.slice(0, at));
  const spans = at < 0 ? "" : readSpans(plain.slice(at));
  return days === undefined || spans === undefined
    ? undefined
    : { days, spans };
}

/** "Mo-Fr,So"; empty for no days, undefined for other words. */
function readDays(given: string): string | undefined {
  const text = given.replace(/^,/u, "").replace(/[:,]+$/u, "");
  if (text === "") return "";
  const runs = text.split(",").map((run) => run.split("-"));
  const isWeek = runs.every(
    (run) =>
      run.length <= 2 &&
      run.every((day) => names.some((name) => name === day)) &&
      placeOf(run[0]) <= placeOf(run.at(-1)),
  );
  return isWeek ? runs.map((run) => run.join("-")).join(", ") : undefined;
}

const placeOf = (day: string | undefined) =>
  names.findIndex((name) => name === day);

function readSpans(text: string): string | undefined {
  const spans = text.replace(/,$/u, "").split(",").map(readSpan);
  return spans.every((span) => span !== undefined)
    ? spans.join(", ")
    : undefined;
}

function readSpan(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d\d))?-(\d{1,2})(?:[:.](\d\d))?$/u.exec(
    text,
  );
  if (!found) return undefined;
  const [, fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"] =
    found;
  const from = timeOf(fromHour, fromMinute);
  const to = timeOf(toHour, toMinute);
  return from && to && from < to ? `${from}-${to}` : undefined;
}

const timeOf = (hour: string, minute: string) =>
  Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, "0")}:${minute}`
    : undefined;
