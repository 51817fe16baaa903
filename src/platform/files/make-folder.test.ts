import assert from "node:assert/strict";
import {
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { makeFolder } from "./make-folder.ts";

describe("a folder that is to be there", () => {
  const root = mkdtempSync(path.join(tmpdir(), "orh-folder-"));
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test("is made with those above, for its owner only; again changes nothing", () => {
    const folder = path.join(root, "a/b/c");
    assert.equal(makeFolder(folder), path.join(root, "a"));
    assert.equal(makeFolder(folder), undefined);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(path.dirname(folder)).mode & 0o777, 0o700);
  });

  test("behind a link to nothing, or where nobody can make one, is refused at once", () => {
    const link = path.join(root, "link");
    symlinkSync(path.join(root, "not-mounted"), link);
    assert.throws(() => {
      makeFolder(path.join(link, "data"));
    });
    assert.throws(() => {
      makeFolder(link);
    });
    assert.ok(!existsSync(path.join(root, "not-mounted")));
    if (process.platform !== "linux") return;
    assert.throws(() => {
      makeFolder("/proc/nowhere/data");
    }, /ENOENT/);
  });

  test("with a file in its way is refused", () => {
    const file = path.join(root, "file");
    writeFileSync(file, "");
    assert.throws(() => {
      makeFolder(path.join(file, "data"));
    }, /ENOTDIR/);
    assert.throws(() => {
      makeFolder(file);
    }, /EEXIST/);
  });
});
