import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import type { AssuranceLevel } from "../domain/assurance-level.ts";
import { purposes } from "../domain/identity.ts";
import {
  isProfileAttribute,
  profileAttributes,
  type ProfileAttribute,
} from "../domain/profile-attributes.ts";
import {
  deleteProfileValue,
  listProfileValues,
  saveProfileValue,
} from "../store/identity-store.ts";

/** Source of what a person typed in their account. */
export const ownSource = "self";

/** Longest text of one value. */
const longestValue = 200;

/** One thing an account knows of its person, where from, and how sure it is. */
export type ProfileValue = {
  readonly attribute: ProfileAttribute;
  readonly value: string;
  readonly source: string;
  readonly assuranceLevel: AssuranceLevel;
  readonly obtainedAt: Date;
};

/** All that the account knows of its person, decrypted, in the order of the catalogue. One statement. */
export async function readProfile(
  context: Context,
  accountId: string,
): Promise<readonly ProfileValue[]> {
  const stored = await context.read((db) =>
    listProfileValues(db, context.tenantId, accountId),
  );
  const values = await Promise.all(
    stored.flatMap(({ attribute, ...row }) =>
      isProfileAttribute(attribute)
        ? [
            context.cipher
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

/**
 * Keeps what a person typed of themselves; empty text removes a value. What others have confirmed is never changed here. The audit says
 * which values, not what they are.
 */
export async function keepOwnValues(
  context: Context,
  accountId: string,
  typed: ReadonlyMap<ProfileAttribute, string>,
): Promise<void> {
  const { tenantId, now, cipher } = context;
  await context.transaction(async (db) => {
    const stored = await listProfileValues(db, tenantId, accountId);
    const confirmed = new Set(
      stored
        .filter(({ source }) => source !== ownSource)
        .map(({ attribute }) => attribute),
    );
    const own = [...typed].filter(([attribute]) => !confirmed.has(attribute));
    for (const [attribute, text] of own) {
      const value = text.normalize("NFC").trim().slice(0, longestValue);
      if (value === "") {
        await deleteProfileValue(db, tenantId, { accountId, attribute });
        continue;
      }
      await saveProfileValue(db, tenantId, {
        accountId,
        attribute,
        value: await cipher.encrypt(
          Buffer.from(value),
          purposes.value(accountId, attribute),
        ),
        source: ownSource,
        assuranceLevel: "none",
        now,
      });
    }
    await recordAudit(context, db, {
      action: "account.profile-changed",
      subject: { kind: "account", id: accountId },
      details: { count: own.length },
    });
  });
}
