import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { plantedLintFaults } from "./planted-lint-faults.ts";
import { root } from "./source-text.ts";

type Report = {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly filename: string;
  }[];
};

const project = mkdtempSync(path.join(tmpdir(), "lint-"));
const folder = "src/modules/alpha/domain";
after(() => {
  rmSync(project, { recursive: true });
});

test("the lint finds every fault that is planted, and an exception that excepts nothing", () => {
  for (const part of ["oxlint.config.ts", "tsconfig.json", "scripts/lint"])
    cpSync(path.join(root, part), path.join(project, part), {
      recursive: true,
    });
  symlinkSync(
    path.join(root, "node_modules"),
    path.join(project, "node_modules"),
  );
  write("package.json", `{ "type": "module" }`);
  for (const [rule, content] of Object.entries(plantedLintFaults))
    write(`${folder}/${rule}.ts`, content);
  const exception = ["eslint", "disable-next-line"].join("-");
  write(
    `${folder}/exception.ts`,
    `// ${exception} no-console -- none\nexport const a = 1;`,
  );

  const found = lint();
  const missed = Object.keys(plantedLintFaults).filter(
    (rule) =>
      !found.some(
        ({ code, filename }) =>
          path.basename(filename) === `${rule}.ts` &&
          code?.endsWith(`(${rule})`) === true,
      ),
  );
  assert.deepEqual(missed, []);
  assert.ok(
    found.some(
      ({ message, filename }) =>
        filename.endsWith("exception.ts") && message.startsWith("Unused"),
    ),
  );
});

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), content);
}

function lint(): Report["diagnostics"] {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/oxlint/bin/oxlint"), "--format=json"],
    { cwd: project, encoding: "utf8" },
  );
  return (JSON.parse(stdout) as Report).diagnostics;
}
