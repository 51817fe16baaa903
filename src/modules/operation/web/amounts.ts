import type { Locale } from "../../../platform/i18n/texts.ts";

export function formatCount(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(
    value,
  );
}

const units = [
  { name: "day", seconds: 86_400, from: 2 * 86_400 },
  { name: "hour", seconds: 3_600, from: 2 * 3_600 },
  { name: "minute", seconds: 60, from: 120 },
  { name: "second", seconds: 1, from: 0 },
] as const;

/** `45 Sekunden`, `90 Minuten`, `3 Tage`: rounded, in the unit that is easy to grasp. */
export function formatDuration(seconds: number, locale: Locale): string {
  const unit = units.find(({ from }) => seconds >= from) ?? units[3];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: unit.name,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  }).format(seconds / unit.seconds);
}
