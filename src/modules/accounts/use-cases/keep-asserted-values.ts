import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { reaches } from "../domain/assurance-level.ts";
import { purposes, type AssertedIdentity } from "../domain/identity.ts";
import {
  listProfileValues,
  saveProfileValue,
} from "../store/identity-store.ts";

/**
 * Takes over what a provider said, with its source and level. A value that is there with a higher level stays: a weaker source never
 * overwrites a surer one.
 */
export async function keepAssertedValues(
  context: Context,
  db: Db,
  {
    accountId,
    identity,
  }: { readonly accountId: string; readonly identity: AssertedIdentity },
): Promise<void> {
  const { tenantId, now, cipher } = context;
  const stored = await listProfileValues(db, tenantId, accountId);
  for (const asserted of identity.values) {
    const before = stored.find((it) => it.attribute === asserted.attribute);
    if (before && !reaches(asserted.assuranceLevel, before.assurance_level))
      continue;
    await saveProfileValue(db, tenantId, {
      accountId,
      attribute: asserted.attribute,
      value: await cipher.encrypt(
        Buffer.from(asserted.value),
        purposes.value(accountId, asserted.attribute),
      ),
      source: identity.provider,
      assuranceLevel: asserted.assuranceLevel,
      now,
    });
  }
}
