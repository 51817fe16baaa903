import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import type { Manifest } from "../platform/backup/manifest.ts";
import { migrate } from "../platform/database/migrate.ts";
import { connectionString } from "../platform/testing/connection-string.ts";
import type { DatabaseTemplate } from "../platform/testing/test-server.ts";
import { newId } from "../platform/values/id.ts";
import { apply, xaveria } from "./testing/applicant.ts";
import {
  startInstallation,
  withInstallation,
} from "./testing/other-installation.ts";
import {
  runCommand,
  runCommandBeside,
  type CommandInput,
} from "./testing/run-command.ts";
import { openAsOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";
import { findLastBackup } from "./installation-facts.ts";
import { migrationsFolder } from "./migrations-folder.ts";

/** A database without any table, as a server gives it to somebody new. */
const bare: DatabaseTemplate = {
  name: "openrathaus_bare",
  fill: () => Promise.resolve(),
};

/** A database as an installation had it that was last updated some time ago. */
const lastOfOld = "0080_audit_search.sql";
const older: DatabaseTemplate = {
  name: "openrathaus_older",
  fill: async (address) => {
    await migrate(address, migrationsFolder, { last: lastOfOld });
  },
};

void describe("back-up and restore", () => {
  let folder: string;
  let portal: TestPortal;
  let reference: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "orh-backup-"));
    portal = await startTestPortal({ worker: false });
    const visitor = visitorOf(portal, "schwerin");
    ({ reference } = await apply(visitor, "bewohnerparkausweis"));
  });
  after(async () => {
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  });

  const backup = async (target: string, ...words: readonly string[]) => {
    const run = await runCommandBeside(
      portal,
      "backup",
      "create",
      target,
      ...words,
    );
    assert.equal(run.exitCode, 0, run.errors);
    return newestIn(target);
  };

  void test("an installation comes back whole: rows, uploads, keys, audit log and receipts", async () => {
    const first = await backup(path.join(folder, "plain"));
    await withInstallation(bare, async (input) => {
      await copyKeys(portal, input);
      const run = await runCommand(input, "backup", "restore", first);
      assert.equal(run.exitCode, 0, run.errors);
      const audit = await runCommand(
        input,
        "audit",
        "verify",
        "--portal",
        "schwerin",
      );
      assert.match(audit.output, /intact/, audit.errors);
      await runCommand(input, "backup", "create", path.join(folder, "again"));
      assert.deepEqual(
        await contentOf(await newestIn(path.join(folder, "again"))),
        await contentOf(first),
      );
      assert.ok(await confirmsReceipt(input, reference));
    });
  });

  void test("reads the data keys last: they open all files it holds, those wrapped anew meanwhile, too", async () => {
    const made = await backup(path.join(folder, "order"));
    const names = (await manifestOf(made)).tables.map((table) => table.path);
    assert.match(names.at(-1) ?? "", /crypto\.tenant_key/u);
    assert.equal(new Set(names).size, names.length);
  });

  void test("an encrypted one shows nothing and opens only with its key", async () => {
    const { output: pair } = await runCommandBeside(portal, "backup", "key");
    const identity = path.join(folder, "backup.key");
    await writeFile(identity, pair);
    const recipient = /age1\w+/.exec(pair)?.[0] ?? assert.fail();
    const made = await backup(
      path.join(folder, "sealed"),
      "--recipient",
      recipient,
    );
    for (const table of (await manifestOf(made)).tables)
      assert.match(
        (await readFile(path.join(made, table.path))).toString("latin1", 0, 21),
        /^age-encryption\.org\/v1/,
      );
    await withInstallation(bare, async (input) => {
      await copyKeys(portal, input);
      const restore = (...words: readonly string[]) =>
        runCommand(input, "backup", "restore", made, ...words);
      assert.match((await restore()).errors, /The back-up is encrypted/);
      const other = path.join(folder, "other.key");
      await writeFile(other, (await runCommand(input, "backup", "key")).output);
      assert.match(
        (await restore("--identity", other)).errors,
        /does not open this back-up/,
      );
      const run = await restore("--identity", identity);
      assert.equal(run.exitCode, 0, run.errors);
    });
  });

  void test("is made by a login that can read everything and change nothing but when it was made", async () => {
    const { databaseAddress } = portal;
    const login = `orh_backup_${newId().slice(-12)}`;
    const owner = openAsOwner(databaseAddress);
    try {
      await owner.query(`create role ${login} login bypassrls`);
      await owner.query(`grant pg_read_all_data to ${login}`);
      await owner.query(
        `grant insert, update on installation.fact to ${login}`,
      );
      const began = Date.now();
      const { exitCode, errors } = await runCommand(
        {
          dataDir: portal.services.settings.dataDir,
          variables: {
            DATABASE_URL: connectionString({ ...databaseAddress, user: login }),
          },
        },
        ...["backup", "create", path.join(folder, "reader")],
      );
      assert.equal(exitCode, 0, errors);
      assert.equal(errors, "");
      const made = await portal.services.database.unscoped(findLastBackup);
      assert.ok(Number(made) >= began);
    } finally {
      await owner.query(`drop owned by ${login}`);
      await owner.query(`drop role ${login}`);
      await owner.close();
    }
  });

  void test("for somebody who is no recipient is refused before anything is written", async () => {
    const target = path.join(folder, "nobody");
    const { exitCode, errors } = await runCommandBeside(
      portal,
      "backup",
      "create",
      target,
      "--recipient",
      "age1nobody",
    );
    assert.equal(exitCode, 1);
    assert.match(errors, /^"age1nobody" is no public age key\. .+\n?$/);
    assert.ok(!existsSync(target));
  });

  void test("one changed byte anywhere in it is noticed", async () => {
    const made = await backup(path.join(folder, "damaged"));
    const files = (
      await readdir(made, { recursive: true, withFileTypes: true })
    ).filter((entry) => entry.isFile());
    const verify = () => runCommandBeside(portal, "backup", "verify", made);
    assert.equal((await verify()).exitCode, 0);
    const oneOfEach = [
      "manifest.json",
      "files.jsonl",
      "submissions.submission.copy.gz",
      files.find((entry) => entry.parentPath.includes("/files/"))?.name,
    ];
    for (const name of oneOfEach) {
      const found = files.find((entry) => entry.name === name) ?? assert.fail();
      const file = path.join(found.parentPath, found.name);
      const content = await readFile(file);
      const at = Math.floor(content.length / 2);
      const changed = Buffer.from(content);
      changed[at] = (content[at] ?? 0) ^ 1;
      await writeFile(file, changed);
      assert.equal((await verify()).exitCode, 1, found.name);
      await writeFile(file, content);
    }
    assert.equal((await verify()).exitCode, 0);
  });

  void test("a later one links the uploads the earlier one holds, and only so many are kept", async () => {
    const target = path.join(folder, "kept");
    const first = await backup(target);
    const stored = async (made: string) => {
      const [line] = await fileLines(made);
      return stat(path.join(made, "files", line?.path ?? assert.fail()));
    };
    const { ino } = await stored(first);
    await until(new Date(Date.now() + 1000));
    const second = await backup(target, "--keep", "1");
    assert.deepEqual(await readdir(target), [path.basename(second)]);
    assert.equal((await stored(second)).ino, ino);
    const noted = await portal.services.database.unscoped(findLastBackup);
    assert.equal(
      `${(noted?.toISOString() ?? "").slice(0, 19).replaceAll(":", "-")}Z`,
      path.basename(second),
      "the operator's page tells when",
    );
    const verified = await runCommandBeside(portal, "backup", "verify", second);
    assert.equal(verified.exitCode, 0, verified.errors);
  });

  void test("nothing is brought into an installation that holds something, and nothing without the keys", async () => {
    const made = await backup(path.join(folder, "refused"));
    const full = await runCommandBeside(portal, "backup", "restore", made);
    assert.match(full.errors, /holds data already/);
    await withInstallation(bare, async (input, database) => {
      const run = await runCommand(input, "backup", "restore", made);
      assert.match(run.errors, /not in SECRET_KEYS: generated-/);
      const owner = openAsOwner(database.address);
      assert.deepEqual(
        await owner.query("select from pg_namespace where nspname = 'tenants'"),
        [],
      );
      await owner.close();
    });
  });

  void test("one of an older program is brought to the newest schema", async () => {
    const target = path.join(folder, "older");
    await withInstallation(older, async (input, database) => {
      const owner = openAsOwner(database.address);
      await owner.query(
        "insert into jobs.job (tenant_id, name, payload) select gen_random_uuid(), 'old', '{}'",
      );
      await owner.close();
      const run = await runCommand(input, "backup", "create", target);
      assert.equal(run.exitCode, 0, run.errors);
    });
    const made = await newestIn(target);
    assert.equal((await manifestOf(made)).migrations.at(-1), lastOfOld);
    await withInstallation(bare, async (input) => {
      const run = await runCommand(input, "backup", "restore", made);
      assert.equal(run.exitCode, 0, run.errors);
      const migrated = await runCommand(input, "migrate");
      assert.match(migrated.output, / 0 of them new/);
    });
  });

  void test("in production the tables are encrypted unless somebody says otherwise", async () => {
    await withInstallation(bare, async (input) => {
      const variables = {
        ...input.variables,
        NODE_ENV: "production",
        PUBLIC_BASE_DOMAIN: "portal.example",
        SECRET_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      };
      const run = await runCommand(
        { ...input, variables },
        "backup",
        "create",
        path.join(folder, "production"),
      );
      assert.match(run.errors, /a back-up is encrypted/);
    });
  });
});

