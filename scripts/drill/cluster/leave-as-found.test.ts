import assert from "node:assert/strict";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { clearing, rememberKernel, takeLogs } from "./leave-as-found.ts";

describe("the machine after the drill on a cluster", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-left-test-"));
  });
  after(() => rm(folder, { recursive: true }));

  test("has the rules of Kubernetes no more, and its own still", () => {
    const listed = [
      "-P INPUT ACCEPT",
      "-N KUBE-FIREWALL",
      "-N KUBE-MARK-DROP",
      "-N OURS",
      "-A INPUT -j KUBE-FIREWALL",
      "-A INPUT -j OURS",
      "-A KUBE-FIREWALL -j KUBE-MARK-DROP",
      "-A OURS -p tcp -j ACCEPT",
    ];
    assert.deepEqual(
      clearing(listed.join("\n")).map((args) => args.join(" ")),
      [
        "-D INPUT -j KUBE-FIREWALL",
        "-F KUBE-FIREWALL",
        "-F KUBE-MARK-DROP",
        "-X KUBE-FIREWALL",
        "-X KUBE-MARK-DROP",
      ],
    );
    assert.deepEqual(clearing(""), []);
  });

  test("has its settings of the kernel again, also where one is missing", async () => {
    const kernel = path.join(folder, "sys");
    await mkdir(path.join(kernel, "vm"), { recursive: true });
    const file = path.join(kernel, "vm/overcommit_memory");
    await writeFile(file, "0\n");
    const restore = rememberKernel(kernel, ["vm/overcommit_memory", "vm/none"]);
    await writeFile(file, "1\n");
    restore();
    assert.equal(await readFile(file, "utf8"), "0\n");
  });

  test("keeps what other pods said, and hands over what ours did", async () => {
    const logs = path.join(folder, "logs");
    const links = path.join(folder, "links");
    const own = path.join(folder, "own");
    await mkdir(links, { recursive: true });
    for (const name of ["openrathaus_web_1", "other_web_1"]) {
      await mkdir(path.join(logs, name), { recursive: true });
      await writeFile(path.join(logs, name, "0.log"), name);
    }
    const from = path.join(logs, "openrathaus_web_1/0.log");
    await symlink(from, path.join(links, "web_openrathaus_web-1.log"));
    await symlink(from, path.join(links, "web_other_web-1.log"));
    await takeLogs(own, { logs, links });
    assert.deepEqual(await readdir(logs), ["other_web_1"]);
    assert.deepEqual(await readdir(links), ["web_other_web-1.log"]);
    const taken = path.join(own, "pods/openrathaus_web_1/0.log");
    assert.equal(await readFile(taken, "utf8"), "openrathaus_web_1");
    await takeLogs(own, { logs: path.join(folder, "none"), links });
  });
});
