import type { Context } from "../../../platform/context/context.ts";
import type { Answers } from "../../forms/index.ts";

/** What answers are encrypted for: a draft's cannot be passed off as a submission's. */
export const answersPurpose = {
  draft: (draftId: string) => `draft/${draftId}`,
  submission: (submissionId: string) => `submission/${submissionId}`,
  amendment: (submissionId: string, version: number) =>
    `amendment/${submissionId}/${String(version)}`,
};

/** Answers as they lie in the database. */
export function writeAnswers(
  context: Context,
  answers: Answers,
  purpose: string,
): Promise<Buffer> {
  return context.cipher.encrypt(Buffer.from(JSON.stringify(answers)), purpose);
}

/** Answers from the database; none for a draft that was sent. Throws when they were tampered with. */
export async function readAnswers(
  context: Context,
  stored: Buffer | null,
  purpose: string,
): Promise<Answers> {
  if (!stored) return {};
  const plain = await context.cipher.decrypt(stored, purpose);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by writeAnswers and authenticated by the cipher
  return JSON.parse(plain.toString("utf8")) as Answers;
}
