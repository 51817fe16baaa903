import { z } from "zod";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import { mailPurpose } from "./mail.ts";
import type { StoredMail } from "./mail-store.ts";

const contentSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  wording: z
    .object({
      values: z.record(z.string(), z.string()),
      parts: z.array(
        z.object({
          locale: z.enum(["de", "en"]),
          values: z.record(z.string(), z.string()).optional(),
          subject: z.string(),
          text: z.string(),
        }),
      ),
    })
    .optional(),
});

export type MailContent = z.infer<typeof contentSchema>;

/** The decrypted content, in the words it comes with; undefined once the mail was sent, because it is deleted then. */
export async function readMail(
  cipher: TenantCipher,
  mail: Pick<StoredMail, "id" | "content">,
): Promise<MailContent | undefined> {
  if (!mail.content) return undefined;
  const plain = await cipher.decrypt(mail.content, mailPurpose(mail.id));
  return contentSchema.parse(JSON.parse(plain.toString("utf8")));
}
