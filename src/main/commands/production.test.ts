import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { generateKeyRing } from "../../platform/crypto/key-ring.ts";
import { SettingsError } from "../../platform/config/settings-error.ts";
import { readSettings } from "../../platform/config/settings.ts";
import { offerDemoProviders } from "../demo-providers.ts";
import type { Services } from "../services.ts";
import { freePort } from "../testing/free-port.ts";
import {
  runCommand,
  runCommandProcess,
  type CommandRun,
} from "../testing/run-command.ts";

const production = {
  NODE_ENV: "production",
  PUBLIC_BASE_DOMAIN: "portal.example.org",
  HOST: "localhost",
};

void describe("a portal in production", () => {
  let dataDir: string;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "orh-production-"));
  });
  after(() => rm(dataDir, { recursive: true, force: true }));

  const start = async (variables: Readonly<Record<string, string>>) => {
    const port = String(await freePort());
    return runCommandProcess(
      { dataDir, variables: { PORT: port, ...variables } },
      "start",
    );
  };
  const assertRefused = ({ exitCode, errors }: CommandRun, why: RegExp) => {
    assert.equal(exitCode, 1);
    assert.match(errors, why);
    assert.match(errors, /Example: /);
    assert.doesNotMatch(errors, /^\s+at /m, "no stack for a person's mistake");
  };

  void test("does not start without keys or domain, and leaves nothing behind", async () => {
    assertRefused(
      await start({ ...production, SECRET_KEYS: "" }),
      /SECRET_KEYS is required in production/,
    );
    assertRefused(
      await start({ ...production, PUBLIC_BASE_DOMAIN: "" }),
      /PUBLIC_BASE_DOMAIN is required in production/,
    );
    assert.deepEqual(await readdir(dataDir), []);
  });

  void test("does not take demo data", async () => {
    const seeded = await runCommand(
      {
        dataDir,
        variables: { ...production, SECRET_KEYS: generateKeyRing("2027a") },
      },
      "seed",
      "demo",
    );
    assert.equal(seeded.exitCode, 1);
    assert.match(seeded.errors, /not sown in production/);
    assert.deepEqual(await readdir(dataDir), []);
  });

  void test("does not start on the database of a demo, nor with its keys", async () => {
    const seeded = await runCommand({ dataDir }, "seed", "demo");
    assert.equal(seeded.exitCode, 0, seeded.errors);
    const generated = await readFile(join(dataDir, "secret-keys"), "utf8");
    assertRefused(
      await start({ ...production, SECRET_KEYS: generated }),
      /holds the generated demo key/,
    );
    assertRefused(
      await start({ ...production, SECRET_KEYS: generateKeyRing("2027a") }),
      /the database holds demo data/,
    );
  });

  void test("lets nobody sign in as an invented person", async () => {
    const settings = readSettings({
      ...production,
      SECRET_KEYS: generateKeyRing("2027a"),
    });
    await assert.rejects(
      offerDemoProviders({ settings } as Services, await freePort()),
      SettingsError,
    );
  });
});

void describe("the command line", () => {
  const commands = [
    [],
    ["start"],
    ["start", "web"],
    ["start", "worker"],
    ["migrate"],
    ["seed", "demo"],
    ["import", "form"],
    ["import", "streets"],
    ["export", "form"],
    ["form", "publish"],
    ["identity-provider", "add"],
    ["tenant", "add"],
    ["staff", "add"],
    ["destination", "add"],
  ];
  const dataDir = join(tmpdir(), "orh-never-made");

  void test("explains each command with --help, without touching anything", async () => {
    for (const words of commands) {
      const help = await runCommand({ dataDir }, ...words, "--help");
      assert.equal(help.exitCode, 0, help.errors);
      assert.match(
        help.output,
        new RegExp(`^Usage: portal.*${words.at(-1) ?? ""}`),
      );
    }
    await assert.rejects(readdir(dataDir), { code: "ENOENT" });
  });

  void test("names the variable that is wrong, with an example", async () => {
    const wrong = {
      PORT: "eighty",
      DATABASE_URL: "mysql://db",
      SMTP_URL: "mail",
    };
    for (const [name, value] of Object.entries(wrong)) {
      const run = await runCommand(
        { dataDir, variables: { [name]: value } },
        "migrate",
      );
      assert.equal(run.exitCode, 1);
      assert.match(
        run.errors,
        new RegExp(`^${name} must .* Example: ${name}=`),
      );
    }
  });

  void test("shows the usage for a command that does not exist", async () => {
    const run = await runCommandProcess({ dataDir }, "tennant", "add");
    assert.equal(run.exitCode, 1);
    assert.match(run.errors, /unknown command 'tennant'[^]*tenant/);
  });
});
