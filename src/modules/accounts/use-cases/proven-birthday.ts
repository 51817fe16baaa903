import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { reaches } from "../domain/assurance-level.ts";
import { purposes, type AssertedIdentity } from "../domain/identity.ts";
import { listProfileValues } from "../store/identity-store.ts";

const attribute = "dateOfBirth";

/** The date of birth that was proven for an account at level substantial or higher; undefined: none was. */
export async function provenBirthday(
  context: Context,
  db: Db,
  accountId: string,
): Promise<string | undefined> {
  const stored = await listProfileValues(db, context.tenantId, accountId);
  const proven = stored.find(
    (it) =>
      it.attribute === attribute && reaches(it.assurance_level, "substantial"),
  );
  if (!proven) return undefined;
  const value = await context.cipher.decrypt(
    proven.value,
    purposes.value(accountId, attribute),
  );
  return value.toString();
}

/** The date of birth that an identity asserts. */
export function assertedBirthday({
  values,
}: AssertedIdentity): string | undefined {
  return values.find((it) => it.attribute === attribute)?.value;
}
