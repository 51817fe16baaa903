import assert from "node:assert/strict";
import type { Actor, Context } from "../../../platform/context/context.ts";
import { totpCodeAt } from "../../../platform/crypto/totp.ts";
import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { savePassword } from "../store/member-store.ts";
import { addStaff } from "../use-cases/add-staff.ts";
import { confirmTotpSetup } from "../use-cases/confirm-totp-setup.ts";
import { findTotpSetup } from "../use-cases/find-totp-setup.ts";
import type { SecondFactorPolicy } from "../domain/session.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { startTotpSetup } from "../use-cases/start-totp-setup.ts";

export const system: Actor = { kind: "system", id: "system", may: () => true };

/** A Wednesday morning in Schwerin. */
export const wednesday = new Date("2027-03-03T08:00:00.000Z");

export const later = (seconds: number) =>
  new Date(wednesday.getTime() + seconds * 1000);

export const kevinsPassword = "drei Enten am Pfaffenteich";
export const kevinsLogin = "kevin.krause@schwerin.example";

/** A caseworker of a new tenant, not signed in. */
export async function caseworkerKevin(
  database: TestDatabase,
  { tenantId = newId(), roles = ["caseworker"] as readonly string[] } = {},
): Promise<{ tenantId: string; staffId: string }> {
  const context = database.contextFor({
    tenantId,
    actor: system,
    now: wednesday,
  });
  const added = await addStaff(context, {
    login: kevinsLogin,
    displayName: "Kevin Krause",
    roles,
    password: kevinsPassword,
  });
  assert.ok(added.ok);
  return { tenantId, staffId: added.value.staffId };
}

/** Kevin's password with 8 KiB and one pass of argon2id. */
const quickHash =
  "$argon2id$v=19$m=8,t=1,p=1$a2V2aW5zIHNhbHQgMTYgYg$AGEaUVs0lxgU9QBOp66x7YibxfIQ+V/X7XXIfyHWp5Y";

/** Kevin keeps his password, with a hash that costs next to nothing: for a test that tries a hundred passwords, to count them. */
export async function hashQuickly(
  database: TestDatabase,
  { tenantId, staffId }: { tenantId: string; staffId: string },
): Promise<void> {
  await visitor(database, tenantId).transaction((db) =>
    savePassword(db, tenantId, { id: staffId, passwordHash: quickHash }),
  );
}

/** What a visitor sends who is not signed in. */
export function visitor(
  database: TestDatabase,
  tenantId: string,
  now: Date = wednesday,
): Context {
  return database.contextFor({ tenantId, now });
}

export function asMember(
  database: TestDatabase,
  member: { tenantId: string; staffId: string },
  now: Date = wednesday,
): Context {
  const actor = {
    kind: "staff" as const,
    id: member.staffId,
    may: () => false,
  };
  return database.contextFor({ tenantId: member.tenantId, actor, now });
}

export function tryPassword(
  context: Context,
  password: string,
  {
    login = kevinsLogin,
    clientAddress = "192.0.2.1",
    policy = "optional" as const,
    knownDevice,
  }: {
    login?: string;
    clientAddress?: string;
    policy?: SecondFactorPolicy;
    knownDevice?: string | undefined;
  } = {},
) {
  return signIn(context, {
    login,
    password,
    clientAddress,
    knownDevice,
    policy,
  });
}

/** Sets the second factor up and returns the secret that an app would hold. */
export async function setUpSecondFactor(
  database: TestDatabase,
  member: { tenantId: string; staffId: string },
): Promise<{ secret: Buffer; recoveryCodes: readonly string[] }> {
  const context = asMember(database, member);
  const started = await startTotpSetup(context, { password: kevinsPassword });
  assert.ok(started.ok);
  const setup = await findTotpSetup(context, "Schwerin");
  assert.ok(setup);
  const secret = secretOf(setup.secretText);
  const confirmed = await confirmTotpSetup(context, {
    code: totpCodeAt(secret, wednesday),
  });
  assert.ok(confirmed.ok);
  return { secret, recoveryCodes: confirmed.value.recoveryCodes };
}

/** Base32 as an app reads it (RFC 4648 section 6). */
export function secretOf(text: string): Buffer {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(text, (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, "0"),
  ).join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
