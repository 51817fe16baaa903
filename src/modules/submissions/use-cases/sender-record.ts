import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { rightsToAct, type Authentication } from "../domain/sender.ts";
import { senderPurpose } from "./submission-secrets.ts";

const schema = z.object({
  level: z.enum(["low", "substantial", "high"]),
  provider: z.string(),
  providerName: z.object({ de: z.string(), en: z.string() }).optional(),
  signedInAt: z.coerce.date(),
  name: z.string(),
  actingFor: z
    .object({
      kind: z.enum(["organisation", "person"]),
      name: z.string(),
      right: z
        .object({
          basis: z.enum(rightsToAct),
          isSelfDeclared: z.boolean(),
          role: z.enum(["owner", "signatory", "preparer"]).optional(),
          scope: z.string().optional(),
          validUntil: z.string().optional(),
          birthday: z.string().optional(),
          statement: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});

/** What is known of the sender, as it lies in the database. */
export function writeSender(
  context: Context,
  submissionId: string,
  authentication: Authentication,
): Promise<Buffer> {
  return context.cipher.encrypt(
    Buffer.from(JSON.stringify(authentication)),
    senderPurpose(submissionId),
  );
}

/** Undefined for a guest's. Throws when it was tampered with. */
export async function readSender(
  context: Context,
  submissionId: string,
  stored: Buffer | null,
): Promise<Authentication | undefined> {
  if (!stored) return undefined;
  const plain = await context.cipher.decrypt(
    stored,
    senderPurpose(submissionId),
  );
  return schema.parse(JSON.parse(plain.toString("utf8")));
}
