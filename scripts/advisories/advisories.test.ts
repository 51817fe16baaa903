import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";

const root = path.join(import.meta.dirname, "../..");

/** As the registry of npm answers a list of packages with their versions. */
const advisory = (severity: string) => ({
  "is-harmless": [
    {
      id: 1_100_001,
      url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
      title: "is not harmless",
      severity,
      vulnerable_versions: "<1.2.0",
      cwe: ["CWE-79"],
      cvss: { score: 6.1, vectorString: "CVSS:3.1/AV:N" },
    },
  ],
});

/** npm looks up which versions of a package a weakness is in. */
const harmless = {
  name: "is-harmless",
  "dist-tags": { latest: "1.1.0" },
  versions: { "1.1.0": { name: "is-harmless", version: "1.1.0" } },
};

void describe("npm run advisories", () => {
  const answer = { status: 200, body: "{}" };
  const asked: string[] = [];
  const registry = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const body = Buffer.concat(chunks);
      const isPacked = request.headers["content-encoding"] === "gzip";
      asked.push(
        `${request.url ?? ""} ${(isPacked ? gunzipSync(body) : body).toString()}`,
      );
      const isAboutPackage = request.method === "GET";
      response
        .writeHead(isAboutPackage ? 200 : answer.status, {
          "content-type": "application/json",
        })
        .end(isAboutPackage ? JSON.stringify(harmless) : answer.body);
    });
  });
  let folder = "";
  const accepted = (name = "accepted.json") => path.join(folder, name);
  before(async () => {
    registry.listen(0, "127.0.0.1");
    await once(registry, "listening");
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-advisories-"));
    const own = { name: "own", version: "1.0.0" };
    const dependencies = { "is-harmless": "1.1.0" };
    await writeFile(
      path.join(folder, "package.json"),
      JSON.stringify({ ...own, dependencies }),
    );
    await writeFile(
      path.join(folder, "package-lock.json"),
      JSON.stringify({
        ...own,
        lockfileVersion: 3,
        packages: {
          "": { ...own, dependencies },
          "node_modules/is-harmless": { version: "1.1.0" },
        },
      }),
    );
    await writeFile(accepted(), "[]");
  });
  after(async () => {
    registry.closeAllConnections();
    registry.close();
    await rm(folder, { recursive: true });
  });

  const ask = async (
    status: number,
    body: unknown,
    list = accepted(),
  ): Promise<{ readonly code: unknown; readonly said: string }> => {
    Object.assign(answer, { status, body: JSON.stringify(body) });
    asked.length = 0;
    const address = registry.address();
    assert.ok(address !== null && typeof address === "object");
    const words = [
      ...["bin/node24.mjs", "scripts/advisories.ts"],
      ...["--folder", folder, "--accepted", list],
    ];
    const env = {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${String(address.port)}/`,
      // npm keeps what it heard of a weakness.
      npm_config_cache: await mkdtemp(path.join(folder, "cache-")),
      npm_config_fetch_retries: "0",
      npm_config_audit: "true",
      npm_config_userconfig: path.join(folder, "none"),
    };
    const { promise, resolve } = Promise.withResolvers<{
      readonly code: unknown;
      readonly said: string;
    }>();
    execFile(process.execPath, words, { cwd: root, env }, (error, said) => {
      resolve({ code: error?.code ?? 0, said });
    });
    return promise;
  };

  void test("is green when npm and the registry know of nothing", async () => {
    const { code, said } = await ask(200, {});
    assert.match(
      asked.join("\n"),
      /advisories\/bulk \{"is-harmless":\["1\.1\.0"\]/,
    );
    assert.equal(code, 0, said);
    assert.match(said, /0 known/);
  });

  void test("is red from moderate on, and names package, weakness and where to read of it", async () => {
    const { code, said } = await ask(200, advisory("moderate"));
    assert.equal(code, 1, said);
    assert.match(said, /is-harmless <1\.2\.0: is not harmless .*GHSA-aaaa/);
    assert.equal((await ask(200, advisory("low"))).code, 0);
  });

  void test("lets one stay that somebody looked at, until its day", async () => {
    const why = "the part with it is not reached from here";
    const one = { advisory: "GHSA-aaaa-bbbb-cccc", why };
    await writeFile(
      accepted("stays.json"),
      JSON.stringify([{ ...one, until: "2999-01-01" }]),
    );
    await writeFile(
      accepted("over.json"),
      JSON.stringify([{ ...one, until: "2020-01-01" }]),
    );
    const stays = await ask(200, advisory("critical"), accepted("stays.json"));
    assert.equal(stays.code, 0, stays.said);
    assert.ok(stays.said.includes(why));
    const over = await ask(200, advisory("critical"), accepted("over.json"));
    assert.equal(over.code, 1, over.said);
  });

  void test("is neither green nor red when the registry offers no advisories", async () => {
    for (const status of [405, 404]) {
      const { code, said } = await ask(status, { error: "not here" });
      assert.equal(code, 2, said);
      assert.match(said, /nothing is known/);
    }
  });
});
