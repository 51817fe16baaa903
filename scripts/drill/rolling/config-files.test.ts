import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import {
  haproxyConfig,
  nginxConfig,
  pgbouncerConfig,
  type ProxyInput,
} from "./config-files.ts";

const proxy: ProxyInput = {
  port: 18_080,
  webPorts: [18_082, 18_084],
  statsSocket: path.join(os.tmpdir(), "orh-haproxy-test.sock"),
  tries: "again",
};

describe("the configuration files of the drill", () => {
  test("are those of operators with addresses of this machine", () => {
    const text = haproxyConfig(proxy);
    assert.match(text, /server web1 127\.0\.0\.1:18082 check\n/);
    assert.match(text, /server web2 127\.0\.0\.1:18084 check\n/);
    assert.doesNotMatch(text, /10\.0\.0|ssl crt/);
    assert.match(text, /uri \/readyz/);
    assert.doesNotMatch(
      haproxyConfig({ ...proxy, tries: "once" }),
      /redispatch/,
    );
    const nginx = nginxConfig(proxy, "/tmp/nowhere");
    assert.match(nginx, /server 127\.0\.0\.1:18084 max_fails=1/);
    assert.doesNotMatch(nginx, /10\.0\.0|ssl_|listen 443/);
    const pooler = pgbouncerConfig({ port: 16_432, server: "host=/tmp" });
    assert.match(pooler, /^openrathaus = host=\/tmp$/m);
    assert.match(pooler, /^pool_mode = transaction$/m);
    assert.doesNotMatch(pooler, /_tls_/);
  });

  test("are understood by HAProxy, where it is", async (t) => {
    if (spawnSync("haproxy", ["-v"]).status !== 0) {
      t.skip("haproxy is not on PATH");
      return;
    }
    const folder = await mkdtemp(path.join(os.tmpdir(), "orh-haproxy-"));
    const file = path.join(folder, "haproxy.cfg");
    try {
      for (const tries of ["again", "once"] as const) {
        await writeFile(file, haproxyConfig({ ...proxy, tries }));
        const check = spawnSync("haproxy", ["-c", "-f", file], {
          encoding: "utf8",
        });
        assert.equal(check.status, 0, check.stderr);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
