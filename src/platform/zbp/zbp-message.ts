import { createPrivateKey, createSign, X509Certificate } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";

/** What the standard calls the handle of a Postfach. */
export const handleField = "mailboxUuid";

/** A message for somebody's Postfach, version 6. */
export const zbpMessageSchema = z.strictObject({
  stork_qaa_level: z.int().min(1).max(4),
  [handleField]: z.uuid(),
  sender: z.string().min(1).max(255),
  title: z.string().min(1).max(1024),
  content: z.string().min(1),
  service: z.string().min(1).max(255),
  applicationId: z.uuid().optional(),
  retrievalConfirmationAddress: z.string().optional(),
  replyAddress: z.string().optional(),
  reference: z.string().optional(),
  senderUrl: z.url().optional(),
  attachments: z
    .array(
      z.strictObject({
        filename: z.string(),
        sha512sum: z.string(),
        contentLength: z.int().min(0),
      }),
    )
    .optional(),
});

export type ZbpMessage = z.infer<typeof zbpMessageSchema>;

/** What is signed, and by whom. */
export const zbpEnvelopeSchema = z.strictObject({
  /** The message as JSON. */
  content: z.string(),
  /** Signature over the content, base64. */
  sha512sum: z.base64(),
  authorToken: z.jwt(),
  /** PEM. */
  authorCertificate: z.string(),
});

export type ZbpEnvelope = z.infer<typeof zbpEnvelopeSchema>;

export type ZbpAuthor = {
  /** PEM, RSA. */
  readonly key: string;
  /** PEM. */
  readonly certificate: string;
};

const tokenMinutes = 30;

/** Signs a message as the bridge wants it. Throws for a message with a field that is too long: cut it before. */
export async function sealEnvelope(
  message: ZbpMessage,
  { key, certificate }: ZbpAuthor,
  now: Date,
): Promise<ZbpEnvelope> {
  const content = JSON.stringify(zbpMessageSchema.parse(message));
  const privateKey = createPrivateKey(key);
  const issuedAt = Math.floor(now.getTime() / 1000);
  return {
    content,
    sha512sum: createSign("RSA-SHA512")
      .update(content)
      .sign(privateKey, "base64"),
    authorToken: await new SignJWT({})
      .setProtectedHeader({ alg: "RS512" })
      .setIssuer(new X509Certificate(certificate).subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenMinutes * 60)
      .sign(privateKey),
    authorCertificate: certificate,
  };
}
