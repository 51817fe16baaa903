import type { Context } from "../../../platform/context/context.ts";
import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import { fingerprints } from "../domain/identity.ts";
import type { ProfileAttribute } from "../domain/profile-attributes.ts";
import { confirmEmail, findAccountByEmail } from "../store/account-store.ts";
import { createAccount } from "../use-cases/create-account.ts";
import { keepOwnValues } from "../use-cases/keep-own-values.ts";
import { demoCitizens, type DemoCitizen } from "./demo-people.ts";

/** The same for everybody of the demo, so that the guide can name it. */
export const demoAccountPassword = "Demo Leuchtturm 27";

/** Accounts of the invented people, with what they typed of themselves; their ids by short name. Those that are there stay as they are. */
export async function seedAccountsDemo(
  context: Context,
): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await hashPassword(demoAccountPassword);
  const ids = new Map<string, string>();
  for (const citizen of demoCitizens)
    ids.set(
      citizen.key,
      (await findId(context, citizen)) ??
        (await add(context, citizen, passwordHash)),
    );
  return ids;
}

async function findId(
  context: Context,
  { email }: DemoCitizen,
): Promise<string | undefined> {
  const fingerprint = await context.cipher.fingerprint(
    email,
    fingerprints.email,
  );
  const found = await context.transaction((db) =>
    findAccountByEmail(db, context.tenantId, fingerprint),
  );
  return found?.id;
}

async function add(
  context: Context,
  citizen: DemoCitizen,
  passwordHash: string,
): Promise<string> {
  const { tenantId, now } = context;
  const accountId = await context.transaction(async (db) => {
    const created = await createAccount(context, db, {
      displayName: `${citizen.givenNames} ${citizen.familyName}`,
      email: citizen.email,
      passwordHash,
    });
    await confirmEmail(db, tenantId, { ...created, now });
    return created.accountId;
  });
  await keepOwnValues(context, accountId, ownValuesOf(citizen));
  return accountId;
}

function ownValuesOf(
  citizen: DemoCitizen,
): ReadonlyMap<ProfileAttribute, string> {
  const typed = [
    "familyName",
    "givenNames",
    "dateOfBirth",
    "placeOfBirth",
    "street",
    "houseNumber",
    "postcode",
    "town",
    "email",
    "phone",
  ] as const;
  return new Map(typed.map((attribute) => [attribute, citizen[attribute]]));
}
