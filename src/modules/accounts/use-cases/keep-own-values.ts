import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes } from "../domain/identity.ts";
import type { ProfileAttribute } from "../domain/profile-attributes.ts";
import {
  deleteProfileValue,
  listProfileValues,
  saveProfileValue,
} from "../store/identity-store.ts";
import { openProfile, ownSource, type ProfileValue } from "./open-profile.ts";

/** Longest text of one value. */
const longestValue = 200;

/** All that the account knows of its person, decrypted, in the order of the catalogue. One statement. */
export async function readProfile(
  context: Context,
  accountId: string,
): Promise<readonly ProfileValue[]> {
  const stored = await context.read((db) =>
    listProfileValues(db, context.tenantId, accountId),
  );
  return openProfile(context, accountId, stored);
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