/** What an operator keeps apart from the back-ups. */
async function copyKeys(
  portal: TestPortal,
  { dataDir }: CommandInput,
): Promise<void> {
  const { dataDir: from } = portal.services.settings;
  await cp(path.join(from, "secret-keys"), path.join(dataDir, "secret-keys"));
}

async function confirmsReceipt(
  input: CommandInput,
  reference: string,
): Promise<boolean> {
  const { portal, stop } = await startInstallation(input);
  const { text } = await visitorOf(portal, "schwerin").visit(
    `/quittung/${reference}`,
  );
  await stop();
  return text.includes(reference) && !text.includes(xaveria.familienname);
}

async function newestIn(target: string): Promise<string> {
  const names = (await readdir(target)).sort();
  return path.join(target, names.at(-1) ?? assert.fail(`${target} is empty`));
}

async function manifestOf(made: string): Promise<Manifest> {
  const text = await readFile(path.join(made, "manifest.json"), "utf8");
  return JSON.parse(text) as Manifest;
}

/** Rows of all tables without their order, and hashes of the uploads. */
async function contentOf(made: string) {
  const { tables } = await manifestOf(made);
  const rows = new Map<string, string[]>();
  for (const table of tables) {
    const zipped = await readFile(path.join(made, table.path));
    rows.set(table.path, gunzipSync(zipped).toString().split("\n").sort());
  }
  return { rows, files: await fileLines(made) };
}

async function fileLines(made: string): Promise<{ path: string }[]> {
  const text = await readFile(path.join(made, "files.jsonl"), "utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.sort().map((line) => JSON.parse(line) as { path: string });
}

async function until(moment: Date): Promise<void> {
  while (Date.now() < moment.getTime())
    await new Promise((resolve) => setTimeout(resolve, 50));
}
