import { isIPv6 } from "node:net";

/**
 * The address that limits count by: a visitor with IPv6 has a whole /64 network and could come from another address each time.
 * IPv4 stays as it is, also where it is written as IPv6. @see RFC 6177, RFC 4291 section 2.5.5.2
 */
export function clientNetwork(address: string | undefined): string {
  // Who has gone already has no address any more.
  if (address === undefined) return "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ""] = address.split("%", 1);
  if (!isIPv6(bare)) return address;
  const [before = "", after] = bare.split("::");
  const first = before === "" ? [] : before.split(":");
  const last = after ? after.split(":") : [];
  const gap = after === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(gap).fill("0"), ...last];
  const network = groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
