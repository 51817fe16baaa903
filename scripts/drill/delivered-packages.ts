import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export type DeliveredPackage = {
  readonly reference: string;
  /** What the writer put into the application. */
  readonly key: string;
  /** Every file of the manifest is there with its hash. */
  readonly isWhole: boolean;
};

const manifestSchema = z.object({
  reference: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** What the back office finds in its folder, and what was left half written. */
export async function readDeliveredPackages(folder: string): Promise<{
  readonly packages: readonly DeliveredPackage[];
  readonly leftovers: readonly string[];
}> {
  const names = await readdir(folder);
  const packages: DeliveredPackage[] = [];
  for (const name of names.filter((entry) => !entry.startsWith(".")))
    packages.push(await readPackage(path.join(folder, name)));
  return {
    packages,
    leftovers: names.filter((name) => name.startsWith(".tmp-")),
  };
}

async function readPackage(folder: string): Promise<DeliveredPackage> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")),
  );
  const hashes = await Promise.all(
    manifest.files.map(async (file) => {
      const content = await readFile(path.join(folder, file.path));
      return createHash("sha256").update(content).digest("hex") === file.sha256;
    }),
  ).catch(() => [false]);
  const answers = await readFile(path.join(folder, "submission.json"), "utf8");
  return {
    reference: manifest.reference,
    key: /drill-\w+-\d+/u.exec(answers)?.[0] ?? "",
    isWhole: hashes.every(Boolean),
  };
}
