import { createHash } from "node:crypto";

/**
 * The same id for the same name of the same tenant, so that seeding twice changes nothing.
 * @see RFC 9562 section 5.5 (UUIDv5, the tenant's id as namespace)
 */
export function demoIdOf(tenantId: string, name: string): string {
  const digest = createHash("sha1")
    .update(Buffer.from(tenantId.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
