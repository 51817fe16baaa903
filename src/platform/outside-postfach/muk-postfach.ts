import { z } from "zod";
import { inTurn, type Gateway } from "./gateway.ts";
import type { OutsideMessage, OutsidePostfach } from "./outside-postfach.ts";

/** A message for a Postfach of "Mein Unternehmenskonto". Lengths are those of the federal Postfach: no others are published. */
export const mukMessageSchema = z.strictObject({
  postfachHandle: z.string().min(1).max(255),
  sender: z.string().min(1).max(255),
  title: z.string().min(1).max(1024),
  content: z.string().min(1),
  service: z.string().min(1).max(255),
  applicationId: z.uuid(),
  reference: z.string().max(50),
  senderUrl: z.url(),
  attachments: z.array(
    z.strictObject({
      filename: z.string().min(1),
      mediaType: z.string(),
      sha512sum: z.string().regex(/^[0-9a-f]{128}$/),
      contentLength: z.int().min(0),
    }),
  ),
});

export type MukMessage = z.infer<typeof mukMessageSchema>;

/** The Postfach 2.0 of the account of organisations: files first, then the message that lists them. The gateway holds the certificate. */
export function mukPostfach(gateway: Gateway): OutsidePostfach {
  return {
    send: (id, message, { signal }) =>
      inTurn([
        () => gateway.putAttachments(id, message.attachments, signal),
        () => gateway.putJson(`messages/${id}`, mukMessageOf(message), signal),
      ]),
    answerTo: (id, signal) => gateway.answerTo(id, signal),
  };
}

function mukMessageOf(message: OutsideMessage): MukMessage {
  return mukMessageSchema.parse({
    postfachHandle: message.handle,
    sender: message.sender.slice(0, 255),
    title: message.title.slice(0, 1024),
    content: message.text,
    service: message.service.slice(0, 255),
    applicationId: message.applicationId,
    reference: message.reference.slice(0, 50),
    senderUrl: message.senderUrl,
    attachments: message.attachments.map((file) => ({
      filename: file.filename,
      mediaType: file.mediaType,
      sha512sum: file.sha512,
      contentLength: file.sizeBytes,
    })),
  } satisfies MukMessage);
}
