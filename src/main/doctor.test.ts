import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { z } from "zod";
import { openTenantCiphers } from "../platform/crypto/open-tenant-ciphers.ts";
import { generateKeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import { connectionString } from "../platform/testing/connection-string.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../platform/testing/test-database.ts";
import { readSettings } from "../platform/config/settings.ts";
import { newId } from "../platform/values/id.ts";
import { examineSurroundings } from "./doctor/examine-surroundings.ts";
import { freePort } from "./testing/free-port.ts";
import { runCommand } from "./testing/run-command.ts";

const report = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({
      subject: z.string(),
      state: z.enum(["ok", "warning", "failed"]),
      says: z.string(),
      cure: z.string().optional(),
    }),
  ),
});

const ring = generateKeyRing("2027a");

void describe("the doctor", () => {
  let database: TestDatabase;
  let dataDir: string;
  before(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), "orh-doctor-"));
  });
  after(async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const examine = async (variables: Readonly<Record<string, string>> = {}) => {
    const run = await runCommand(
      {
        dataDir,
        variables: {
          DATABASE_URL: connectionString(database.address),
          SECRET_KEYS: ring,
          PORT: "0",
          ...variables,
        },
      },
      "doctor",
      "--json",
    );
    const { ok, findings } = report.parse(JSON.parse(run.output));
    assert.equal(run.exitCode, ok ? 0 : 1);
    return {
      ...run,
      state: (subject: string) =>
        findings.find((finding) => finding.subject === subject)?.state,
      failed: findings
        .filter(({ state }) => state === "failed")
        .map(({ subject, cure }) => (cure ? subject : `${subject}: no cure`)),
    };
  };

  void test("finds nothing wrong with an installation that is well", async () => {
    const { failed, state } = await examine();
    assert.deepEqual(failed, []);
    for (const subject of ["database", "role", "clock", "schema", "start"])
      assert.equal(state(subject), "ok", subject);
  });

  void test("demands of a server in production that it keeps what was confirmed", async () => {
    const production = {
      NODE_ENV: "production",
      PUBLIC_BASE_DOMAIN: "portal.example.org",
    };
    // Servers of tests run without fsync.
    assert.deepEqual((await examine(production)).failed, ["durability"]);
  });

  void test("names a setting that cannot be used", async () => {
    const { failed, output } = await examine({ PORT: "eighty" });
    assert.deepEqual(failed, ["settings"]);
    assert.match(output, /PORT must be/);
  });

  void test("names all settings that cannot be used at once, and the slip of the pen that one is missing by", async () => {
    const { failed, output } = await examine({
      NODE_ENV: "production",
      SECRET_KEYS: "",
      SECRET_KEY: ring,
      SMTP_URL: "mail.example.org",
    });
    assert.deepEqual(failed, ["settings", "settings", "settings"]);
    for (const name of ["PUBLIC_BASE_DOMAIN is", "SECRET_KEYS is", "SMTP_URL"])
      assert.match(output, new RegExp(`${name} `));
    assert.match(output, /SECRET_KEY is no setting/);
  });

  void test("notices a database, a mail server, a scanner and a bucket that do not answer, and prints no password", async () => {
    const port = String(await freePort());
    const s3File = path.join(dataDir, "s3.json");
    await writeFile(
      s3File,
      JSON.stringify({
        endpoint: `http://127.0.0.1:${port}`,
        bucket: "uploads",
        accessKeyId: "key",
        secretAccessKey: "geheim-s3",
      }),
    );
    const { failed, output, errors } = await examine({
      DATABASE_URL: `postgresql://portal:geheim-db@127.0.0.1:${port}/portal`,
      SMTP_URL: `smtp://portal:geheim-mail@127.0.0.1:${port}`,
      CLAMD_URL: `tcp://127.0.0.1:${port}`,
      S3_FILE: s3File,
    });
    assert.deepEqual(failed, ["database", "files", "mail", "malware scanner"]);
    assert.doesNotMatch(output + errors, /geheim/);
  });

  void test("tells a wrong name of the database from nobody who listens", async () => {
    const at = (address: string) => examine({ DATABASE_URL: address });
    const address = new URL(connectionString(database.address));
    address.pathname = "/nowhere";
    assert.match(
      (await at(address.href)).output,
      /Correct the name at the end/,
    );
    const nobody = `postgresql://portal@127.0.0.1:${String(await freePort())}/x`;
    assert.match((await at(nobody)).output, /Nothing listens there/);
  });

  void test("names the setting whose file or folder is not there, and one that is misspelt", async () => {
    const gone = path.join(dataDir, "gone");
    const leaked = await examine({ BREACHED_PASSWORDS_FILE: gone });
    assert.match(leaked.output, /BREACHED_PASSWORDS_FILE cannot be used/);
    assert.deepEqual((await examine({ MAP_TILES_DIR: gone })).failed, ["maps"]);
    const { failed, output } = await examine({ SMTP_ULR: "smtp://mail" });
    assert.deepEqual(failed, []);
    assert.match(output, /SMTP_ULR is no setting/);
  });

  void test("notices keys that are missing, and those that should be replaced", async () => {
    const old = generateKeyRing("2026a");
    const tenantId = newId();
    await openTenantCiphers(database.database, parseKeyRing(old))
      .of(tenantId)
      .encrypt(Buffer.from("an answer"), "row");
    assert.deepEqual((await examine()).failed, ["keys"]);
    const both = await examine({ SECRET_KEYS: `${ring},${old}` });
    assert.equal(both.state("keys"), "warning");
  });

  void test("notices another key under the name of the one that is needed", async () => {
    const other = generateKeyRing("2026a");
    const { failed, output } = await examine({
      SECRET_KEYS: `${ring},${other}`,
    });
    assert.deepEqual(failed, ["keys"]);
    assert.match(output, /another key under the name 2026a/);
  });

  void test("notices a data folder that cannot be written to", async () => {
    const file = path.join(dataDir, "a-file");
    await writeFile(file, "");
    const link = path.join(dataDir, "a-link");
    await symlink(path.join(dataDir, "not-mounted"), link);
    for (const folder of [path.join(file, "data"), path.join(link, "data")]) {
      const { failed } = await examine({ DATA_DIR: folder });
      assert.deepEqual(failed, ["start", "disk"]);
    }
  });

  void test("leaves no data folder behind where there was none", async () => {
    const findings = await examineSurroundings(
      readSettings({ DATA_DIR: path.join(dataDir, "to/be/made") }),
    );
    assert.equal(findings[0]?.state, "ok");
    assert.ok(!existsSync(path.join(dataDir, "to")));
  });

  void test("names all files of settings that cannot be read at once", async () => {
    const gone = path.join(dataDir, "gone");
    const { failed, output } = await examine({
      SMTP_CA_FILE: gone,
      SMS_GATEWAY_FILE: gone,
      SEAL_SERVICE_FILE: gone,
    });
    assert.ok(failed.length >= 3);
    for (const name of [
      "SMTP_CA_FILE",
      "SMS_GATEWAY_FILE",
      "SEAL_SERVICE_FILE",
    ])
      assert.match(output, new RegExp(`${name} cannot be used: ENOENT`));
  });

  void test("notices a database that is newer than the program", async () => {
    const newer = await createTestDatabase();
    try {
      await asOwner(
        newer,
        "insert into migrations.applied (name, checksum, breaking) values ('9999_future.sql', '', true)",
      );
      const { failed } = await examine({
        DATABASE_URL: connectionString(newer.address),
      });
      assert.deepEqual(failed, ["schema"]);
    } finally {
      await newer.close();
    }
  });

  void test("tells people line by line, with what to do", async () => {
    const run = await runCommand(
      { dataDir, variables: { PORT: "eighty" } },
      "doctor",
    );
    assert.equal(run.exitCode, 1);
    assert.match(run.output, /^FAILED {2}settings: PORT must be .*\n +→ /m);
    assert.match(run.errors, /1 of 2 failed: settings/);
  });
});

async function asOwner({ address }: TestDatabase, sql: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(sql);
  await client.end();
}
