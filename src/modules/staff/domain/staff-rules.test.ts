import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { faultOfPassword } from "../../../platform/passwords/password-rules.ts";
import { returnPath } from "./return-path.ts";
import { permissionsOf } from "./roles.ts";
import {
  countAttempt,
  personalLimit,
  type Attempts,
} from "../../../platform/throttle/throttle.ts";

describe("passwords", () => {
  const login = "kevin.krause@schwerin.example";
  for (const [password, fault] of [
    ["kurz", "too-short"],
    ["ääääööööü", "too-short"],
    ["x".repeat(201), "too-long"],
    ["1234567890", "too-common"],
    ["abcdefghijkl", "too-common"],
    ["aaaaaaaaaaaa", "too-common"],
    ["Passwort123", "too-common"],
    ["Schwerin2027!", "too-common"],
    ["kevin.krause", "too-common"],
    ["Kevin.Krause1", "too-common"],
    [`x${login}`, "too-common"],
    ["drei Enten am Pfaffenteich", undefined],
    ["Zebra-Lampe-9", undefined],
  ] as const) {
    test(`"${password.slice(0, 30)}" is ${fault ?? "good"}`, async () => {
      assert.equal(await faultOfPassword(password, login), fault);
    });
  }
});

describe("the way back after signing in", () => {
  for (const path of [
    "/arbeitsplatz",
    "/arbeitsplatz/vorgaenge/0190a1b2-0000-7000-8000-000000000000",
    "/arbeitsplatz?stand=alle",
    "/betrieb/post",
  ]) {
    test(`${path} is kept`, () => {
      assert.equal(returnPath(path, "/x"), path);
    });
  }
  for (const path of [
    null,
    "",
    "https://evil.example/arbeitsplatz",
    "//evil.example/arbeitsplatz",
    "/\\evil.example",
    "/arbeitsplatz/../..//evil.example",
    "/arbeitsplatz\r\nSet-Cookie: a=b",
    "/arbeitsplatz@evil.example",
    "/arbeitsplatz.evil.example",
    "/arbeitsplatz/%2f%2fevil.example",
    "/leistungen",
    "/arbeitsplatz/anmelden",
    "/arbeitsplatz/abmelden",
  ]) {
    test(`${JSON.stringify(path)} leads to the start instead`, () => {
      assert.equal(returnPath(path, "/arbeitsplatz"), "/arbeitsplatz");
    });
  }

  test("whatever is asked for, the way back stays on this host", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (wanted) => {
        const path = returnPath(wanted, "/arbeitsplatz");
        const url = new URL(path, "http://schwerin.localhost");
        assert.equal(url.host, "schwerin.localhost");
        assert.match(url.pathname, /^\/(arbeitsplatz|verwaltung|betrieb)/);
      }),
    );
  });
});

describe("roles", () => {
  test("an administrator does not read applications", () => {
    assert.ok(!permissionsOf(["admin"]).includes("vorgang.read"));
  });
  test("two roles add up", () => {
    const permissions = permissionsOf(["caseworker", "admin"]);
    assert.ok(permissions.includes("vorgang.edit"));
    assert.ok(permissions.includes("staff.manage"));
  });
});

describe("throttle", () => {
  const start = new Date("2027-03-03T08:00:00Z").getTime();

  test("within a day nobody gets more than some 110 guesses, however they are spread", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_200_000 }), { maxLength: 600 }),
        (pausesMs) => {
          let now = start;
          let guesses = 0;
          let attempts: Attempts | undefined;
          for (const pauseMs of pausesMs) {
            now += pauseMs;
            if (now > start + 24 * 3_600_000) break;
            const next = countAttempt(attempts, new Date(now), personalLimit);
            if ("isBlockedUntil" in next) continue;
            attempts = next;
            guesses += 1;
          }
          assert.ok(guesses <= 110, `${guesses} guesses`);
        },
      ),
    );
  });

  test("after an hour of rest counting starts again", () => {
    const tired: Attempts = {
      attempts: 20,
      lastAttemptAt: new Date(start),
      blockedUntil: new Date(start + 900_000),
    };
    const next = countAttempt(
      tired,
      new Date(start + 3_600_001),
      personalLimit,
    );
    assert.ok("attempts" in next);
    assert.equal(next.attempts, 1);
    assert.equal(next.blockedUntil, null);
  });
});
