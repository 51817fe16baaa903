import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  "sample.label": "{label} (drawn as an example, not a real map)",
  "sample.caption":
    "An example drawn for this demonstration: the map stands here like this, the streets are invented.",
};
