import { BlockList, isIP } from "node:net";

/**
 * What is not the public internet, by what it is. Ranges of IPv6 that carry an IPv4 address inside (mapped, NAT64, 6to4,
 * Teredo) are refused as a whole: no public service is reached by them only.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
const privateRanges = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "fc00::/7",
];
const thisMachineRanges = ["127.0.0.0/8", "::1/128"];
/** Link-local holds the metadata services of clouds (169.254.169.254, fd00:ec2::254 is private). */
const neverRanges = [
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

/** `private`: an authority's own network. `this-machine`: loopback. `special`: link-local, multicast, reserved and carried addresses. */
export type AddressKind = "public" | "private" | "this-machine" | "special";

/** What an address of IPv4 or IPv6 belongs to. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) counts as what it stands for. */
export function kindOfAddress(address: string): AddressKind {
  if (isIP(address) === 0) return "special";
  if (holds(thisMachine, address)) return "this-machine";
  if (holds(inside, address)) return "private";
  return holds(never, address) ? "special" : "public";
}

/** Ranges such as `10.0.0.0/8`, `fd00::/8` or single addresses. */
export function rangesOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    const all = family === "ipv4" ? 32 : 128;
    list.addSubnet(address, bits === undefined ? all : Number(bits), family);
  }
  return list;
}

export function holds(list: BlockList, address: string): boolean {
  const plain = address.split("%")[0] ?? "";
  return list.check(plain, isIP(plain) === 4 ? "ipv4" : "ipv6");
}

const inside = rangesOf(privateRanges);
const thisMachine = rangesOf(thisMachineRanges);
const never = rangesOf(neverRanges);
