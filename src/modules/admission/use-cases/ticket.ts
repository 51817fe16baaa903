import { timingSafeEqual } from "node:crypto";
import type { TenantCipher } from "../../../platform/crypto/tenant-cipher.ts";

const shape = /^(?<number>[1-9]\d{0,14})\.(?<mac>[\w-]{43})$/;

/** A number in the queue before a Leistung, so that nobody can write one: bound to tenant and Leistung by the tenant's key. */
export async function writeTicket(
  cipher: TenantCipher,
  leistungSlug: string,
  number: number,
): Promise<string> {
  const mac = await macOf(cipher, leistungSlug, number);
  return `${String(number)}.${mac.toString("base64url")}`;
}

/** The number of a ticket; undefined for what this portal has not written. */
export async function readTicket(
  cipher: TenantCipher,
  leistungSlug: string,
  ticket: string | undefined,
): Promise<number | undefined> {
  const groups = shape.exec(ticket ?? "")?.groups;
  if (!groups) return undefined;
  const number = Number(groups["number"]);
  const expected = await macOf(cipher, leistungSlug, number);
  const given = Buffer.from(groups["mac"] ?? "", "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? number
    : undefined;
}

function macOf(
  cipher: TenantCipher,
  leistungSlug: string,
  number: number,
): Promise<Buffer> {
  return cipher.fingerprint(
    `${leistungSlug}/${String(number)}`,
    "admission-ticket",
  );
}
