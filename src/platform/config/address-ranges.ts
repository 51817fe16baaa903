import { isIP } from "node:net";

/**
 * Production stands behind a proxy that ends TLS, nearly always on the same machine or network. Without this every visitor
 * would count as one client, and one person's wrong guesses would lock out all.
 */
export const privateNetworks: readonly string[] = [
  "127.0.0.0/8",
  "::1",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "fc00::/7",
];

/** `10.0.0.5`, `10.0.0.0/8`, `fd00::/8` */
export function isAddressOrRange(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  const most = family === 4 ? 32 : 128;
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most;
}
