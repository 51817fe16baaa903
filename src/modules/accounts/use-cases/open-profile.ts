import type { Context } from "../../../platform/context/context.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { AssuranceLevel } from "../domain/assurance-level.ts";
import { purposes } from "../domain/identity.ts";
import {
  isProfileAttribute,
  profileAttributes,
  type ProfileAttribute,
} from "../domain/profile-attributes.ts";
import type { StoredProfileValue } from "../store/identity-store.ts";

/** Source of what a person typed in their account. */
export const ownSource = "self";

/** One thing an account knows of its person, where from, and how sure it is. */
export type ProfileValue = {
  readonly attribute: ProfileAttribute;
  readonly value: string;
  /** Key of the identity provider, `counter`, or `self`. */
  readonly source: string;
  readonly assuranceLevel: AssuranceLevel;
  readonly obtainedAt: Date;
};

/** As people read it; providers and calendars say days after ISO 8601. */
export function shownValue(
  { attribute, value }: Pick<ProfileValue, "attribute" | "value">,
  locale: Locale,
): string {
  return attribute === "dateOfBirth" && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? formatDay(value, locale)
    : value;
}

/** Stored values decrypted, in the order of the catalogue; what the catalogue does not know is left out. */
export async function openProfile(
  { cipher }: Pick<Context, "cipher">,
  accountId: string,
  stored: readonly StoredProfileValue[],
): Promise<readonly ProfileValue[]> {
  const values = await Promise.all(
    stored.flatMap(({ attribute, ...row }) =>
      isProfileAttribute(attribute)
        ? [
            cipher
              .decrypt(row.value, purposes.value(accountId, attribute))
              .then((plain) => ({
                attribute,
                value: plain.toString("utf8"),
                source: row.source,
                assuranceLevel: row.assurance_level,
                obtainedAt: row.obtained_at,
              })),
          ]
        : [],
    ),
  );
  return profileAttributes.flatMap((attribute) =>
    values.filter((value) => value.attribute === attribute),
  );
}
