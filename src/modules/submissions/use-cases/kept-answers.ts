import type { Context } from "../../../platform/context/context.ts";
import type { LeftoverAnswer } from "../../forms/index.ts";

/** What the answers of an older version are encrypted for. */
export const keptPurpose = (draftId: string) => `draft-kept/${draftId}`;

export function writeKept(
  context: Context,
  kept: readonly LeftoverAnswer[],
  purpose: string,
): Promise<Buffer> {
  return context.cipher.encrypt(Buffer.from(JSON.stringify(kept)), purpose);
}

/** None where nothing was left over. Throws when it was tampered with. */
export async function readKept(
  context: Context,
  stored: Buffer | null,
  purpose: string,
): Promise<readonly LeftoverAnswer[]> {
  if (!stored) return [];
  const plain = await context.cipher.decrypt(stored, purpose);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by writeKept and authenticated by the cipher
  return JSON.parse(plain.toString("utf8")) as LeftoverAnswer[];
}
