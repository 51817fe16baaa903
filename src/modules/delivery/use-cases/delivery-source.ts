import type { Context } from "../../../platform/context/context.ts";
import type { DeliveryContent } from "../domain/delivery.ts";

/** Port to the submissions: the immutable submission, decrypted for handing over. */
export type DeliverySource = {
  /** Called once per attempt, outside of a transaction. Undefined when the tenant has no such submission, e.g. deleted by retention. */
  load(
    context: Context,
    submissionId: string,
  ): Promise<DeliveryContent | undefined>;
};
