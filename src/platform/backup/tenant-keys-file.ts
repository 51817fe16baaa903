import { createReadStream } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { decryptWith } from "./age.ts";

/** A data key of an authority, unwrapped. */
export type PlainDataKey = { readonly version: number; readonly key: Buffer };

export const tenantKeysName = "keys.json.age";

const shape = z.array(
  z.object({ version: z.int().min(1), key: z.base64().length(44) }),
);

export function writeKeyText(keys: readonly PlainDataKey[]): string {
  return JSON.stringify(
    keys.map(({ version, key }) => ({ version, key: key.toString("base64") })),
  );
}

/** The data keys of an export. Throws `BackupError` when the identity does not open them. */
export async function readKeys(
  folder: string,
  identity: string,
): Promise<PlainDataKey[]> {
  const stored = createReadStream(join(folder, tenantKeysName));
  const plain = await text(await decryptWith(identity, stored));
  return shape
    .parse(JSON.parse(plain))
    .map(({ version, key }) => ({ version, key: Buffer.from(key, "base64") }));
}
