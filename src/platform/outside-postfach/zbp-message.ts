import { createPrivateKey, createSign, X509Certificate } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";

/** What the standard calls the handle of a Postfach. */
export const handleField = "mailboxUuid";

/** What the standard calls the name of a Leistung. */
export const leistungField = "publicServiceName";

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

/** How far an application is, version 6: shown there beside its messages. */
export const zbpStatusSchema = z.strictObject({
  applicationId: z.uuid(),
  status: z.enum([
    "INITIATED",
    "SUBMITTED",
    "RECEIVED",
    "PROCESSING",
    "ACTION_REQUIRED",
    "COMPLETED",
  ]),
  [leistungField]: z.string().min(1),
  senderName: z.string().min(1),
  createdDate: z.iso.datetime(),
  statusDetails: z.string().max(50).optional(),
  additionalInformation: z.string().max(100).optional(),
  reference: z.string().max(50).optional(),
});

export type ZbpStatus = z.infer<typeof zbpStatusSchema>;

/** What is signed, and by whom. */
export const zbpEnvelopeSchema = z.strictObject({
  /** The message or status as JSON. */
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

/** Signs what the bridge takes, as it wants it. */
export async function sealEnvelope(
  sent: ZbpMessage | ZbpStatus,
  { key, certificate }: ZbpAuthor,
  now: Date,
): Promise<ZbpEnvelope> {
  const content = JSON.stringify(sent);
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
