import assert from "node:assert/strict";
import { test } from "node:test";
import { listParts } from "../scripts/sbom.ts";
import { readText } from "./source-text.ts";

type Locked = {
  readonly version: string;
  readonly name?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
};

test("the list of parts names every package that is shipped, with its licence, and is the same each time", () => {
  const parts = listParts();
  const { packages } = JSON.parse(readText("package-lock.json")) as {
    packages: Record<string, Locked>;
  };
  const shipped = Object.entries(packages)
    .filter(([place, { dev }]) => place !== "" && dev !== true)
    .map(([place, { name, version }]) => {
      const called = name ?? place.split("node_modules/").at(-1) ?? "";
      return `${called}@${version}`;
    });
  const listed = new Set(parts.components.map((it) => it["bom-ref"]));
  assert.ok(shipped.length > 100);
  assert.deepEqual(
    shipped.filter((reference) => !listed.has(reference)),
    [],
  );

  assert.equal(parts.bomFormat, "CycloneDX");
  assert.match(
    parts.serialNumber,
    /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  );
  for (const { purl, licenses, name } of parts.components) {
    assert.match(purl, /^pkg:npm\/.+@.+$/);
    assert.ok(licenses.length > 0, `${name} has no licence`);
  }
  const known = new Set([...shipped, parts.metadata.component["bom-ref"]]);
  for (const { ref, dependsOn } of parts.dependencies)
    assert.deepEqual(
      [ref, ...dependsOn].filter((reference) => !known.has(reference)),
      [],
    );
  assert.deepEqual(listParts(), parts);
});
