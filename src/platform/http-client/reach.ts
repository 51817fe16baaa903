import { lookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { holds, kindOfAddress, rangesOf } from "./inner-addresses.ts";

/** Where calls may go whose address an authority, imported data or another system's answer names. */
export type Reach = {
  /**
   * The addresses of a host that may be connected to, and nothing else may be: who looks the name up a second time can
   * be sent elsewhere (DNS rebinding). Throws `OutOfReach` when none is left, and what the resolver throws.
   */
  addressesOf(host: string): Promise<readonly LookupAddress[]>;
};

/** The host is on the inside, and the operator did not release it. */
export class OutOfReach extends Error {
  readonly code = "ERR_OUT_OF_REACH";
  constructor() {
    super("the address is not public and not released");
  }
}

export type ReachOptions = {
  /**
   * What the operator released: ranges (`10.20.0.0/16`), which lift whatever they hold, and host names
   * (`dms.stadt.example`, `*.intra.example`), which lift the private networks but neither loopback nor link-local.
   */
  readonly released: readonly string[];
  /** Loopback: for development, where back offices are played on the same machine. */
  readonly thisMachine: "allowed" | "refused";
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
};

/** The public internet, and what is released. A name with public and inner addresses keeps its public ones. */
export function createReach({
  released,
  thisMachine,
  resolve = resolveAll,
}: ReachOptions): Reach {
  const isRange = (entry: string) => isIP(entry.split("/")[0] ?? "") !== 0;
  const ranges = rangesOf(released.filter(isRange));
  const names = released.filter((entry) => !isRange(entry));

  const isAllowed = (host: string, address: string): boolean => {
    const kind = kindOfAddress(address);
    if (kind === "public" || holds(ranges, address)) return true;
    if (kind === "this-machine") return thisMachine === "allowed";
    return kind === "private" && names.some((name) => isNamed(host, name));
  };

  return {
    addressesOf: async (host) => {
      const bare = host.replace(/^\[(.*)\]$/, "$1");
      const found = await resolve(bare);
      const allowed = found.filter(({ address }) => isAllowed(bare, address));
      if (allowed.length === 0) throw new OutOfReach();
      return allowed;
    },
  };
}

/** For `node:net`: what it is answered here is what it connects to. It does not ask for a host that is an address already. */
export function lookupWithin(reach: Reach): LookupFunction {
  return (host, { all }, callback) => {
    reach.addressesOf(host).then(
      (addresses) => {
        const [first] = addresses;
        if (all) callback(null, [...addresses]);
        else if (first) callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), "");
      },
    );
  };
}

/** Whether a host is the one named; `*.example.net` stands for every name below. */
export function isNamed(host: string, name: string): boolean {
  const plain = host.toLowerCase().replace(/\.$/, "");
  return name.startsWith("*.") ? plain.endsWith(name.slice(1)) : plain === name;
}

function resolveAll(host: string): Promise<readonly LookupAddress[]> {
  const { promise, resolve, reject } =
    Promise.withResolvers<readonly LookupAddress[]>();
  lookup(host, { all: true }, (error, addresses) => {
    if (error) reject(error);
    else resolve(addresses);
  });
  return promise;
}
