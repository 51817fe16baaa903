import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { createHttpClient } from "../http-client/http-client.ts";
import { createRelyingParty, type RelyingParty } from "./relying-party.ts";
import type { ClientAuthentication, Moment } from "./settings.ts";
import type { SignInRequest } from "./sign-in.ts";
import {
  startOpenIdProvider,
  walkThrough,
  type RunningProvider,
} from "./testing/openid-provider.ts";

const redirectUri = "http://localhost:9/anmelden/rueckkehr";
const request: SignInRequest = {
  redirectUri,
  scopes: ["profile", "email"],
  acrValues: [],
  reauthenticates: false,
};
const secret = "geheim-geheim-geheim-geheim-geheim";
const moment = (at: Date = new Date()): Moment => ({
  now: at,
  signal: AbortSignal.timeout(3_000),
});

async function keyPair(alg: string): Promise<{ own: JWK; published: JWK }> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const own = { ...(await exportJWK(pair.privateKey)), alg, kid: alg };
  return {
    own,
    published: { ...(await exportJWK(pair.publicKey)), alg, kid: alg },
  };
}

void describe("a relying party with a real provider", () => {
  const http = createHttpClient();
  let op: RunningProvider;
  let encryption: { own: JWK; published: JWK };
  let signing: { own: JWK; published: JWK };
  before(async () => {
    [encryption, signing] = await Promise.all([
      keyPair("RSA-OAEP-256"),
      keyPair("ES256"),
    ]);
    const common = {
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: ["http://localhost:9/abgemeldet"],
      client_secret: secret,
    };
    op = await startOpenIdProvider({
      people: {
        erika: {
          given_name: "Erika",
          family_name: "Muster",
          email: "e@x.example",
        },
      },
      clients: [
        {
          ...common,
          client_id: "basic",
          token_endpoint_auth_method: "client_secret_basic",
        },
        {
          ...common,
          client_id: "post",
          token_endpoint_auth_method: "client_secret_post",
        },
        {
          ...common,
          client_id: "key",
          token_endpoint_auth_method: "private_key_jwt",
          token_endpoint_auth_signing_alg: "ES256",
          jwks: { keys: [{ ...signing.published, use: "sig" }] as never },
        },
        {
          ...common,
          client_id: "encrypted",
          id_token_encrypted_response_alg: "RSA-OAEP-256",
          id_token_encrypted_response_enc: "A256GCM",
          jwks: { keys: [{ ...encryption.published, use: "enc" }] as never },
        },
        {
          ...common,
          client_id: "signed-info",
          userinfo_signed_response_alg: "PS256",
          id_token_signed_response_alg: "ES256",
        },
      ],
    });
  });
  after(async () => {
    await op.stop();
    http.close();
  });

  const partyOf = (
    clientId: string,
    authentication: ClientAuthentication = { kind: "secret-basic", secret },
    decryptionKey?: JWK,
  ): RelyingParty =>
    createRelyingParty(
      {
        issuer: op.issuer,
        clientId,
        authentication,
        ...(decryptionKey && { decryptionKey }),
      },
      { http, plainHttp: "to-this-machine" },
    );

  const signIn = async (
    party: RelyingParty,
    more: Partial<SignInRequest> = {},
    fields: Record<string, string> = {},
  ) => {
    const started = await party.begin({ ...request, ...more }, moment());
    assert.ok(started.ok, JSON.stringify(started));
    const back = await walkThrough(started.value.address, {
      until: redirectUri,
      fields: { login: "erika", acr: "loa-2", answer: "yes", ...fields },
    });
    return {
      parameters: back.searchParams,
      redirectUri,
      secrets: started.value.secrets,
      acceptedAcrValues: more.acrValues ?? [],
    };
  };

  const authentications: readonly [string, () => ClientAuthentication][] = [
    ["basic", () => ({ kind: "secret-basic", secret })],
    ["basic", () => ({ kind: "secret-basic-unencoded", secret })],
    ["post", () => ({ kind: "secret-post", secret })],
    ["key", () => ({ kind: "private-key", key: signing.own })],
    ["signed-info", () => ({ kind: "secret-basic", secret })],
  ];
  for (const [clientId, authentication] of authentications)
    void test(`signs in with ${clientId}, ${clientId === "key" ? "private key" : authentication().kind}`, async () => {
      const party = partyOf(clientId, authentication());
      const done = await party.complete(await signIn(party), moment());
      assert.ok(done.ok, JSON.stringify(done));
      const { subject, issuer, acr, claims } = done.value;
      assert.deepEqual([subject, issuer, acr], ["erika", op.issuer, "loa-2"]);
      assert.equal(claims["family_name"], "Muster");
      assert.equal(claims["email"], "e@x.example");
    });

  void test("takes an encrypted ID token, and with a key no other", async () => {
    const party = partyOf("encrypted", undefined, encryption.own);
    const done = await party.complete(await signIn(party), moment());
    assert.ok(done.ok, JSON.stringify(done));
    const plain = partyOf("basic", undefined, encryption.own);
    const refused = await plain.complete(await signIn(plain), moment());
    assert.deepEqual(refused, {
      ok: false,
      refusal: { kind: "answer-not-valid", reason: "not-encrypted" },
    });
  });

  void test("asks for a level, and refuses a lower one", async () => {
    const party = partyOf("basic");
    const high = { acrValues: ["loa-3"], reauthenticates: true };
    const reached = await signIn(party, high, { acr: "loa-3" });
    const done = await party.complete(
      { ...reached, authenticatedAfter: new Date() },
      moment(),
    );
    assert.ok(done.ok, JSON.stringify(done));
    assert.equal(done.value.acr, "loa-3");
    const lower = await signIn(party, {}, { acr: "loa-1" });
    assert.deepEqual(
      await party.complete(
        { ...lower, acceptedAcrValues: ["loa-3"] },
        moment(),
      ),
      { ok: false, refusal: { kind: "level-not-reached" } },
    );
  });

  void test("a code counts once, and only with its own secrets", async () => {
    const party = partyOf("basic");
    const answer = await signIn(party);
    const { secrets } = answer;
    for (const wrong of ["state", "nonce", "verifier"] as const) {
      const fresh = await signIn(party);
      const refused = await party.complete(
        { ...fresh, secrets: { ...fresh.secrets, [wrong]: secrets[wrong] } },
        moment(),
      );
      assert.equal(refused.ok, false, wrong);
    }
    assert.equal((await party.complete(answer, moment())).ok, true);
    assert.deepEqual(await party.complete(answer, moment()), {
      ok: false,
      refusal: { kind: "provider-refused", reason: "invalid_grant" },
    });
  });

  void test("the person who goes back is no fault", async () => {
    const party = partyOf("basic");
    const answer = await signIn(party, {}, { answer: "no" });
    assert.deepEqual(await party.complete(answer, moment()), {
      ok: false,
      refusal: { kind: "cancelled" },
    });
  });

  void test("an answer must name its issuer", async () => {
    const party = partyOf("basic");
    const answer = await signIn(party);
    for (const iss of [undefined, "https://boese.example"]) {
      const parameters = new URLSearchParams(answer.parameters);
      if (iss === undefined) parameters.delete("iss");
      else parameters.set("iss", iss);
      const refused = await party.complete({ ...answer, parameters }, moment());
      assert.ok(!refused.ok);
      assert.equal(refused.refusal.kind, "answer-not-valid");
    }
  });

  void test("looks at the provider: what it offers, and whether it lets the client in", async () => {
    const report = await partyOf("basic").inspect(moment());
    assert.deepEqual(
      report.findings.map(({ check, finding }) => [check, finding]),
      [
        ["discovery", undefined],
        ["keys", undefined],
        ["authorization", undefined],
        ["credentials", undefined],
      ],
    );
    assert.deepEqual(report.offer?.acrValues, ["loa-1", "loa-2", "loa-3"]);
    assert.equal(report.offer.takesPushedRequests, true);
    assert.equal(report.offer.tellsOfSignOut, true);
    const wrong = partyOf("basic", { kind: "secret-basic", secret: "falsch" });
    const { findings } = await wrong.inspect(moment());
    assert.match(
      findings.find(({ check }) => check === "credentials")?.finding ?? "",
      /^client-rejected/,
    );
  });

  void test("leads to the sign-out with what the provider needs", async () => {
    const address = await partyOf("basic").signOutAddress(
      {
        returnUri: "http://localhost:9/abgemeldet",
        idToken: "a.b.c",
        state: "s",
      },
      moment(),
    );
    assert.ok(address.ok && address.value !== undefined);
    const { origin, searchParams } = new URL(address.value);
    assert.equal(origin, op.issuer);
    assert.equal(searchParams.get("id_token_hint"), "a.b.c");
    assert.equal(searchParams.get("client_id"), "basic");
  });

  void test("a provider that hangs is unavailable when time is up, and is back at once", async () => {
    const party = partyOf("basic");
    op.pause();
    const signal = AbortSignal.timeout(150);
    const refused = await party.begin(request, { now: new Date(), signal });
    op.resume();
    assert.deepEqual(refused, {
      ok: false,
      refusal: { kind: "unavailable", reason: "timeout" },
    });
    assert.equal((await party.begin(request, moment())).ok, true);
  });

  void test("plain http goes to this machine only, and in production not at all", async () => {
    const strict = createRelyingParty(
      {
        issuer: op.issuer,
        clientId: "basic",
        authentication: { kind: "none" },
      },
      { http, plainHttp: "never" },
    );
    const started = await strict.begin(request, moment());
    assert.ok(!started.ok);
    assert.equal(started.refusal.kind, "misconfigured");
    const elsewhere = createRelyingParty(
      {
        issuer: "http://op.example",
        clientId: "a",
        authentication: { kind: "none" },
      },
      { http, plainHttp: "to-this-machine" },
    );
    assert.deepEqual(await elsewhere.begin(request, moment()), {
      ok: false,
      refusal: { kind: "misconfigured", reason: "address-not-allowed" },
    });
  });
});
