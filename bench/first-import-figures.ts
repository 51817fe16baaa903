import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  sampleCodeList,
  sampleSchema,
} from "../src/modules/forms/testing/sample-schema.ts";

const program = fileURLToPath(new URL("first-import.ts", import.meta.url));

/** Processor time (of the thread that reads) of reading a form, or one with a list of this many codes, in a process that has read none before. */
export function firstImportMs(schemaPath: string): number | undefined {
  return existsSync(schemaPath) ? readFirst([schemaPath]) : undefined;
}

export function manyCodesMs(count: number): number {
  const folder = mkdtempSync(join(tmpdir(), "orh-codes-"));
  const schema = join(folder, "schema.xml");
  const list = join(folder, "list.xml");
  const codes = Array.from(
    { length: count },
    (_, index) => `c${String(index)}`,
  );
  writeFileSync(schema, sampleSchema());
  writeFileSync(list, sampleCodeList(["rot", "blau", ...codes]));
  const spent = readFirst([schema, list]);
  rmSync(folder, { recursive: true });
  return spent;
}

function readFirst(paths: readonly string[]): number {
  const printed = execFileSync(process.execPath, [program, ...paths]);
  return Number(printed.toString());
}
