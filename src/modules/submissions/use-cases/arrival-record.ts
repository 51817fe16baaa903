import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { SentArrival } from "../domain/sent-arrival.ts";

/** What is kept of an arrival is encrypted for. */
export const arrivalPurpose = (submissionId: string) =>
  `arrival/${submissionId}`;

const schema = z.object({
  way: z.literal("fit-connect"),
  from: z.string(),
  serviceName: z.string(),
  senderReference: z.string().optional(),
  applicationDate: z.string().optional(),
  schemaUri: z.string(),
  table: z.array(
    z.object({
      heading: z.string(),
      entries: z.array(
        z.object({ label: z.string(), values: z.array(z.string()) }),
      ),
    }),
  ),
  payment: z
    .object({
      status: z.enum(["initial", "booked", "failed", "canceled"]),
      method: z.string(),
      transactionId: z.string(),
      transactionReference: z.string(),
      at: z.string().optional(),
      amount: z.number().optional(),
    })
    .optional(),
  reply: z
    .object({ kind: z.string(), address: z.string().optional() })
    .optional(),
  files: z.array(
    z.object({
      fileId: z.string(),
      filename: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      mediaType: z.string(),
    }),
  ),
});

/** As it lies in the row of the submission. */
export function writeArrival(
  { cipher }: Context,
  submissionId: string,
  arrival: SentArrival,
): Promise<Buffer> {
  return cipher.encrypt(
    Buffer.from(JSON.stringify(arrival)),
    arrivalPurpose(submissionId),
  );
}

/** Undefined for what was sent in a portal of this installation. Throws when it was tampered with. */
export async function readArrival(
  { cipher }: Context,
  submissionId: string,
  stored: Buffer | null,
): Promise<SentArrival | undefined> {
  if (!stored) return undefined;
  const plain = await cipher.decrypt(stored, arrivalPurpose(submissionId));
  return schema.parse(JSON.parse(plain.toString("utf8")));
}
