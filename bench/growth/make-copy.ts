import { hash, randomBytes, randomFillSync, randomUUID } from "node:crypto";
import { newId } from "../../src/platform/values/id.ts";
import type { TenantCipher } from "../../src/platform/crypto/tenant-cipher.ts";
import {
  formatReference,
  newReference,
} from "../../src/modules/submissions/domain/reference.ts";
import { firstPreviousHash } from "../../src/modules/audit/domain/chain.ts";
import type { Template } from "./template.ts";
import { fillIn, hasSlots, type Lists } from "./text-parts.ts";

/** Number and hash of the last entry, and the hash before it. */
export type Chain = { seq: number; previousHash: Buffer; hash: Buffer };

/** Before the first entry. */
export const newChain = (): Chain => ({
  seq: 0,
  previousHash: firstPreviousHash,
  hash: firstPreviousHash,
});

/** A town that copies are made for. */
export type CopyTown = {
  readonly cipher: TenantCipher;
  readonly lists: Pick<Lists, "town">;
  /** Where its audit log stands. */
  readonly chain: Chain;
  /** Hashes that are the same in each copy of a template. */
  readonly hashes: Map<Template, readonly (string | undefined)[]>;
};

export type CopyInput = {
  readonly town: CopyTown;
  readonly own: readonly string[];
  readonly people?: readonly string[];
  readonly movedByMs: number;
};

/** What is filled in for one copy. */
export async function makeCopy(
  template: Template,
  { town, own, people = [], movedByMs }: CopyInput,
): Promise<Lists> {
  const lists: Lists = {
    town: town.lists.town,
    own,
    people,
    times: template.times.map(({ at, isDay }) => {
      const moment = new Date(at + movedByMs).toISOString();
      return isDay ? moment.slice(0, 10) : moment;
    }),
    randoms: template.randoms.map((size) => bytea(nextRandom(size))),
    sealed: [],
    hashes: [],
    chain: [],
  };
  const [sealed, hashes] = await Promise.all([
    Promise.all(
      template.sealed.map(({ purpose, plaintext }) =>
        seal(town.cipher, fillIn(purpose, lists), bytesOf(plaintext, lists)),
      ),
    ),
    hashesOf(template, { town, lists }),
  ]);
  return { ...lists, sealed, hashes };
}

async function seal(
  cipher: TenantCipher,
  purpose: string,
  plaintext: Buffer,
): Promise<string> {
  const bytes = await cipher.encrypt(plaintext, purpose);
  return bytea(bytes);
}

function bytesOf(
  plaintext: Template["sealed"][number]["plaintext"],
  lists: Lists,
): Buffer {
  return Buffer.isBuffer(plaintext)
    ? plaintext
    : Buffer.from(fillIn(plaintext, lists));
}

type Hashing = { readonly town: CopyTown; readonly lists: Lists };

async function hashesOf(
  template: Template,
  { town, lists }: Hashing,
): Promise<readonly string[]> {
  const known = town.hashes.get(template) ?? [];
  const hashes = await Promise.all(
    template.hashes.map(
      async (hash, index) =>
        known[index] ?? (await hashOf(hash, { town, lists })),
    ),
  );
  if (!town.hashes.has(template))
    town.hashes.set(
      template,
      template.hashes.map(({ value, purpose }, index) =>
        isOfTown(value) && isOfTown(purpose) ? hashes[index] : undefined,
      ),
    );
  return hashes;
}

function isOfTown(parts: Template["hashes"][number]["value"]): boolean {
  return !hasSlots(
    parts.filter((part) => typeof part === "string" || part.list !== "town"),
  );
}

async function hashOf(
  { value, purpose, isWord }: Template["hashes"][number],
  { town, lists }: Hashing,
): Promise<string> {
  const made = await town.cipher.fingerprint(
    fillIn(value, lists),
    fillIn(purpose, lists),
  );
  return isWord ? made.readBigInt64BE(0).toString() : bytea(made);
}

export type Line = { readonly table: string; readonly line: string };

/** The rows of a copy, as COPY reads them. The town's audit log goes on. */
export function linesOf(
  template: Template,
  lists: Lists,
  { chain }: CopyTown,
): readonly Line[] {
  return template.rows.map(({ table, parts, content }) => ({
    table,
    line:
      content === undefined
        ? fillIn(parts, lists)
        : fillIn(parts, {
            ...lists,
            chain: nextOf(chain, fillIn(content, lists)),
          }),
  }));
}

/** Number, hash before and hash of the next entry. */
function nextOf(chain: Chain, content: string): readonly string[] {
  chain.seq += 1;
  chain.previousHash = chain.hash;
  chain.hash = hash(
    "sha256",
    Buffer.concat([
      chain.previousHash,
      Buffer.from(`${String(chain.seq)}\n${content}`),
    ]),
    "buffer",
  );
  return [String(chain.seq), bytea(chain.previousHash), bytea(chain.hash)];
}

/** As the text format of COPY wants it. */
function bytea(bytes: Buffer): string {
  return `\\\\x${bytes.toString("hex")}`;
}

/** Another id or number of the same kind. What has its moment in it keeps its order. */
export function likeIt(
  own: string,
  {
    movedByMs,
    number,
  }: { readonly movedByMs: number; readonly number: number },
): string {
  if (own.includes("@")) return own.replace("@", `.${String(number)}@`);
  if (own.length < 36) return formatReference(newReference(nextRandom));
  return own.charAt(14) === "7"
    ? newId(Number.parseInt(own.slice(0, 8) + own.slice(9, 13), 16) + movedByMs)
    : randomUUID();
}

const drawn = { bytes: randomBytes(65_536), used: 0 };

/** Drawn many at once: a call for each takes longer than all else a row needs. */
function nextRandom(size: number): Buffer {
  if (drawn.used + size > drawn.bytes.length) {
    randomFillSync(drawn.bytes);
    drawn.used = 0;
  }
  drawn.used += size;
  return drawn.bytes.subarray(drawn.used - size, drawn.used);
}
