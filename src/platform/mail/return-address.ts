import { timingSafeEqual } from "node:crypto";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";

/** Of the keyed hash; guessing one of 2^80 for a mail that is out is hopeless. */
const proofBytes = 10;
const shape = /^b-([0-9a-f]{32})([0-9a-f]{20})$/;

/**
 * Where a mail comes back to: an address of its own for each, so that a report names the mail whatever it looks like inside. Who has not got
 * the mail cannot make one up. Hex digits, because some servers change capitals.
 * @see RFC 3461 and RFC 3464, and VERP
 */
export async function returnAddress(
  cipher: TenantCipher,
  {
    messageId,
    domain,
  }: { readonly messageId: string; readonly domain: string },
): Promise<string> {
  const proof = await proofOf(cipher, messageId);
  return `b-${messageId.replaceAll("-", "")}${proof.toString("hex")}@${domain}`;
}

/** The mail that a return address says it belongs to; nothing is proven yet. */
export function claimedMessage(
  address: string,
): { readonly messageId: string; readonly proof: Buffer } | undefined {
  const local = address
    .trim()
    .toLowerCase()
    .replace(/^<?([^@>]*).*$/s, "$1");
  const [, id, proof] = shape.exec(local) ?? [];
  if (id === undefined || proof === undefined) return undefined;
  return {
    messageId: id.replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
      "$1-$2-$3-$4-$5",
    ),
    proof: Buffer.from(proof, "hex"),
  };
}

/** Whether we made this return address. */
export async function isProven(
  cipher: TenantCipher,
  { messageId, proof }: { readonly messageId: string; readonly proof: Buffer },
): Promise<boolean> {
  return timingSafeEqual(await proofOf(cipher, messageId), proof);
}

async function proofOf(
  cipher: TenantCipher,
  messageId: string,
): Promise<Buffer> {
  const hash = await cipher.fingerprint(messageId, "mail.return-address");
  return hash.subarray(0, proofBytes);
}
