import { defineTexts } from "./texts.ts";

const de = {
  once: "{time} Uhr",
  // In the night in which summer time ends, clocks show the hour from two to three twice.
  first: "{time} Uhr (Sommerzeit)",
  second: "{time} Uhr (Winterzeit)",
} as const;

const en: Record<keyof typeof de, string> = {
  once: "{time}",
  first: "{time} (summer time)",
  second: "{time} (winter time)",
};

export const clockTexts = defineTexts(de, en);
