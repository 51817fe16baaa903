import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { CorrectionRequest } from "../domain/correction-request.ts";
import type { StoredRequest } from "../store/correction-request-store.ts";

const schema = z.object({
  text: z.string(),
  items: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      isFile: z.boolean(),
      text: z.string(),
    }),
  ),
});

export const requestPurpose = (requestId: string) =>
  `vorgaenge.correction:${requestId}`;

/** What is asked, as it lies in the database. */
export function writeRequest(
  { cipher }: Context,
  { id, text, items }: Pick<CorrectionRequest, "id" | "text" | "items">,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify({ text, items })),
    requestPurpose(id),
  );
}

/** Throws when it was tampered with. */
export async function readRequest(
  { cipher }: Context,
  stored: StoredRequest,
): Promise<CorrectionRequest> {
  const plain = await cipher.decrypt(stored.items, requestPurpose(stored.id));
  return {
    ...schema.parse(JSON.parse(plain.toString("utf8"))),
    id: stored.id,
    position: stored.position,
    answerBy: stored.answer_by ?? undefined,
    answeredPosition: stored.answered_position ?? undefined,
  };
}
