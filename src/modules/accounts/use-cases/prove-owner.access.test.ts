import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { newSecretToken } from "../../../platform/values/secret-token.ts";
import { softwareKey } from "../../../platform/webauthn/testing/software-key.ts";
import {
  erika,
  proof,
  signedIn,
  wednesday,
} from "../testing/account-fixtures.ts";
import { signedInPerson } from "../testing/signed-in-account.ts";
import { askForConfirmation } from "./ask-passkey.ts";
import { beginPasskey } from "./begin-passkey.ts";
import { forgetProofs } from "./count-proof.ts";
import { addPasskey, readOwnPasskeys, removePasskey } from "./own-passkeys.ts";
import { proveOwner, type OwnerProof } from "./prove-owner.ts";
import { readOverview } from "./read-overview.ts";
import { stepUpWithIdentity } from "./step-up-with-identity.ts";
import { unlinkIdentity } from "./unlink-identity.ts";

const password = "drei Enten am Pfaffenteich";
const origin = "https://portal.example";
const words = { origin, rpId: "portal.example" };
const unproven = { ok: false, refusal: { kind: "not-proven" } };

void describe("what changes how somebody signs in", () => {
  const installation = newId();
  let database: TestDatabase;
  let passwordHash: string;
  before(async () => {
    database = await createTestDatabase();
    passwordHash = await hashPassword(password);
  });
  after(() => database.close());

  const minutesAgo = (minutes: number) =>
    new Date(wednesday.getTime() - minutes * 60_000);
  const session = (provider: string, minutes: number) => ({
    provider,
    signedInAt: minutesAgo(minutes),
  });

  /** Somebody with a password and a passkey. */
  const owner = async () => {
    const guest = database.contextFor({
      tenantId: installation,
      now: wednesday,
    });
    const { accountId, context } = await signedInPerson(guest, {
      portalTenantId: newId(),
      passwordHash,
    });
    const key = softwareKey();
    const asked = proof({ password });
    const options = await beginPasskey(context, asked);
    assert.ok(options.ok && "challenge" in options.value);
    const challenge = String(options.value.challenge);
    const added = await addPasskey(context, {
      ...asked,
      response: key.create({ challenge, ...words }),
      // Left empty: the key is made, and not lost for that.
      name: " ",
      session: { assuranceLevel: "low", provider: "local" },
    });
    assert.ok(added.ok);
    const shownBy = async (shown: typeof key): Promise<OwnerProof> => {
      const empty = proof();
      const options = await askForConfirmation(context, empty);
      assert.ok(options && "challenge" in options);
      const challenge = String(options.challenge);
      return { ...empty, response: shown.sign({ challenge, ...words }) };
    };
    return { accountId, context, key, shownBy };
  };

  void test("asks for password, passkey, or a provider's word of some minutes ago", async () => {
    const { accountId, context, key, shownBy } = await owner();
    const right = [
      proof({ password }),
      await shownBy(key),
      proof({ session: session("bundid", 10) }),
    ];
    for (const shown of right)
      assert.deepEqual(await proveOwner(context, shown), {
        ok: true,
        value: accountId,
      });
    const wrong = [
      proof(),
      proof({ password: `${password} ` }),
      // Signing in at home asked for no more than what is asked for now.
      proof({ session: session("local", 0) }),
      proof({ session: session("bundid", 11) }),
      await shownBy(softwareKey(key.id)),
      { ...(await shownBy(key)), browserToken: newSecretToken() },
      { ...(await shownBy(softwareKey())), password },
    ];
    const id = key.id.toString("base64url");
    for (const shown of wrong) {
      assert.deepEqual(await beginPasskey(context, shown), unproven);
      const removed = await removePasskey(
        context,
        { id, sessionId: "" },
        shown,
      );
      assert.ok(!removed.ok);
      await context.transaction((db) => forgetProofs(context, db, accountId));
    }
    const [kept, ...others] = await readOwnPasskeys(context);
    assert.equal(kept?.name, "Passkey");
    assert.deepEqual(others, []);
    for (let guess = 0; guess < 5; guess += 1)
      await proveOwner(context, proof({ password: "x" }));
    const held = await proveOwner(context, proof({ password }));
    assert.equal(!held.ok && held.refusal.kind, "too-many-attempts");
  });

  void test("takes no passkey that was not asked for after such a proof", async () => {
    const { context } = await owner();
    const ceremony = proof();
    const confirmation = await askForConfirmation(context, ceremony);
    assert.ok(confirmation && "challenge" in confirmation);
    for (const challenge of [
      newSecretToken(),
      String(confirmation.challenge),
    ]) {
      const unasked = await addPasskey(context, {
        ...ceremony,
        response: softwareKey().create({ challenge, ...words }),
        name: "",
        session: { assuranceLevel: "low", provider: "local" },
      });
      assert.deepEqual(unasked, { ok: false, refusal: { kind: "refused" } });
    }
  });

  void test("unlinks nothing in a session left open", async () => {
    const { session, context } = await signedIn(database, { installation });
    const { accountId, sessionId } = session;
    const linked = await stepUpWithIdentity(context, {
      identity: erika({ provider: "land" }),
      accountId,
      sessionId,
      sessionLevel: session.assuranceLevel,
      portalTenantId: installation,
      device: "",
      links: true,
    });
    assert.ok(linked.ok);
    const [first] = (await readOverview(context, accountId))?.identities ?? [];
    const unlink = (minutes: number) =>
      unlinkIdentity(
        { ...context, now: new Date(wednesday.getTime() + minutes * 60_000) },
        { identityId: String(first?.id), sessionId },
        proof({ session }),
      );
    assert.deepEqual(await unlink(11), unproven);
    assert.ok((await unlink(10)).ok);
  });
});
