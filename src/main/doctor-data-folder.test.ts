import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { readSettings } from "../platform/config/settings.ts";

const isRoot = process.geteuid?.() === 0;
const nobody = 65_534;
const program = path.join(import.meta.dirname, "doctor/examine-data-folder.ts");

/** Where the sources lie in a folder of root's own, another user cannot run them. */
const canRun = (file: string): boolean =>
  file === path.dirname(file) ||
  ((statSync(file).mode & 0o005) !== 0 && canRun(path.dirname(file)));

const options = {
  skip: isRoot && !canRun(program) && "only root can read the sources",
};

void describe("the doctor, about who may use the data folder", options, () => {
  let dataDir: string;
  before(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "orh-owner-"));
    await mkdir(path.join(dataDir, "uploads/tenant"), { recursive: true });
    await writeFile(path.join(dataDir, "secret-keys"), "");
    if (isRoot)
      for (const name of ["", "uploads", "uploads/tenant", "secret-keys"])
        await chown(path.join(dataDir, name), nobody, nobody);
  });
  after(() => rm(dataDir, { recursive: true, force: true }));

  /** By a user who is not root, for whom nothing is barred. */
  const examine = () => {
    const settings = readSettings({ DATA_DIR: dataDir });
    const script = `
      const { examineDataFolder } = await import(${JSON.stringify(program)});
      console.log(JSON.stringify(examineDataFolder(${JSON.stringify({ dataDir: settings.dataDir })})));`;
    const output = execFileSync(
      process.execPath,
      ["--input-type=module", "-e", script],
      { encoding: "utf8", ...(isRoot && { uid: nobody, gid: nobody }) },
    );
    return JSON.stringify(JSON.parse(output));
  };

  void test("finds nothing wrong where all is the user's", () => {
    assert.match(examine(), /"state":"ok"/);
  });

  void test("names what this user may not write to, two levels deep", async () => {
    const barred = path.join(dataDir, "uploads/tenant");
    await chmod(barred, 0o500);
    const found = examine();
    await chmod(barred, 0o700);
    assert.match(found, /"state":"failed"/);
    assert.match(found, /may not read and write in [^:]*: uploads\/tenant"/);
    assert.match(found, /chown -R/);
  });
});
