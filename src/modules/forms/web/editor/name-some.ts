import type { Locale } from "../../../../platform/i18n/texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";

/** More nobody reads. */
const mostNames = 20;

/** Names of portals, the first twenty, and how many more there are. */
export function nameSome(all: readonly string[], locale: Locale): string {
  const names = all.slice(0, mostNames).join(", ");
  const count = all.length - mostNames;
  return count > 0
    ? editorTexts(locale)("overview.usage.more", { names, count })
    : names;
}
