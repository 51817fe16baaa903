import { inTurn, type Gateway } from "./gateway.ts";
import type {
  ApplicationStage,
  OutsideMessage,
  OutsidePostfach,
} from "./outside-postfach.ts";
import {
  handleField,
  leistungField,
  sealEnvelope,
  zbpMessageSchema,
  zbpStatusSchema,
  type ZbpAuthor,
  type ZbpMessage,
  type ZbpStatus,
} from "./zbp-message.ts";

/** The Postfach of a federal account: files first, then the signed message that lists them, then how far the application is. */
export function zbpPostfach(
  gateway: Gateway,
  author: ZbpAuthor,
): OutsidePostfach {
  return {
    send: async (id, message, { now, signal }) => {
      const put = async (path: string, sent: ZbpMessage | ZbpStatus) =>
        gateway.putJson(path, await sealEnvelope(sent, author, now), signal);
      return inTurn([
        () => gateway.putAttachments(id, message.attachments, signal),
        () => put(`messages/${id}`, zbpMessageOf(message)),
        () => put(`statuses/${id}`, zbpStatusOf(message, now)),
      ]);
    },
    answerTo: (id, signal) => gateway.answerTo(id, signal),
  };
}

/** Texts are cut to what the standard lets through; whole ones are here, where the link leads. */
function zbpMessageOf(message: OutsideMessage): ZbpMessage {
  return zbpMessageSchema.parse({
    stork_qaa_level: 1,
    [handleField]: message.handle,
    sender: message.sender.slice(0, 255),
    title: message.title.slice(0, 1024),
    content: message.text,
    service: message.service.slice(0, 255),
    applicationId: message.applicationId,
    reference: message.reference,
    senderUrl: message.senderUrl,
    attachments: message.attachments.map(({ filename, sha512, sizeBytes }) => ({
      filename,
      sha512sum: sha512,
      contentLength: sizeBytes,
    })),
  } satisfies ZbpMessage);
}

const statuses = {
  received: "RECEIVED",
  processing: "PROCESSING",
  asked: "ACTION_REQUIRED",
  decided: "COMPLETED",
} as const satisfies Record<ApplicationStage, ZbpStatus["status"]>;

function zbpStatusOf(message: OutsideMessage, now: Date): ZbpStatus {
  return zbpStatusSchema.parse({
    applicationId: message.applicationId,
    status: statuses[message.stage],
    [leistungField]: message.service,
    senderName: message.sender,
    createdDate: now.toISOString(),
    reference: message.reference.slice(0, 50),
  } satisfies ZbpStatus);
}
