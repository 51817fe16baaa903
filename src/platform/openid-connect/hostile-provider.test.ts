import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { createHttpClient } from "../http-client/http-client.ts";
import type { Result } from "../result/result.ts";
import type { OpenIdRefusal } from "./refusal.ts";
import { createRelyingParty, type RelyingParty } from "./relying-party.ts";
import type { Moment } from "./settings.ts";
import {
  startHostileProvider,
  type HostileProvider,
  type Lies,
} from "./testing/hostile-provider.ts";

const redirectUri = "http://localhost:9/rueckkehr";
const clientId = "portal";
const moment = (): Moment => ({
  now: new Date(),
  signal: AbortSignal.timeout(3_000),
});
const base64 = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);

/** `kind: reason` of a refusal; "accepted" for none. */
function verdictOf(result: Result<unknown, OpenIdRefusal>): string {
  if (result.ok) return "accepted";
  const { refusal } = result;
  return "reason" in refusal
    ? `${refusal.kind} ${refusal.reason}`
    : refusal.kind;
}

const without = (claims: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const attacks: readonly [what: string, lies: Lies, verdict: RegExp][] = [
  [
    "a key of somebody else",
    { token: (_, m) => m.sign(m.claims, { with: "foreign" }) },
    /^answer-not-valid/,
  ],
  [
    "an unknown key id",
    { token: (_, m) => m.sign(m.claims, { kid: "other", with: "foreign" }) },
    /^answer-not-valid/,
  ],
  [
    "a signature cut off",
    { token: (t) => t.replace(/\.[^.]*$/, ".") },
    /^answer-not-valid/,
  ],
  [
    "no signature part",
    { token: (t) => t.replace(/\.[^.]*$/, "") },
    /^answer-not-valid/,
  ],
  [
    "alg none",
    { token: (_, m) => `${base64({ alg: "none" })}.${base64(m.claims)}.` },
    /^answer-not-valid/,
  ],
  [
    "alg None",
    { token: (_, m) => `${base64({ alg: "None" })}.${base64(m.claims)}.` },
    /^answer-not-valid/,
  ],
  [
    "HS256 with the client secret",
    {
      token: (_, m) => {
        const head = `${base64({ alg: "HS256" })}.${base64(m.claims)}`;
        return `${head}.${createHmac("sha256", "geheim").update(head).digest("base64url")}`;
      },
    },
    /^answer-not-valid/,
  ],
  [
    "claims changed after signing",
    {
      token: (t, m) => {
        const [head = "", , signature = ""] = t.split(".");
        return `${head}.${base64({ ...m.claims, sub: "mallory" })}.${signature}`;
      },
    },
    /^answer-not-valid/,
  ],
  [
    "another audience",
    { claims: (c) => ({ ...c, aud: "stadtwerke" }) },
    /:aud$/,
  ],
  [
    "a second audience without azp",
    { claims: (c) => ({ ...c, aud: [clientId, "stadtwerke"] }) },
    /:aud$/,
  ],
  [
    "a second audience as azp",
    {
      claims: (c) => ({
        ...c,
        aud: [clientId, "stadtwerke"],
        azp: "stadtwerke",
      }),
    },
    /azp$/,
  ],
  [
    "one audience and another azp",
    { claims: (c) => ({ ...c, azp: "stadtwerke" }) },
    /azp$/,
  ],
  [
    "another issuer",
    { claims: (c) => ({ ...c, iss: "https://boese.example" }) },
    /:iss$/,
  ],
  ["another nonce", { claims: (c) => ({ ...c, nonce: "alt" }) }, /:nonce$/],
  ["no nonce", { claims: (c) => without(c, "nonce") }, /^answer-not-valid/],
  ["no sub", { claims: (c) => without(c, "sub") }, /^answer-not-valid/],
  ["an empty sub", { claims: (c) => ({ ...c, sub: "" }) }, /^answer-not-valid/],
  [
    "a sub that is no text",
    { claims: (c) => ({ ...c, sub: 17 }) },
    /^answer-not-valid/,
  ],
  [
    "a sub of control characters",
    { claims: (c) => ({ ...c, sub: "erika\n" }) },
    /^answer-not-valid sub$/,
  ],
  [
    "expired",
    { claims: (c) => ({ ...c, exp: seconds() - 60 }) },
    /^answer-not-valid/,
  ],
  ["no end", { claims: (c) => without(c, "exp") }, /^answer-not-valid/],
  [
    "iat one day in the future",
    { claims: (c) => ({ ...c, iat: seconds() + 86_400 }) },
    /iat-in-future$/,
  ],
  [
    "iat of yesterday",
    { claims: (c) => ({ ...c, iat: seconds() - 86_400 }) },
    /iat-too-old$/,
  ],
  ["no iat", { claims: (c) => without(c, "iat") }, /^answer-not-valid/],
  [
    "not valid yet",
    { claims: (c) => ({ ...c, nbf: seconds() + 600 }) },
    /^answer-not-valid/,
  ],
  [
    "a lower level",
    { claims: (c) => ({ ...c, acr: "loa-1" }) },
    /^level-not-reached$/,
  ],
  ["no level", { claims: (c) => without(c, "acr") }, /^level-not-reached$/],
  [
    "a list of levels",
    { claims: (c) => ({ ...c, acr: ["loa-1", "loa-2"] }) },
    /^level-not-reached$/,
  ],
  [
    "an old proof",
    { claims: (c) => ({ ...c, auth_time: seconds() - 3_600 }) },
    /auth-time-too-old$/,
  ],
  [
    "no time of the proof",
    { claims: (c) => without(c, "auth_time") },
    /auth-time-missing$/,
  ],
  [
    "a proof in the future",
    { claims: (c) => ({ ...c, auth_time: seconds() + 3_600 }) },
    /auth-time$/,
  ],
  [
    "somebody else in the user info",
    { userInfo: { body: '{"sub":"mallory","family_name":"Boese"}' } },
    /:sub$/,
  ],
  [
    "user info without sub",
    { userInfo: { body: '{"family_name":"Boese"}' } },
    /^answer-not-valid/,
  ],
  [
    "user info as a page",
    { userInfo: { type: "text/html", body: '{"sub":"erika"}' } },
    /content-type$/,
  ],
  [
    "user info signed by somebody else",
    {
      userInfo: {
        type: "application/jwt",
        body: `${base64({ alg: "RS256" })}.${base64({ sub: "erika", iat: seconds() })}.AAAA`,
      },
    },
    /^answer-not-valid/,
  ],
  [
    "user info that is no object",
    { userInfo: { body: '["erika"]' } },
    /^answer-not-valid/,
  ],
  [
    "user info that is no JSON",
    { userInfo: { body: "erika" } },
    /^answer-not-valid/,
  ],
  [
    "a huge answer",
    {
      userInfo: {
        body: JSON.stringify({ sub: "erika", x: "x".repeat(600_000) }),
      },
    },
    /^unavailable too-large$/,
  ],
];

void describe("a hostile provider", () => {
  const http = createHttpClient();
  let op: HostileProvider;
  let party: RelyingParty;
  before(async () => {
    op = await startHostileProvider();
  });
  beforeEach(() => {
    op.beHonest();
    party = createRelyingParty(
      {
        issuer: op.issuer,
        clientId,
        authentication: { kind: "secret-post", secret: "geheim" },
      },
      { http, plainHttp: "to-this-machine" },
    );
  });
  after(() => {
    op.close();
    http.close();
  });

  const signIn = async (parameters: Record<string, string> = {}) => {
    const started = await party.begin(
      { redirectUri, scopes: [], acrValues: ["loa-2"], reauthenticates: true },
      moment(),
    );
    assert.ok(started.ok);
    const { secrets } = started.value;
    op.expect(secrets.nonce, clientId);
    return party.complete(
      {
        parameters: new URLSearchParams({
          code: "c",
          state: secrets.state,
          ...parameters,
        }),
        redirectUri,
        secrets,
        acceptedAcrValues: ["loa-2"],
        authenticatedAfter: new Date(),
      },
      moment(),
    );
  };

  void test("is believed when it tells the truth", async () => {
    const done = await signIn();
    assert.ok(done.ok, verdictOf(done));
    assert.equal(done.value.claims["family_name"], "Muster");
  });

  for (const [what, lies, verdict] of attacks)
    void test(`is refused: ${what}`, async () => {
      Object.assign(op.lies, lies);
      assert.match(verdictOf(await signIn()), verdict);
    });

  void test("claims of the user info never replace signed ones", async () => {
    op.lies.userInfo = {
      body: JSON.stringify({ sub: "erika", acr: "loa-3", iss: "x" }),
    };
    const done = await signIn();
    assert.ok(done.ok);
    assert.equal(done.value.claims["acr"], "loa-2");
    assert.equal(done.value.issuer, op.issuer);
  });

  void test("is refused: answers with another state, issuer, or an error", async () => {
    const answers: readonly [Record<string, string>, RegExp][] = [
      [{ state: "anderer" }, /^answer-not-valid/],
      [{ iss: "https://boese.example" }, /^answer-not-valid/],
      [{ response: "e.y.J" }, /^answer-not-valid/],
      [{ error: "access_denied" }, /^cancelled$/],
      [{ error: "unmet_authentication_requirements" }, /^level-not-reached$/],
      [{ error: "temporarily_unavailable" }, /^unavailable/],
      [
        { error: "<script>alert(1)</script>" },
        /^provider-refused unreadable-error$/,
      ],
      [{ error: "access_denied", state: "anderer" }, /^answer-not-valid/],
    ];
    for (const [parameters, verdict] of answers)
      assert.match(verdictOf(await signIn(parameters)), verdict);
  });

  void test("that names another issuer, or addresses that may not be called, is misconfigured", async () => {
    const documents: readonly ((
      honest: Record<string, unknown>,
    ) => Record<string, unknown>)[] = [
      (honest) => ({ ...honest, issuer: "https://boese.example" }),
      (honest) => ({
        ...honest,
        authorization_endpoint: "http://boese.example/authorize",
      }),
      (honest) => ({
        ...honest,
        authorization_endpoint: "javascript:alert(1)",
      }),
      (honest) => without(honest, "authorization_endpoint"),
      () => ({ nothing: true }),
    ];
    for (const discovery of documents) {
      op.lies.discovery = discovery;
      const fresh = createRelyingParty(
        { issuer: op.issuer, clientId, authentication: { kind: "none" } },
        { http, plainHttp: "to-this-machine" },
      );
      const started = await fresh.begin(
        { redirectUri, scopes: [], acrValues: [], reauthenticates: false },
        moment(),
      );
      assert.match(verdictOf(started), /^misconfigured/);
    }
  });

  void test("that is out of order is unavailable, and what was known of it is used for a while", async () => {
    assert.equal(verdictOf(await signIn()), "accepted");
    op.lies.status = 503;
    assert.match(verdictOf(await signIn()), /^unavailable http-503$/);
    const begin = (now: Date) =>
      party.begin(
        { redirectUri, scopes: [], acrValues: [], reauthenticates: false },
        { now, signal: AbortSignal.timeout(3_000) },
      );
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    assert.equal(verdictOf(await begin(later(2))), "accepted");
    assert.match(verdictOf(await begin(later(30))), /^unavailable/);
  });

  void describe("logout tokens", () => {
    const event = { "http://schemas.openid.net/event/backchannel-logout": {} };
    const honest = () => ({
      iss: op.issuer,
      aud: clientId,
      iat: seconds(),
      exp: seconds() + 120,
      jti: "abc",
      sub: "erika",
      sid: "sitzung",
      events: event,
    });
    const read = async (token: string) =>
      party.readLogoutToken(token, moment());

    void test("are read when everything is right", async () => {
      for (const typ of [undefined, "logout+jwt", "JWT"]) {
        const notice = await read(
          await op.sign(honest(), typ === undefined ? {} : { typ }),
        );
        assert.ok(notice.ok, verdictOf(notice));
        assert.equal(notice.value.subject, "erika");
        assert.equal(notice.value.sessionId, "sitzung");
        assert.equal(notice.value.tokenId, "abc");
      }
      const onlySession = await read(await op.sign(without(honest(), "sub")));
      assert.ok(onlySession.ok && onlySession.value.subject === undefined);
    });

    const bad: readonly [string, () => Record<string, unknown>][] = [
      ["a nonce", () => ({ ...honest(), nonce: "n" })],
      ["no event", () => without(honest(), "events")],
      ["another event", () => ({ ...honest(), events: { other: {} } })],
      [
        "an event that is no object",
        () => ({
          ...honest(),
          events: {
            "http://schemas.openid.net/event/backchannel-logout": true,
          },
        }),
      ],
      ["no id", () => without(honest(), "jti")],
      ["no iat", () => without(honest(), "iat")],
      ["an old iat", () => ({ ...honest(), iat: seconds() - 900 })],
      ["iat in the future", () => ({ ...honest(), iat: seconds() + 900 })],
      ["expired", () => ({ ...honest(), exp: seconds() - 60 })],
      ["another audience", () => ({ ...honest(), aud: "stadtwerke" })],
      ["another issuer", () => ({ ...honest(), iss: "https://boese.example" })],
      ["neither sub nor sid", () => without(without(honest(), "sub"), "sid")],
    ];
    for (const [what, claims] of bad)
      void test(`are refused: ${what}`, async () => {
        assert.match(
          verdictOf(await read(await op.sign(claims()))),
          /^answer-not-valid logout-token:/,
        );
      });

    void test("are refused: another key, another type, none at all", async () => {
      const tokens = [
        await op.sign(honest(), { with: "foreign" }),
        await op.sign(honest(), { typ: "at+jwt" }),
        `${base64({ alg: "none" })}.${base64(honest())}.`,
        "kein.token",
        "",
      ];
      for (const token of tokens)
        assert.match(
          verdictOf(await read(token)),
          /^answer-not-valid logout-token:/,
        );
    });
  });
});
