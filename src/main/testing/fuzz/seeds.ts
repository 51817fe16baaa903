import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const file = path.join(import.meta.dirname, "seeds.json");
const seeds = z.record(z.string(), z.array(z.base64()));

/** What broke a reader once, made small: each run begins with it. */
export function seedsOf(name: string): readonly Buffer[] {
  return (readSeeds()[name] ?? []).map((text) => Buffer.from(text, "base64"));
}

/** Keeps one more. */
export function addSeed(name: string, input: string): void {
  const known = readSeeds();
  const all = new Set([...(known[name] ?? []), input]);
  const next = { ...known, [name]: [...all] };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
}

const readSeeds = () => seeds.parse(JSON.parse(readFileSync(file, "utf8")));
