import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { searchVersion, searchWordsOf } from "../domain/search-words.ts";
import type { SubmissionReader } from "../ports.ts";
import {
  listUnindexed,
  replaceSearchWords,
  type Unindexed,
} from "../store/search-store.ts";

const purpose = "vorgaenge.search";

/**
 * What the database knows of words: eight bytes of their keyed hash, as a signed number. It tells nothing without the tenant's key, and
 * another tenant's hash of the same word is another.
 */
export async function hashWords(
  context: Context,
  words: readonly string[],
): Promise<readonly string[]> {
  return Promise.all(
    words.map(async (word) => {
      const hash = await context.cipher.fingerprint(word, purpose);
      return hash.readBigInt64BE(0).toString();
    }),
  );
}

/** The hashes a Vorgang is found by. */
export function hashTexts(
  context: Context,
  texts: readonly string[],
): Promise<readonly string[]> {
  return hashWords(context, searchWordsOf(texts));
}

/**
 * Makes the words of a Vorgang anew when what was sent has changed, in the caller's transaction. Idempotent; does nothing without such a
 * Vorgang.
 */
export async function reindexVorgang(
  context: Context,
  db: Db,
  changed: {
    readonly submissionId: string;
    /** All texts that count now; as the submission's reader gives them. */
    readonly searchTexts: readonly string[];
  },
): Promise<void> {
  await replaceSearchWords(db, context.tenantId, {
    submissionId: changed.submissionId,
    version: searchVersion,
    words: await hashTexts(context, changed.searchTexts),
  });
}

/** How many one job makes the words of. */
const perJob = 200;

/**
 * Makes the words of Vorgänge that have none yet, some at a time; true where there may be more. Reading the answers for it is in the
 * audit log, as one entry for all.
 */
export async function indexOlderVorgaenge(
  context: Context,
  submissions: Pick<SubmissionReader, "searchTexts">,
): Promise<boolean> {
  const { tenantId } = context;
  const older = await context.transaction((db) =>
    listUnindexed(db, tenantId, perJob),
  );
  if (older.length === 0) return false;
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "vorgang.search-indexed",
      subject: { kind: "tenant", id: tenantId },
      details: { count: older.length },
    }),
  );
  for (const each of older) await indexOne(context, each, submissions);
  return older.length === perJob;
}

async function indexOne(
  context: Context,
  { submissionId }: Unindexed,
  submissions: Pick<SubmissionReader, "searchTexts">,
): Promise<void> {
  const searchTexts = await submissions.searchTexts(context, submissionId);
  await context.transaction((db) =>
    reindexVorgang(context, db, { submissionId, searchTexts }),
  );
}
