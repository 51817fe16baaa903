import {
  canonicalDate,
  isDate,
  splitDate,
  type DateParts,
  type Typed,
} from "./date-value.ts";
import { isTime, parseTime } from "./time-value.ts";

/** A day and a time on it from four inputs, or both in one, in canonical form; what is none as typed. */
export function readDateTime(typed: Typed, today: string | undefined): string {
  const whole = typed("").trim();
  const parts =
    whole === ""
      ? {
          day: typed("-day"),
          month: typed("-month"),
          year: typed("-year"),
          time: typed("-time"),
        }
      : splitWhole(whole);
  return canonicalDateTime(parts, today);
}

type Parts = DateParts & { readonly time: string };

function canonicalDateTime(
  { time: typedTime, ...typedDate }: Parts,
  today: string | undefined,
): string {
  const date = canonicalDate(typedDate, { today });
  const time = parseTime(typedTime) ?? typedTime;
  if (date === "" && time.trim() === "") return "";
  if (isDate(date) && isTime(time)) return `${date}T${time}`;
  const { day, month, year } = splitDate(date);
  return [day, month, year, time].join(partSeparator);
}

/** True for `2026-12-31T08:30` and only for moments that exist. */
export function isDateTime(value: string): boolean {
  const [date = "", time = ""] = value.split("T");
  return isDate(date) && isTime(time) && value.length === 16;
}

// Cannot be typed into an input of one line.
const partSeparator = "\n";

/** The parts of a stored value for the inputs. */
export function splitDateTime(value: string): Parts {
  if (isDateTime(value)) {
    const [date = "", time = ""] = value.split("T");
    return { ...splitDate(date), time };
  }
  const [day = "", month = "", year = "", ...time] = value.split(partSeparator);
  return { day, month, year, time: time.join(partSeparator) };
}

/** `2026-12-31T08:30` or `31.12.2026, 8:30 Uhr` in one input. */
function splitWhole(text: string): Parts {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text) ??
    /^(.*\d{2}),?\s+(\d{1,2}(?:[:.h ].*|\d{2}.*|))$/s.exec(text);
  const [, day = text, time = ""] = match ?? [];
  return { day, month: "", year: "", time };
}
