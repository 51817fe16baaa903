import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { GrowthSize } from "./grow.ts";

/** A database of this size, and what it took to fill it. */
export type Made = {
  readonly size: GrowthSize;
  readonly rows: number;
  readonly seconds: number;
};

export type MadeSizes = { readonly small: Made; readonly large: Made };

const fileName = "growth.json";

const made = z.object({
  size: z.object({ tenants: z.number(), submissions: z.number() }),
  rows: z.number(),
  seconds: z.number(),
});

/** What an earlier run left in the folder; undefined when it is empty. Refuses other sizes and what was not made to its end. */
export async function readKept(
  folder: string,
  sizes: { readonly small: GrowthSize; readonly large: GrowthSize },
): Promise<MadeSizes | undefined> {
  await mkdir(folder, { recursive: true });
  const files = await readdir(folder);
  if (files.length === 0) return undefined;
  if (!files.includes(fileName))
    throw new Error(
      `bench: ${folder} holds something else, or an installation that was not made to its end`,
    );
  const kept = z
    .object({ small: made, large: made })
    .parse(JSON.parse(await readFile(join(folder, fileName), "utf8")));
  for (const which of ["small", "large"] as const)
    if (nameOf(kept[which].size) !== nameOf(sizes[which]))
      throw new Error(
        `bench: ${folder} holds ${nameOf(kept[which].size)}, not ${nameOf(sizes[which])}`,
      );
  return kept;
}

function nameOf({ tenants, submissions }: GrowthSize): string {
  return `${String(tenants)} authorities with ${String(submissions)} applications`;
}

export async function writeKept(
  folder: string,
  sizes: MadeSizes,
): Promise<void> {
  await writeFile(join(folder, fileName), JSON.stringify(sizes));
}
