import { z } from "zod";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import { mailPurpose } from "./mail.ts";
import type { StoredMail } from "./mail-store.ts";

const contentSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

export type MailContent = z.infer<typeof contentSchema>;

/** The decrypted content; undefined once the mail was sent, because it is deleted then. */
export async function readMail(
  cipher: TenantCipher,
  mail: StoredMail,
): Promise<MailContent | undefined> {
  if (!mail.content) return undefined;
  const plain = await cipher.decrypt(mail.content, mailPurpose(mail.id));
  return contentSchema.parse(JSON.parse(plain.toString("utf8")));
}
