import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import { listOffices } from "../../tenants/index.ts";
import type { MessageContent, MessageHead } from "../domain/message.ts";
import * as store from "../store/message-store.ts";

/** Whoever works on Vorgänge also answers letters. */
const permission = "vorgang.edit";

/** What the content of a message is encrypted for. */
export const contentPurpose = (id: string) => `contact/message/${id}`;

/** A message with the name of its office; of one that was closed since, its word in the address. */
export type Named<Message> = Message & { readonly officeName: string };

export type Desk = {
  readonly messages: readonly Named<MessageHead>[];
  /** True where messages to offices of other teams are left out. */
  readonly isPart: boolean;
};

/**
 * Messages to this authority, open ones first: those to offices that only other teams work for are left out, but for who may see all
 * (`contact.all`). Undefined without `vorgang.edit`.
 */
export async function readDesk(context: Context): Promise<Desk | undefined> {
  if (!context.actor.may(permission)) return undefined;
  const hidden = await hiddenFrom(context);
  const heads = await context.transaction((db) =>
    store.listMessages(db, context.tenantId, hidden),
  );
  const messages = await withNames(context, heads);
  return { messages, isPart: hidden.length > 0 };
}

/** Offices whose messages are other teams' alone. */
async function hiddenFrom(context: Context): Promise<readonly string[]> {
  if (context.actor.may("contact.all")) return [];
  const { hiddenOfficeSlugs } = await findWorkScope(context);
  return hiddenOfficeSlugs;
}

/** One message, opened: that stands in the log. Undefined without `vorgang.edit`, and where the caller sees none. */
export async function openMessage(
  context: Context,
  id: string,
): Promise<Named<MessageHead & MessageContent> | undefined> {
  if (!context.actor.may(permission) || !isId(id)) return undefined;
  const sought = { id, hiddenOfficeSlugs: await hiddenFrom(context) };
  const stored = await context.transaction(async (db) => {
    const found = await store.findMessage(db, context.tenantId, sought);
    if (found)
      await recordAudit(context, db, {
        action: "contact.opened",
        subject: { kind: "contact-message", id },
      });
    return found;
  });
  if (!stored) return undefined;
  const { content, ...head } = stored;
  const plain = await context.cipher.decrypt(content, contentPurpose(id));
  const opened = contentSchema.parse(JSON.parse(plain.toString("utf8")));
  const [named] = await withNames(context, [{ ...head, ...opened }]);
  return named;
}

/** Somebody dealt with it; from now on its term runs. False without `vorgang.edit`, and where the caller sees none. Twice changes nothing. */
export async function finishMessage(
  context: Context,
  id: string,
): Promise<boolean> {
  const { actor, tenantId, now } = context;
  if (!actor.may(permission) || !isId(id)) return false;
  const sought = { id, hiddenOfficeSlugs: await hiddenFrom(context) };
  return context.transaction(async (db) => {
    if (!(await store.findMessage(db, tenantId, sought))) return false;
    const marked = { id, staffId: actor.id, now };
    if (await store.markDone(db, tenantId, marked))
      await recordAudit(context, db, {
        action: "contact.done",
        subject: { kind: "contact-message", id },
      });
    return true;
  });
}

const contentSchema: z.ZodType<MessageContent> = z.object({
  text: z.string(),
  name: z
    .string()
    .optional()
    .transform((value) => value),
  email: z
    .string()
    .optional()
    .transform((value) => value),
});

async function withNames<Message extends MessageHead>(
  context: Context,
  messages: readonly Message[],
): Promise<readonly Named<Message>[]> {
  const offices = await listOffices(context);
  const names = new Map(offices.map(({ slug, name }) => [slug, name]));
  return messages.map((message) => ({
    ...message,
    officeName: names.get(message.officeSlug) ?? message.officeSlug,
  }));
}
