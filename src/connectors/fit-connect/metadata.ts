import { createHash } from "node:crypto";
import type { Delivery } from "../../modules/delivery/index.ts";
import { dayOf } from "../../platform/calendar/calendar-day.ts";
import type { FitConnectOptions } from "./options.ts";
import { paymentInformationOf } from "./payment.ts";

/** An attachment as the metadata name it. */
export type AttachmentEntry = {
  readonly attachmentId: string;
  readonly purpose: "form" | "attachment";
  readonly filename: string;
  readonly mimeType: string;
  /** SHA-512 of the plain content, in hex. */
  readonly sha512: string;
};

export type Sent = {
  readonly data: string;
  readonly attachments: readonly AttachmentEntry[];
};

const metadataSchemaUri =
  "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json";

export const sha512 = (content: string | Uint8Array): string =>
  createHash("sha512").update(content).digest("hex");

export const mimeTypeOf = ({
  format,
}: Pick<FitConnectOptions, "format">): "application/json" | "application/xml" =>
  format === "json" ? "application/json" : "application/xml";

/** The data of the form, as the Zustellpunkt wants them. */
export const dataOf = (
  { answersJson, answersXml }: Delivery,
  { format }: Pick<FitConnectOptions, "format">,
): string => (format === "json" ? answersJson : answersXml);

/** Describes what is sent. @see metadata schema 2.1.0 */
export function metadataOf(
  delivery: Delivery,
  options: Pick<FitConnectOptions, "format" | "schemaUri" | "replyEmail">,
  { data, attachments }: Sent,
) {
  const { replyEmail, schemaUri } = options;
  return {
    $schema: metadataSchemaUri,
    contentStructure: {
      data: {
        hash: { type: "sha512", content: sha512(data) },
        submissionSchema: { schemaUri, mimeType: mimeTypeOf(options) },
      },
      attachments: attachments.map(({ sha512: content, ...entry }) => ({
        ...entry,
        hash: { type: "sha512", content },
      })),
    },
    additionalReferenceInfo: {
      senderReference: delivery.reference,
      applicationDate: dayOf(delivery.submittedAt),
    },
    author: {
      name: delivery.authorityName,
      product: {
        name: "OpenRathaus",
        version: "1",
        manufacturer: "OpenRathaus",
      },
    },
    ...(delivery.payment && {
      paymentInformation: paymentInformationOf(delivery.payment),
    }),
    ...(replyEmail !== undefined && {
      replyChannel: { eMail: { address: replyEmail } },
    }),
  };
}

/** Who offers what: by the Leistungsschlüssel, unless the Zustellpunkt names it otherwise. */
export function serviceOf(
  { leistung }: Pick<Delivery, "leistung">,
  { serviceIdentifier }: Pick<FitConnectOptions, "serviceIdentifier">,
): { readonly name: string; readonly identifier: string } | undefined {
  const { leikaKey, title: name } = leistung;
  const identifier =
    serviceIdentifier ?? (leikaKey && `urn:de:fim:leika:leistung:${leikaKey}`);
  return identifier ? { name, identifier } : undefined;
}
