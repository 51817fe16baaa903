import type { Context } from "../../../platform/context/context.ts";
import type { DeliveryContent } from "../domain/delivery.ts";

/** Port to the submissions: the immutable submission, decrypted for handing over. */
export type DeliverySource = {
  /**
   * Called once per attempt, outside of a transaction. What was sent up to this version, however many there are by now. Undefined when the tenant has no such submission, e.g. deleted by retention;
   * `uploads-not-scanned` while nobody knows whether its files hold malware.
   */
  load(
    context: Context,
    submissionId: string,
    version: number,
  ): Promise<DeliveryContent | "uploads-not-scanned" | undefined>;
};
