import { z } from "zod";
import { packageOptions } from "../../modules/delivery/output.ts";
import { certificateFault } from "./certificate.ts";

const { formats } = packageOptions;

export const emailEncryptedOptions = z
  .object({
    tenantId: z.uuid(),
    /** Mailbox of the office, e.g. `parken@schwerin.de`. */
    to: z.email().max(254),
    /** S/MIME certificate of that mailbox, PEM: one, with an RSA key. */
    certificate: z.string().min(1).max(20_000).meta({ kind: "certificate" }),
    padding: z.enum(["oaep", "pkcs1"]).default("oaep"),
    formats,
    /** Above it the submission is rejected for a person to look at, not cut. The mail is almost twice as large as its files. */
    maxMegabytes: z.coerce.number().int().min(1).max(50).default(10),
  })
  .superRefine(({ certificate, to }, context) => {
    const message = certificateFault(certificate, to);
    if (message === undefined) return;
    context.addIssue({ code: "custom", path: ["certificate"], message });
  });

export type EmailEncryptedOptions = z.infer<typeof emailEncryptedOptions>;
