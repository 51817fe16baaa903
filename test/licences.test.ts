import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "./source-text.ts";

// Permissive, or EUPL itself: may be shipped with a work under EUPL-1.2.
const mayBeShipped = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "PostgreSQL",
  "Unlicense",
];

/** Named in the package's Readme or licence file, or in the manifest's old form `licenses`. */
const namedElsewhere: Readonly<Record<string, string>> = {
  "node_modules/buildcheck": "MIT",
  "node_modules/combine-errors": "MIT",
  "node_modules/cpu-features": "MIT",
  "node_modules/ssh2": "MIT",
};

test("every package that is shipped has a licence that allows it", () => {
  const { packages } = JSON.parse(readText("package-lock.json")) as {
    packages: Record<string, { license?: string; dev?: boolean }>;
  };
  const refused = Object.entries(packages)
    .filter(([name, { dev }]) => name !== "" && dev !== true)
    .filter(
      ([name, { license = namedElsewhere[name] ?? "none" }]) =>
        !mayBeShipped.includes(license),
    )
    .map(([name, { license }]) => `${name}: ${license ?? "no licence"}`);
  assert.deepEqual(refused, []);
});

test("every version in package.json is exact", () => {
  const manifest = JSON.parse(readText("package.json")) as Record<
    "dependencies" | "devDependencies" | "optionalDependencies",
    Record<string, string>
  >;
  const loose = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).filter(
    ([, version]) =>
      !/^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  );
  assert.deepEqual(loose, []);
});
