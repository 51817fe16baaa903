import { foldText } from "../../../platform/values/fold-text.ts";

/** Letter under which a title stands in the list from A to Z; `#` for anything else. */
export function initialOf(title: string): string {
  const first = foldText(title).charAt(0).toUpperCase();
  return /^[A-Z]$/.test(first) ? first : "#";
}
