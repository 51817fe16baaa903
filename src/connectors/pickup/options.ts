import { z } from "zod";
import { packageOptions } from "../../modules/delivery/output.ts";

const { formats } = packageOptions;

export const pickupOptions = z.object({
  tenantId: z.uuid(),
  /** What lies in the package that is fetched. */
  formats,
  /** After so many days without an answer the office is told. */
  answerDays: z.coerce.number().int().min(1).max(60).default(3),
});

export type PickupOptions = z.infer<typeof pickupOptions>;
