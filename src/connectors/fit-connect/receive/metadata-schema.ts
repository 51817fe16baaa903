import { z } from "zod";

const hash = z.object({
  type: z.literal("sha512"),
  content: z.string().regex(/^[a-f0-9]{128}$/),
});

const attachment = z.object({
  attachmentId: z.uuid(),
  hash,
  purpose: z.enum(["form", "attachment", "report", "data"]),
  mimeType: z.string().regex(/^[-\w.]+\/[-\w.+]+$/),
  filename: z.string().optional(),
  fragments: z.array(z.uuid()).min(1).optional(),
});

const payment = z.object({
  transactionId: z.string().regex(/^[\w-]{1,36}$/),
  transactionReference: z.string(),
  transactionTimestamp: z.string().optional(),
  paymentMethod: z.enum([
    "GIROPAY",
    "PAYDIRECT",
    "CREDITCARD",
    "PAYPAL",
    "INVOICE",
    "OTHER",
  ]),
  status: z.enum(["INITIAL", "BOOKED", "FAILED", "CANCELED"]),
  grossAmount: z.number().min(0.01).optional(),
});

const replyChannel = z
  .record(z.string(), z.looseObject({ address: z.string().optional() }))
  .refine((channels) => Object.keys(channels).length === 1);

/** What receiving needs of the metadata, and all that their schema demands. @see metadata schema 2.1.0 */
export const metadataSchema = z.looseObject({
  contentStructure: z.object({
    data: z.object({
      hash,
      submissionSchema: z.object({
        schemaUri: z.string().min(1),
        mimeType: z.enum(["application/json", "application/xml"]),
      }),
    }),
    attachments: z.array(attachment),
  }),
  paymentInformation: payment.optional(),
  replyChannel: replyChannel.optional(),
  additionalReferenceInfo: z
    .looseObject({
      senderReference: z.string().optional(),
      applicationDate: z.iso.date().optional(),
    })
    .optional(),
  author: z.looseObject({ name: z.string().optional() }).optional(),
});

export type Metadata = z.infer<typeof metadataSchema>;

const uri =
  /^https:\/\/schema\.fitko\.de\/fit-connect\/metadata\/2\.\d+\.\d+\/metadata\.schema\.json$/;

/** True for the versions that these checks are made for. */
export const isKnownMetadataSchema = (schema: string): boolean =>
  uri.test(schema);
