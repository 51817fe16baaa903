import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { safeName, usualFormats } from "../../modules/delivery/output.ts";
import { createFolderConnector } from "./connector.ts";
import { writePackageOnce } from "./write-package.ts";

const signal = new AbortController().signal;

describe("a package", () => {
  let base: string;
  let directory: string;
  before(async () => {
    base = await mkdtemp(join(tmpdir(), "orh-package-"));
  });
  beforeEach(async () => {
    directory = await mkdtemp(join(base, "d-"));
  });
  after(() => rm(base, { recursive: true }));

  const target = () => ({ directory, formats: usualFormats });
  const visible = async () =>
    (await readdir(directory)).filter((name) => !name.startsWith("."));

  test("holds every file, and a manifest with their hashes", async () => {
    const delivery = sampleDelivery();
    const name = await writePackageOnce(target(), delivery, signal);
    const files = await readdir(join(directory, name), { recursive: true });
    assert.deepEqual(files.toSorted(), [
      "manifest.json",
      "receipt.pdf",
      "submission.json",
      "submission.xml",
      "uploads",
      "uploads/01_Zulassungsbescheinigung_Teil_Ⅰ.pdf",
      "uploads/02_etc_passwd",
      "uploads/03_Foto.jpg",
      "uploads/04_Foto.jpg",
    ]);
    const text = await readFile(join(directory, name, "manifest.json"), "utf8");
    const manifest = JSON.parse(text) as {
      sender: { actingFor: { right: unknown } };
      intake: unknown;
      files: { path: string; sha256: string; originalName?: string }[];
    };
    assert.deepEqual(
      manifest.files.slice(3).map((file) => file.sha256),
      delivery.uploads.map((upload) => upload.sha256),
    );
    assert.equal(manifest.files[4]?.originalName, "../../etc/passwd");
    assert.deepEqual(manifest.intake, delivery.intake);
    assert.deepEqual(
      manifest.sender.actingFor.right,
      delivery.sender?.actingFor?.right,
    );
  });

  test("that the other side has fetched already is not made again", async () => {
    const delivery = sampleDelivery();
    const name = await writePackageOnce(target(), delivery, signal);
    await rename(join(directory, name), join(base, name));
    await writePackageOnce(target(), delivery, signal);
    assert.deepEqual(await visible(), []);
  });

  test("whose upload was changed in storage does not appear", async () => {
    const delivery = sampleDelivery();
    const [upload] = delivery.uploads;
    assert.ok(upload);
    const changed = { ...upload, sha256: "00".repeat(32) };
    await assert.rejects(
      writePackageOnce(target(), { ...delivery, uploads: [changed] }, signal),
    );
    assert.deepEqual(await visible(), []);
  });

  test("appears whole and once when the process is killed at any moment", async () => {
    const script = join(import.meta.dirname, "testing", "write-for-ever.ts");
    const delivered = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const child = spawn(process.execPath, [script, directory], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const output: string[] = [];
      child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
      await once(child.stdout, "data");
      await sleep(3 + round * 4);
      child.kill("SIGKILL");
      await once(child, "close");
      const begun = output.join("").split("\n").filter(Boolean);
      for (const deliveryId of begun) {
        await writePackageOnce(
          target(),
          sampleDelivery({ deliveryId }),
          signal,
        );
        delivered.add(deliveryId);
      }
    }
    const names = await visible();
    assert.equal(names.length, delivered.size);
    for (const name of names)
      assert.equal((await readdir(join(directory, name))).length, 5);
    const rest = (await readdir(directory)).filter((n) => n.startsWith(".tmp"));
    assert.deepEqual(rest, []);
  });

  test("does not leave the tenant's directory, not even by a link", async () => {
    const wall = join(directory, "tenant");
    const outside = join(directory, "outside");
    await mkdir(wall);
    await mkdir(outside);
    await symlink(outside, join(wall, "link"));
    const connector = createFolderConnector({ directoryOfTenant: () => wall });
    const delivery = sampleDelivery();
    const { tenantId } = delivery;
    const options = connector.parseOptions({ tenantId, directory: "link" });
    assert.deepEqual(await connector.deliver(delivery, options, signal), {
      kind: "rejected",
      reason: "directory-not-allowed",
    });
    assert.deepEqual(await readdir(outside), []);
    for (const path of ["..", "/etc", "a/../..", "a//b", ".ssh", "a\0b", ""])
      assert.throws(
        () => connector.parseOptions({ tenantId, directory: path }),
        path,
      );
  });
});

describe("a name of a file", () => {
  for (const [given, expected] of [
    ["Führerschein (Kopie).pdf", "Führerschein_Kopie_.pdf"],
    ["..", "unnamed"],
    ["\u202egnp.exe", "gnp.exe"],
    ["a/b\\c:d.pdf", "a_b_c_d.pdf"],
    ["Mu\u0308ller.pdf", "Müller.pdf"],
    [`${"x".repeat(200)}.jpeg`, `${"x".repeat(75)}.jpeg`],
  ] as const) {
    test(`${JSON.stringify(given).slice(0, 30)} becomes safe`, () => {
      assert.equal(safeName(given), expected);
    });
  }
});
