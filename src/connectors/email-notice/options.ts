import { z } from "zod";

export const emailNoticeOptions = z.object({
  tenantId: z.uuid(),
  /** Mailbox of the office, e.g. `parken@schwerin.de`; not a caseworker's own. */
  to: z.email().max(254),
});

export type EmailNoticeOptions = z.infer<typeof emailNoticeOptions>;
