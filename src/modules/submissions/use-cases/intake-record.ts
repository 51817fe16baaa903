import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import {
  intakeChannels,
  type Intake,
  type SentIntake,
} from "../domain/intake.ts";

const common = {
  channel: z.enum(intakeChannels),
  name: z.string(),
  receivedOn: z.string().optional(),
  takenBy: z.object({ staffId: z.string(), name: z.string() }),
};

const schema = z.object({
  ...common,
  email: z.string(),
  phone: z.string(),
  accountId: z.string().optional(),
});

const sentSchema = z.object({
  ...common,
  isIdentitySeen: z.boolean(),
  isSigned: z.boolean(),
});

export const intakePurposes = {
  draft: (draftId: string) => `draft-intake/${draftId}`,
  submission: (submissionId: string) => `intake/${submissionId}`,
};

/** Whom a draft is for, as it lies in its row. */
export function writeIntake(
  { cipher }: Context,
  draftId: string,
  intake: Intake,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify(intake)),
    intakePurposes.draft(draftId),
  );
}

/** Undefined for what citizens fill in themselves. Throws when it was tampered with. */
export async function readIntakeRecord(
  { cipher }: Context,
  draftId: string,
  stored: Buffer | null,
): Promise<Intake | undefined> {
  if (!stored) return undefined;
  const plain = await cipher.decrypt(stored, intakePurposes.draft(draftId));
  return schema.parse(JSON.parse(plain.toString("utf8")));
}

/** How a submission was taken in, as it lies in its row. */
export function writeSentIntake(
  { cipher }: Context,
  submissionId: string,
  intake: SentIntake,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify(intake)),
    intakePurposes.submission(submissionId),
  );
}

/** Undefined for what citizens sent themselves. Throws when it was tampered with. */
export async function readSentIntake(
  { cipher }: Context,
  submissionId: string,
  stored: Buffer | null,
): Promise<SentIntake | undefined> {
  if (!stored) return undefined;
  const plain = await cipher.decrypt(
    stored,
    intakePurposes.submission(submissionId),
  );
  return sentSchema.parse(JSON.parse(plain.toString("utf8")));
}
