import { germanMoment } from "../../../../platform/values/german-moment.ts";
import type { FormError } from "../typed/leistung-form.ts";
import { dayOf } from "../typed/typed-day.ts";

/** Inputs of the moment, as they were typed. */
export type TypedMoment = Readonly<Record<"plan-tag" | "plan-zeit", string>>;

/**
 * The moment in Germany that was typed, or what is wrong with it. Where clocks go forward, a time that is skipped is the one an hour later;
 * where they go back, one that comes twice is the second.
 */
export function readMoment(
  typed: TypedMoment,
  now: Date,
): { readonly at: Date } | { readonly errors: readonly FormError[] } {
  const day = dayOf(typed["plan-tag"].trim());
  const time = timeOf(typed["plan-zeit"].trim());
  const errors: readonly FormError[] = [
    ...(day === undefined ? [fault("plan-tag", "day")] : []),
    ...(time === undefined ? [fault("plan-zeit", "time")] : []),
  ];
  if (day === undefined || time === undefined) return { errors };
  const at = germanMoment(day, time);
  return at <= now ? { errors: [fault("plan-tag", "past")] } : { at };
}

const fault = (field: keyof TypedMoment, kind: FormError["fault"]) => ({
  field,
  fault: kind,
  part: "",
});

/** `08:05` of `8:05`, `8.05` or `8:05 Uhr`. */
function timeOf(typed: string): string | undefined {
  const [, hour, minute] =
    /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*Uhr)?$/i.exec(typed) ?? [];
  return hour === undefined || minute === undefined
    ? undefined
    : `${hour.padStart(2, "0")}:${minute}`;
}
