import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { reminderMail } from "../i18n/mail-texts.ts";
import { paperAfterDays, reminderAfterDays } from "../domain/provision.ts";
import {
  insertPaperTask,
  listUnretrieved,
  markReminded,
} from "../store/provision-store.ts";
import { findRecipient, mail, type NoticePorts } from "./notify.ts";

const dayMs = 86_400_000;

/**
 * Reminds, once, of Bescheide that nobody has retrieved, and asks the office to send by post what still nobody has. May run any number of
 * times, also at once.
 */
export async function followUp(
  context: Context,
  ports: NoticePorts,
): Promise<void> {
  const { tenantId, now } = context;
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const [toRemind, toPost] = await context.read((db) =>
    Promise.all([
      listUnretrieved(db, tenantId, {
        before: before(reminderAfterDays),
        lacks: "reminder",
      }),
      listUnretrieved(db, tenantId, {
        before: before(paperAfterDays),
        lacks: "paper",
      }),
    ]),
  );
  for (const messageId of toRemind) await remind(context, ports, messageId);
  for (const messageId of toPost)
    await context.transaction((db) =>
      insertPaperTask(db, tenantId, {
        id: newId(),
        messageId,
        reason: "not-retrieved",
        at: now,
      }),
    );
}

async function remind(
  context: Context,
  ports: NoticePorts,
  messageId: string,
): Promise<void> {
  const recipient = await findRecipient(context, ports, messageId);
  if (typeof recipient !== "object") return;
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    if (!(await markReminded(db, tenantId, { messageId, at: now }))) return;
    await mail(context, db, { ...recipient, messageId, text: reminderMail });
    await recordAudit(context, db, {
      action: "postfach.reminded",
      subject: { kind: "postfach-message", id: messageId },
    });
  });
}
