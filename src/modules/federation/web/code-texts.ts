import { profileAttributes } from "../../accounts/index.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { failuresDe } from "../i18n/failures-de.ts";
import { failureTexts } from "../i18n/failures-texts.ts";
import { setupTexts } from "../i18n/setup-texts.ts";

/** What a code of a failed check means, in plain words, with the code behind for whoever looks it up. */
export function failureText(code: string, locale: Locale): string {
  const t = failureTexts(locale);
  const known = namesOf(code).find((name) => isFailure(name));
  return `${t(known ?? "other")} (${code})`;
}

/** `refused: jwt-claim-comparison-failed:aud` by all of it, by its end, and by less and less of that. */
function namesOf(code: string): readonly string[] {
  const parts = code.split(/:\s*/);
  return parts.flatMap((_, from) =>
    parts.map((_part, to) => parts.slice(from, parts.length - to).join(":")),
  );
}

type Failure = keyof typeof failuresDe;

const isFailure = (name: string): name is Failure =>
  name !== "other" && Object.hasOwn(failuresDe, name);

/** Name of a value of the profile. */
export function attributeLabel(attribute: string, locale: Locale): string {
  const known = profileAttributes.find((name) => name === attribute);
  return known ? setupTexts(locale)(`attribute.${known}`) : attribute;
}
