import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import {
  openServices,
  systemActor,
  type Services,
} from "../../src/main/services.ts";
import {
  startPortal,
  type RunningPortal,
} from "../../src/main/start-portal.ts";
import { freePort } from "../../src/main/testing/free-port.ts";
import { visitorOf, type Visitor } from "../../src/main/testing/visitor.ts";
import { verifyAuditChain } from "../../src/modules/audit/use-cases/verify-audit-chain.ts";
import { readSettings } from "../../src/platform/config/settings.ts";
import { createLogger } from "../../src/platform/logging/logger.ts";
import { connectionString } from "../../src/platform/testing/connection-string.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../src/platform/testing/test-database.ts";
import { grow, type Grown } from "./grow.ts";
import { sowGround } from "./sow-ground.ts";

const size = { tenants: 12, submissions: 60 };
const password = "Demo Leuchtturm 27";

void describe("a generated installation", () => {
  let database: TestDatabase;
  let dataDir: string;
  let services: Services;
  let running: RunningPortal;
  let client: pg.Client;
  let grown: Grown;

  before(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), "orh-grow-"));
    const settings = readSettings({
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      DATABASE_URL: connectionString(database.address),
      PORT: String(await freePort()),
    });
    const logger = createLogger("error", { write: () => undefined });
    services = await openServices({
      settings,
      logger,
      address: database.address,
    });
    grown = await grow(services, await sowGround(services, 4), size);
    running = await startPortal({
      settings,
      logger,
      parts: { web: true, worker: false },
      seedsDemo: false,
    });
    client = new pg.Client(database.address);
    await client.connect();
  });
  after(async () => {
    await client.end();
    await running.stop();
    await services.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const valueOf = async (sql: string): Promise<unknown> => {
    const { rows } = await client.query<{ value: unknown }>(
      `select (${sql}) as value`,
    );
    return rows[0]?.value;
  };
  /** The first that is a copy, and has applications. */
  const copy = () => {
    const town = grown.towns.find(
      ({ number, likeId }) => number > 0 && likeId === grown.towns[0]?.likeId,
    );
    assert.ok(town);
    return town;
  };
  const visitor = async (sql: string): Promise<Visitor> => {
    const label = await valueOf(sql);
    return visitorOf(
      {
        port: running.port,
        baseUrl: (host) => `http://${host}.localhost:${String(running.port)}`,
      },
      String(label),
    );
  };
  const caseworker = async (): Promise<Visitor> => {
    const visiting = await visitor(
      `select host from tenants.authority where id = '${copy().tenantId}'`,
    );
    const { status } = await visiting.visit("/arbeitsplatz/anmelden", {
      fields: { login: "kevin@schwerin.example", password },
    });
    assert.equal(status, 303);
    return visiting;
  };

  void test("has as many authorities, applications and people as asked for", async () => {
    assert.deepEqual(
      [
        await valueOf(
          "select count(*)::int from tenants.authority where host <> ''",
        ),
        await valueOf("select count(*)::int from submissions.submission"),
        await valueOf("select count(*)::int from vorgaenge.vorgang"),
        await valueOf("select count(*)::int from accounts.account"),
        await valueOf(
          `select count(*)::int from submissions.submission where tenant_id = '${grown.towns[0]?.tenantId ?? ""}'`,
        ),
      ],
      [
        size.tenants,
        size.submissions,
        size.submissions,
        size.submissions / 4,
        5,
      ],
    );
  });

  void test("refers to nothing that is not there", async () => {
    const { rows } = await client.query<{ sql: string; name: string }>(
      `select conname as name, format(
         'select count(*)::int from %s one where %s and not exists (select from %s other where %s)',
         conrelid::regclass,
         (select string_agg(format('one.%I is not null', attname), ' and ') from pg_attribute where attrelid = conrelid and attnum = any(conkey)),
         confrelid::regclass,
         (select string_agg(format('one.%I = other.%I', mine.attname, theirs.attname), ' and ')
          from unnest(conkey, confkey) as pair (mine, theirs)
          join pg_attribute mine on mine.attrelid = conrelid and mine.attnum = pair.mine
          join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attnum = pair.theirs)
       ) as sql from pg_constraint where contype = 'f'`,
    );
    assert.ok(rows.length > 50);
    const broken = [];
    for (const { name, sql } of rows)
      if ((await valueOf(sql)) !== 0) broken.push(name);
    assert.deepEqual(broken, []);
  });

  void test("has all its indexes again", async () => {
    const fresh = await createTestDatabase();
    const other = new pg.Client(fresh.address);
    await other.connect();
    const indexes =
      "select schemaname, indexname, indexdef from pg_indexes where schemaname not like 'pg%' order by 1, 2";
    const expected = await other.query(indexes);
    const found = await client.query(indexes);
    await other.end();
    await fresh.close();
    assert.deepEqual(found.rows, expected.rows);
  });

  void test("has audit logs without a gap", async () => {
    for (const { tenantId } of [copy(), ...grown.towns.slice(0, 1)]) {
      const report = await verifyAuditChain(
        services.contextFor({ tenantId, actor: systemActor }),
      );
      assert.equal(report.kind, "intact", JSON.stringify(report));
    }
  });

  void test("lets caseworkers of a copied authority find and open what was sent to it", async () => {
    const visiting = await caseworker();
    const list = await visiting.visit("/arbeitsplatz?stand=all");
    const links = [
      ...list.text.matchAll(
        /href="(\/arbeitsplatz\/vorgaenge\/[0-9a-f-]{36})"/g,
      ),
    ].map(([, path = ""]) => path);
    const opened = [...new Set(links)];
    assert.equal(
      opened.length,
      await valueOf(
        `select count(*)::int from vorgaenge.vorgang where tenant_id = '${copy().tenantId}'`,
      ),
    );
    for (const path of opened) {
      const { status, text } = await visiting.visit(path);
      assert.equal(status, 200, path);
      const reference = await valueOf(
        `select reference from vorgaenge.vorgang where id = '${path.slice(-36)}'`,
      );
      assert.ok(text.includes(String(reference)), path);
      const found = await visiting.visit(
        `/arbeitsplatz?stand=all&suche=${String(reference)}`,
      );
      assert.ok(found.text.includes(path), String(reference));
    }
  });

  void test("lets copied people sign in and see their account", async () => {
    const visiting = await visitor("select 'schwerin'");
    const [, email = ""] = grown.people.at(-1) ?? [];
    assert.match(email, /\.14@/);
    const { status } = await visiting.visit("/anmelden", {
      fields: { email, password },
    });
    const pages = await visiting.visit("/konto/angaben");
    assert.deepEqual([status, pages.status], [303, 200]);
  });
});
