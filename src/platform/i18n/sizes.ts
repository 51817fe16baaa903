import type { Locale } from "./texts.ts";

const units = [
  { from: 1_000_000_000, name: "GB", digits: 1 },
  { from: 1_000_000, name: "MB", digits: 1 },
  { from: 0, name: "kB", digits: 0, of: 1_000 },
] as const;

/** Size of a file in decimal units, as file managers show them: `121 kB`, `3,4 MB`, `1,2 GB`; at least 1 kB. */
export function formatSize(sizeBytes: number, locale: Locale): string {
  const unit = units.find(({ from }) => sizeBytes >= from) ?? units[2];
  const value = sizeBytes / ("of" in unit ? unit.of : unit.from);
  const number = new Intl.NumberFormat(locale, {
    maximumFractionDigits: unit.digits,
  }).format(Math.max(value, 1));
  return `${number}\u00a0${unit.name}`;
}
