import { isBirthday } from "./counter-check.ts";
import { isEmail, normaliseEmail } from "./identity.ts";
import type { ProfileAttribute } from "./profile-attributes.ts";

/** Longest text of one value. */
export const longestOwnValue = 200;

/** What cannot be among the values that somebody typed of themselves. Empty ones are none; names and places may be anything. */
export function faultsOfOwnValues(
  typed: ReadonlyMap<ProfileAttribute, string>,
  today: string,
): readonly ProfileAttribute[] {
  return [...typed]
    .filter(([attribute, text]) => text !== "" && isFault(attribute, text))
    .map(([attribute]) => attribute);

  function isFault(attribute: ProfileAttribute, text: string): boolean {
    if (attribute === "dateOfBirth") return !isBirthday(text, today);
    if (attribute === "email") return !isEmail(normaliseEmail(text));
    return text.length > longestOwnValue;
  }
}
