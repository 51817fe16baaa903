import type { Locale } from "./texts.ts";

/** Size of a file in decimal units, as file managers show them: `121 kB`, `3,4 MB`; at least 1 kB. */
export function formatSize(sizeBytes: number, locale: Locale): string {
  const isLarge = sizeBytes >= 1_000_000;
  const value = sizeBytes / (isLarge ? 1_000_000 : 1_000);
  const number = new Intl.NumberFormat(locale, {
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(value, 1));
  return `${number}\u00a0${isLarge ? "MB" : "kB"}`;
}
