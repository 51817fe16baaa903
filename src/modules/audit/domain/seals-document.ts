import type { ChainReport } from "./entry.ts";

/** Seals as they are handed out: everything an auditor needs to check them without the portal. */
export type SealsDocument = {
  readonly format: "openrathaus-audit-seals-1";
  readonly tenantId: string;
  /** PEM by key id; null where the key ring no longer has the key. */
  readonly publicKeys: Readonly<Record<string, string | null>>;
  readonly seals: readonly KeptSeal[];
};

export type KeptSeal = {
  readonly day: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
  readonly timeStamps: readonly {
    readonly authority: string;
    readonly at: string;
    /** TimeStampResp (RFC 3161) in Base64, over the SHA-256 of the signature. */
    readonly response: string;
  }[];
};

/** Compares seals kept elsewhere with the hashes of the log by number; the first that does not fit, or undefined. */
export function compareKept(
  kept: readonly Pick<KeptSeal, "seq" | "hash">[],
  hashes: ReadonlyMap<number, Buffer>,
): ChainReport | undefined {
  for (const { seq, hash } of kept) {
    const found = hashes.get(seq);
    if (!found) return { kind: "cut-off", seq };
    if (found.toString("hex") !== hash) return { kind: "rewritten", seq };
  }
  return undefined;
}
