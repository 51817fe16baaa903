import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const retentionTexts = defineTexts(de, en);

type RetentionKey = keyof typeof de;

/** True for a key that has a text; keepers of newer processes may count what has none here yet. */
export function isRetentionKey(key: string): key is RetentionKey {
  return key in de;
}
