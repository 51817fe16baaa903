import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { reaches } from "../domain/assurance-level.ts";
import type { AssertedIdentity } from "../domain/identity.ts";
import type { ProvenPerson } from "../domain/proven-person.ts";
import { listProfileValues } from "../store/identity-store.ts";
import { openProfile } from "./open-profile.ts";

/** Who somebody is, as far as that was proven for the account at level substantial or higher. */
export async function provenPerson(
  context: Context,
  db: Db,
  accountId: string,
): Promise<ProvenPerson> {
  const stored = await listProfileValues(db, context.tenantId, accountId);
  const proven = stored.filter(
    ({ attribute, assurance_level: level }) =>
      ["dateOfBirth", "givenNames"].includes(attribute) &&
      reaches(level, "substantial"),
  );
  return personOf(await openProfile(context, accountId, proven));
}

/** The date of birth that an identity asserts. Names are written in several ways, and are left to who sees the person or the proof. */
export function assertedBirthday({ values }: AssertedIdentity): ProvenPerson {
  return { dateOfBirth: personOf(values).dateOfBirth };
}

function personOf(
  values: readonly { readonly attribute: string; readonly value: string }[],
): ProvenPerson {
  const valueOf = (attribute: string) =>
    values.find((it) => it.attribute === attribute)?.value;
  return {
    dateOfBirth: valueOf("dateOfBirth"),
    givenNames: valueOf("givenNames"),
  };
}
