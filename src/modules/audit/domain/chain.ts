import { sha256 } from "../../../platform/values/sha256.ts";
import type { AuditEntry, ChainReport } from "./entry.ts";

/** What the hash of an entry covers, besides its number and the hash before it. */
export type HashedContent = Omit<AuditEntry, "seq" | "previousHash" | "hash">;

/** Hash before the first entry. */
export const firstPreviousHash: Buffer = Buffer.alloc(32);

/** Where a check stands: the number and hash the next entry must follow. */
export type ChainPosition = { readonly seq: number; readonly hash: Buffer };

export const chainStart: ChainPosition = { seq: 0, hash: firstPreviousHash };

/** The same text for the same entry, whatever order the database keeps its details in. */
export function canonicalContent(content: HashedContent): string {
  const details = Object.entries(content.details).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return JSON.stringify([
    content.at.toISOString(),
    content.actorKind,
    content.actorId,
    content.action,
    content.subjectKind,
    content.subjectId,
    details,
    content.correlationId,
  ]);
}

/** SHA-256 over the hash before, the number and the content. The store does the same in SQL, where the number is known. */
function entryHash(previous: ChainPosition, content: string): Buffer {
  return sha256(previous.hash, `${previous.seq + 1}\n${content}`);
}

/** Follows the chain over the next entries; the first fault ends it. */
export function followChain(
  from: ChainPosition,
  entries: readonly AuditEntry[],
): { position: ChainPosition; fault: ChainReport | undefined } {
  let position = from;
  for (const entry of entries) {
    const fault = faultOf(position, entry);
    if (fault) return { position, fault };
    position = { seq: entry.seq, hash: entry.hash };
  }
  return { position, fault: undefined };
}

function faultOf(
  position: ChainPosition,
  entry: AuditEntry,
): ChainReport | undefined {
  const seq = position.seq + 1;
  if (entry.seq !== seq) return { kind: "removed", seq };
  const expected = entryHash(position, canonicalContent(entry));
  const isAsWritten =
    entry.hash.equals(expected) && entry.previousHash.equals(position.hash);
  return isAsWritten ? undefined : { kind: "changed", seq };
}
