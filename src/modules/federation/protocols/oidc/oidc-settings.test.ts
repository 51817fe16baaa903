import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ZodError } from "zod";
import type { OpenIdIdentity } from "../../../../platform/openid-connect/sign-in.ts";
import { assertedIdentity } from "./oidc-identity.ts";
import { levelOf, parseOidcSettings } from "./oidc-settings.ts";

const configuration = {
  issuer: "https://konto.example",
  clientId: "openrathaus",
  levels: { "loa-2": "substantial", constructor: "low" },
};
const secrets = { clientSecret: "geheim" };

const parse = (more: Record<string, unknown> = {}) =>
  parseOidcSettings({ configuration: { ...configuration, ...more }, secrets });

describe("settings of an OpenID provider", () => {
  test("have defaults that fit most providers", () => {
    const read = parse().configuration;
    assert.equal(read.authentication, "secret-basic");
    assert.deepEqual(read.scopes, ["profile"]);
    assert.equal(read.attributes["familyName"], "family_name");
    assert.deepEqual(
      parse({ scopes: "profile, address" }).configuration.scopes,
      ["profile", "address"],
    );
  });

  test("name the field that is wrong", () => {
    const wrong: readonly [Record<string, unknown>, string][] = [
      [{ issuer: "konto.example" }, "issuer"],
      [{ issuer: "https://a:b@konto.example" }, "issuer"],
      [{ levels: {} }, "levels"],
      [{ levels: { "loa-2": "hoch" } }, "levels"],
      [{ attributes: { religion: "religion" } }, "attributes"],
      [{ origins: "javascript:alert(1)" }, "origins"],
      [{ farbe: "rot" }, "configuration"],
      [{ authentication: "private-key" }, "privateKey"],
    ];
    for (const [more, field] of wrong)
      assert.throws(
        () => parse(more),
        (error) =>
          error instanceof ZodError &&
          error.issues.some(({ path }) => path.includes(field)),
        JSON.stringify(more),
      );
  });

  test("an acr stands for the level it was given, and any other for none", () => {
    const read = parse().configuration;
    assert.equal(levelOf(read, "loa-2"), "substantial");
    for (const acr of [undefined, "", "loa-3", "toString", "__proto__"])
      assert.equal(levelOf(read, acr), undefined, acr);
    const lenient = parse({ levelOtherwise: "low" }).configuration;
    assert.equal(levelOf(lenient, undefined), "low");
  });
});

describe("what a provider says of a person", () => {
  const identityOf = (claims: Record<string, unknown>) =>
    assertedIdentity(
      {
        issuer: "https://konto.example",
        subject: "s",
        acr: undefined,
        sessionId: undefined,
        expiresAt: new Date(0),
        idToken: "",
        claims,
      } satisfies OpenIdIdentity,
      {
        provider: "land",
        level: "substantial",
        configuration: parse({
          attributes: {
            familyName: "family_name",
            postcode: "address.postal_code",
          },
        }).configuration,
        otherwiseNamed: "Servicekonto MV",
      },
    );

  test("is taken over by the map and nothing else, each value with the level", () => {
    const { values, displayName } = identityOf({
      family_name: "  Müller\u0000 ",
      address: { postal_code: "19053" },
      religion: "x",
    });
    assert.deepEqual(values, [
      {
        attribute: "familyName",
        value: "Müller",
        assuranceLevel: "substantial",
      },
      { attribute: "postcode", value: "19053", assuranceLevel: "substantial" },
    ]);
    assert.equal(displayName, "Müller");
  });

  test("that is no text, empty or endless is not taken over", () => {
    for (const family_name of [17, "", "   ", ["a"], { a: 1 }, "x".repeat(201)])
      assert.deepEqual(identityOf({ family_name }).values, []);
    assert.deepEqual(identityOf({ address: "19053" }).values, []);
    assert.equal(identityOf({}).displayName, "Servicekonto MV");
  });
});
