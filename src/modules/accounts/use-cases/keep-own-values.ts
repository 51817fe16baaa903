import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes } from "../domain/identity.ts";
import { faultsOfOwnValues } from "../domain/own-values.ts";
import type { ProfileAttribute } from "../domain/profile-attributes.ts";
import {
  deleteProfileValue,
  listProfileValues,
  saveProfileValue,
} from "../store/identity-store.ts";
import { openProfile, ownSource, type ProfileValue } from "./open-profile.ts";

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

export type OwnValuesRefusal = {
  readonly kind: "invalid";
  readonly faults: readonly ProfileAttribute[];
};

/**
 * Keeps what a person typed of themselves; empty text removes a value. What others have confirmed is never changed here. The audit says
 * which values, not what they are.
 */
export async function keepOwnValues(
  context: Context,
  accountId: string,
  typed: ReadonlyMap<ProfileAttribute, string>,
): Promise<Result<void, OwnValuesRefusal>> {
  const { tenantId, now, cipher } = context;
  const texts = new Map(
    [...typed].map(([attribute, text]) => [
      attribute,
      text.normalize("NFC").trim(),
    ]),
  );
  const faults = faultsOfOwnValues(texts, germanDay(now));
  if (faults.length > 0) return refuse({ kind: "invalid", faults });
  return context.transaction(async (db) => {
    const stored = await listProfileValues(db, tenantId, accountId);
    const confirmed = new Set(
      stored
        .filter(({ source }) => source !== ownSource)
        .map(({ attribute }) => attribute),
    );
    const own = [...texts].filter(([attribute]) => !confirmed.has(attribute));
    for (const [attribute, value] of own) {
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
    return ok(undefined);
  });
}
