import { z } from "zod";
import { packageOptions } from "../../modules/delivery/output.ts";

export const sftpOptions = z
  .object({
    /** Name or address of the server, without protocol and path. */
    host: z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/),
    port: z.coerce.number().int().min(1).max(65_535).default(22),
    /** As `ssh-keygen -lf` prints it. Anything else that answers is not the server, and gets nothing. */
    hostKey: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
    user: z.string().min(1).max(64),
    password: z.string().min(1).max(200).optional().meta({ kind: "secret" }),
    /** OpenSSH or PEM, without a passphrase: it is stored encrypted here. */
    privateKey: z
      .string()
      .includes("PRIVATE KEY")
      .max(20_000)
      .optional()
      .meta({ kind: "secret-lines" }),
    /** From the directory in which the user arrives, e.g. `eingang/parken`. */
    ...packageOptions,
  })
  .refine(
    ({ password, privateKey }) =>
      password !== undefined || privateKey !== undefined,
    { path: ["privateKey"] },
  );

export type SftpOptions = z.infer<typeof sftpOptions>;
