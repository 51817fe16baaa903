import { z } from "zod";
import { outputFormats, usualFormats } from "../../modules/delivery/output.ts";

const segment = /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]{0,63}$/u;

export const folderOptions = z.object({
  /** Set by the delivery module; the directory of this tenant is the outer wall. */
  tenantId: z.uuid(),
  /** Below the tenant's own directory, e.g. `buergerbuero/parken`. No segment begins with a dot. */
  directory: z
    .string()
    .min(1)
    .max(200)
    .refine((path) => path.split("/").every((part) => segment.test(part))),
  formats: z
    .array(z.enum(outputFormats))
    .min(1)
    .default([...usualFormats]),
});

export type FolderOptions = z.infer<typeof folderOptions>;
