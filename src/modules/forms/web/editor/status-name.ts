import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { ReleaseStatus } from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";

const statuses: readonly ReleaseStatus[] = [
  "in-preparation",
  "active",
  "inactive",
  "planned",
  "in-progress",
  "draft",
  "released-methodically",
  "released-silver",
  "released-gold",
  "marked-for-deletion",
];

/** Freigabestatus in words; a word we do not know as it is. */
export function statusName(status: string, locale: Locale): string {
  const known = statuses.find((each) => each === status);
  return known ? editorTexts(locale)(`status.${known}`) : status;
}
