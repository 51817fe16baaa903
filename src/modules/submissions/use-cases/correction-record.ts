import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { CorrectionRequest } from "../domain/correction.ts";

const schema = z.object({
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), text: z.string() })),
  text: z.string(),
  answerBy: z.string().optional(),
});

export const correctionPurpose = (draftId: string) =>
  `draft-correction/${draftId}`;

/** What is asked, as it lies in the draft's row. */
export function writeCorrection(
  { cipher }: Context,
  draftId: string,
  request: CorrectionRequest,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify(request)),
    correctionPurpose(draftId),
  );
}

/** Throws when it was tampered with. */
export async function readCorrection(
  { cipher }: Context,
  draftId: string,
  stored: Buffer,
): Promise<CorrectionRequest> {
  const plain = await cipher.decrypt(stored, correctionPurpose(draftId));
  const { answerBy, ...request } = schema.parse(
    JSON.parse(plain.toString("utf8")),
  );
  return { ...request, answerBy };
}
