import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { OwnDataRecord, Provenance } from "../domain/own-data.ts";

const provenance = z.object({
  path: z.string(),
  label: z.string(),
  origin: z.string(),
  originName: z.object({ de: z.string(), en: z.string() }).exactOptional(),
  assuranceLevel: z.enum(["none", "low", "substantial", "high"]),
  obtainedAt: z.coerce.date(),
});

const record = z.object({
  isRefused: z.boolean().exactOptional(),
  before: z.record(z.string(), z.string()).exactOptional(),
  byHand: z.array(provenance.extend({ value: z.string() })).exactOptional(),
});

export const ownDataPurposes = {
  draft: (draftId: string) => `draft-own-data/${draftId}`,
  submission: (submissionId: string) => `own-data/${submissionId}`,
};

/** What a draft remembers of one's own data, as it lies in the database. */
export function writeOwnDataRecord(
  { cipher }: Context,
  draftId: string,
  kept: OwnDataRecord,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify(kept)),
    ownDataPurposes.draft(draftId),
  );
}

/** Nothing where it was never asked. Throws when it was tampered with. */
export async function readOwnDataRecord(
  { cipher }: Context,
  draftId: string,
  stored: Buffer | null,
): Promise<OwnDataRecord> {
  if (!stored) return {};
  const plain = await cipher.decrypt(stored, ownDataPurposes.draft(draftId));
  return record.parse(JSON.parse(plain.toString("utf8")));
}

/** Where the values of a submission came from, as it lies in the database; undefined where all of it was typed. */
export async function writeProvenance(
  { cipher }: Context,
  submissionId: string,
  values: readonly Provenance[],
): Promise<Buffer | undefined> {
  return values.length === 0
    ? undefined
    : cipher.encrypt(
        Buffer.from(JSON.stringify(values)),
        ownDataPurposes.submission(submissionId),
      );
}

/** Throws when it was tampered with. */
export async function readProvenance(
  { cipher }: Context,
  submissionId: string,
  stored: Buffer | null,
): Promise<readonly Provenance[]> {
  if (!stored) return [];
  const plain = await cipher.decrypt(
    stored,
    ownDataPurposes.submission(submissionId),
  );
  return z.array(provenance).parse(JSON.parse(plain.toString("utf8")));
}
