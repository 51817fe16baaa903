import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { setReminder } from "../store/reminder-store.ts";
import type { Draft } from "../domain/draft.ts";

/** What the address for the reminder is encrypted for: one draft. */
export const reminderPurpose = (draftId: string) => `draft-reminder/${draftId}`;

/** Keeps the address with the draft, encrypted; asked for by its owner. */
export async function rememberAddress(
  context: Context,
  db: Db,
  { draftId, email }: { readonly draftId: string; readonly email: string },
): Promise<void> {
  await setReminder(db, context.tenantId, {
    draftId,
    email: await context.cipher.encrypt(
      Buffer.from(email),
      reminderPurpose(draftId),
    ),
  });
}

/** No reminder (any more): the address is forgotten at once. The draft is the permission. */
export async function forgetAddress(
  context: Context,
  draft: Draft,
): Promise<void> {
  await context.transaction((db) =>
    setReminder(db, context.tenantId, { draftId: draft.id, email: null }),
  );
}
