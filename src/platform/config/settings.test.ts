import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { describe, test } from "node:test";
import { generateKeyRing } from "../crypto/key-ring.ts";
import { SettingsError } from "./settings-error.ts";
import { readSettings } from "./settings.ts";

const production = {
  NODE_ENV: "production",
  PUBLIC_BASE_DOMAIN: "portal.example.org",
  SECRET_KEYS: generateKeyRing("2027a"),
};

const nameOf = (problem: string) => problem.split(" ")[0];

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readSettings(variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.problems;
  }
}

describe("settings", () => {
  test("need nothing for the demo", () => {
    const settings = readSettings({});
    assert.equal(settings.port, 8080);
    assert.equal(settings.publicBaseDomain, "localhost:8080");
    assert.equal(settings.secretKeys, undefined);
  });

  test("take one seal, or none on purpose", () => {
    const seal = (variables: Record<string, string>) =>
      readSettings(variables).seal;
    assert.equal(seal({}), undefined);
    assert.deepEqual(seal({ SEAL: "none" }), { kind: "none" });
    assert.deepEqual(seal({ SEAL_SERVICE_FILE: "/seal.json" }), {
      kind: "service",
      serviceFile: "/seal.json",
    });
    assert.deepEqual(
      seal({ SEAL_KEY_FILE: "/seal.key", SEAL_CERTIFICATE_FILE: "/seal.pem" }),
      { kind: "key", keyFile: "/seal.key", certificateFile: "/seal.pem" },
    );
  });

  test("tell how a password with other characters is written", () => {
    assert.throws(
      () => readSettings({ DATABASE_URL: "postgresql://portal:a#b/c@db/x" }),
      /# is written %23/,
    );
  });

  const wrong: [string, Record<string, string>][] = [
    ["PORT", { PORT: "80a" }],
    ["PORT", { PORT: "70000" }],
    ["DRAIN_SECONDS", { DRAIN_SECONDS: "10s" }],
    ["DRAIN_SECONDS", { DRAIN_SECONDS: "301" }],
    ["WEB_PROCESSES", { WEB_PROCESSES: "0" }],
    ["WEB_PROCESSES", { WEB_PROCESSES: "65" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.org" }],
    ["SMTP_DKIM", { SMTP_DKIM: "portal2027" }],
    ["SEAL_CERTIFICATE_FILE", { SEAL_KEY_FILE: "/seal.key" }],
    ["SEAL_KEY_FILE", { SEAL_CERTIFICATE_FILE: "/seal.pem" }],
    [
      "SEAL_SERVICE_FILE",
      {
        SEAL_SERVICE_FILE: "/seal.json",
        SEAL_KEY_FILE: "/seal.key",
        SEAL_CERTIFICATE_FILE: "/seal.pem",
      },
    ],
    ["SEAL", { SEAL: "no" }],
    ["SEAL", { SEAL: "none", SEAL_SERVICE_FILE: "/seal.json" }],
    ["TIME_STAMP_URL", { TIME_STAMP_URL: "tsa.example.org" }],
    ["CLAMD_URL", { CLAMD_URL: "127.0.0.1:3310" }],
    ["CLAMD_URL", { CLAMD_URL: "tcp://clamd" }],
    ["CLAMD_URL", { CLAMD_URL: "tcp://clamd:3310/x" }],
    ["CLAMD_URL", { CLAMD_URL: "unix:clamd.ctl" }],
    ["CLAMD_URL", { CLAMD_URL: "http://clamd:3310" }],
    ["NODE_ENV", { NODE_ENV: "prod" }],
    ["PUBLIC_BASE_DOMAIN", { PUBLIC_BASE_DOMAIN: "https://x" }],
    ["SECRET_KEYS", { SECRET_KEYS: "a:short" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.5, proxy" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/33" }],
    [
      "IDENTITY_PROVIDER_HOSTS",
      { IDENTITY_PROVIDER_HOSTS: "https://idp.example" },
    ],
    ["INNER_ADDRESSES", { INNER_ADDRESSES: "10.0.0.0/8,10.0.0.256" }],
    ["INNER_ADDRESSES", { INNER_ADDRESSES: "http://dms.example" }],
    ["SECURITY_CONTACT", { SECURITY_CONTACT: "security@portal.example" }],
    ["SECRET_KEYS", { ...production, SECRET_KEYS: "" }],
    [
      "SECRET_KEYS",
      { ...production, SECRET_KEYS: generateKeyRing("generated-1") },
    ],
    ["PUBLIC_BASE_DOMAIN", { ...production, PUBLIC_BASE_DOMAIN: "" }],
  ];
  for (const [name, variables] of wrong) {
    test(`name ${name} and an example when ${JSON.stringify(Object.keys(variables))} cannot be used`, () => {
      assert.throws(
        () => readSettings(variables),
        (error: unknown) =>
          error instanceof SettingsError &&
          error.message.startsWith(name) &&
          error.message.includes("Example:"),
      );
    });
  }

  test("that are wrong are told all at once, also those that others are read by", () => {
    const problems = problemsOf({
      NODE_ENV: "prod",
      PORT: "eighty",
      PUBLIC_BASE_DOMAIN: "https://x",
      DATABASE_URL: "mysql://x",
      DATABASE_POOLING: "pool",
      SMTP_URL: "mail.example.org",
      SMTP_DKIM: "portal2027",
      SEAL_KEY_FILE: "/seal.key",
      CLAMD_URL: "http://clamd:3310",
      OTEL_TRACES_SAMPLER_ARG: "2",
      OTEL_BSP_SCHEDULE_DELAY: "soon",
      FEED_HOSTS: "https://feed.example",
    });
    assert.deepEqual(problems.map(nameOf).sort(), [
      "CLAMD_URL",
      "DATABASE_POOLING",
      "DATABASE_URL",
      "FEED_HOSTS",
      "NODE_ENV",
      "OTEL_BSP_SCHEDULE_DELAY",
      "OTEL_TRACES_SAMPLER_ARG",
      "PORT",
      "PUBLIC_BASE_DOMAIN",
      "SEAL_CERTIFICATE_FILE",
      "SMTP_DKIM",
      "SMTP_URL",
    ]);
    assert.ok(problems.every((problem) => problem.includes("Example:")));
  });

  test("that production lacks are told all at once", () => {
    const problems = problemsOf({
      NODE_ENV: "production",
      STAFF_SECOND_FACTOR: "optional",
    });
    assert.deepEqual(problems.map(nameOf).sort(), [
      "PUBLIC_BASE_DOMAIN",
      "SECRET_KEYS",
      "STAFF_SECOND_FACTOR",
    ]);
  });

  test("give proxies time to turn away in production only", () => {
    assert.equal(readSettings({}).drainMs, 0);
    assert.equal(readSettings(production).drainMs, 10_000);
    assert.equal(
      readSettings({ ...production, DRAIN_SECONDS: "0" }).drainMs,
      0,
    );
  });

  test("run one web process for each core in production only", () => {
    assert.equal(readSettings({}).webProcesses, 1);
    const { webProcesses } = readSettings(production);
    assert.equal(webProcesses, Math.min(availableParallelism(), 8));
    assert.equal(readSettings({ WEB_PROCESSES: "3" }).webProcesses, 3);
  });

  test("take clamd by network or by socket", () => {
    const clamd = (url: string) => readSettings({ CLAMD_URL: url }).clamd;
    assert.equal(clamd(""), undefined);
    assert.deepEqual(clamd("tcp://scan.example.org:3310"), {
      host: "scan.example.org",
      port: 3310,
    });
    assert.deepEqual(clamd("tcp://[::1]:3310/"), { host: "::1", port: 3310 });
    assert.deepEqual(clamd("unix:/run/clamav/clamd.ctl"), {
      path: "/run/clamav/clamd.ctl",
    });
  });

  test("take addresses and ranges of proxies", () => {
    assert.deepEqual(
      readSettings({ TRUSTED_PROXIES: "10.0.0.5, 10.0.0.0/8,fd00::/8" })
        .trustedProxies,
      ["10.0.0.5", "10.0.0.0/8", "fd00::/8"],
    );
  });

  test("never print a key", () => {
    assert.throws(
      () => readSettings({ SECRET_KEYS: "2027a:c2VjcmV0" }),
      (error: unknown) =>
        error instanceof SettingsError && !error.message.includes("c2VjcmV0"),
    );
  });

  test("believe proxies of private networks in production, nobody in the demo", () => {
    assert.deepEqual(readSettings({}).trustedProxies, []);
    const { trustedProxies } = readSettings(production);
    assert.ok(trustedProxies.includes("10.0.0.0/8"));
    assert.deepEqual(
      readSettings({ ...production, TRUSTED_PROXIES: "10.1.2.3" })
        .trustedProxies,
      ["10.1.2.3"],
    );
  });
});
