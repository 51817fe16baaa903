import type { Context } from "../../../platform/context/context.ts";
import { daysAfterDone, daysInAnyCase } from "../domain/message.ts";
import { deleteMessages } from "../store/message-store.ts";

const dayMs = 86_400_000;

/** Removes messages whose term is over. Idempotent. */
export async function tidyMessages(context: Context): Promise<void> {
  const { tenantId, now } = context;
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  await context.transaction((db) =>
    deleteMessages(db, tenantId, {
      doneBefore: before(daysAfterDone),
      receivedBefore: before(daysInAnyCase),
    }),
  );
}
