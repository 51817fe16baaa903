import { z } from "zod";
import { packageOptions } from "../../modules/delivery/output.ts";

export const folderOptions = z.object({
  /** Set by the delivery module; the directory of this tenant is the outer wall. */
  tenantId: z.uuid(),
  /** Below the tenant's own directory, e.g. `buergerbuero/parken`. */
  ...packageOptions,
});

export type FolderOptions = z.infer<typeof folderOptions>;
