import type { Context } from "../../../platform/context/context.ts";
import { sql } from "kysely";
import { newSecretToken } from "../../../platform/values/secret-token.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { createAccount } from "../use-cases/create-account.ts";
import { openSession } from "../use-cases/open-session.ts";
import { actingAs } from "../use-cases/acting-as.ts";

export type SignedInPerson = {
  readonly accountId: string;
  /** For the cookie. */
  readonly token: string;
  /** What the person's own requests get. */
  readonly context: Context;
};

/** A person with an account and an open session on a portal; the context is a guest's, of accounts. */
export async function signedInPerson(
  guest: Context,
  {
    portalTenantId,
    displayName = "Xaveria Beispiel",
    email = `${newSecretToken()}@mail.example`,
    passwordHash,
    assuranceLevel = "low",
    isEmailConfirmed = true,
  }: {
    readonly portalTenantId: string;
    readonly displayName?: string;
    readonly email?: string;
    readonly passwordHash?: string;
    readonly assuranceLevel?: ProvenLevel;
    readonly isEmailConfirmed?: boolean;
  },
): Promise<SignedInPerson> {
  return guest.transaction(async (db) => {
    const { accountId } = await createAccount(guest, db, {
      displayName,
      email,
      ...(passwordHash === undefined ? {} : { passwordHash }),
    });
    if (isEmailConfirmed)
      await sql`update accounts.account set email_confirmed_at = ${guest.now} where id = ${accountId}`.execute(
        db,
      );
    const { token } = await openSession(guest, db, {
      accountId,
      portalTenantId,
      assuranceLevel,
      provider: "local",
      device: "Firefox, Linux",
    });
    return { accountId, token, context: actingAs(guest, accountId) };
  });
}
