import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { sourcePurpose } from "../domain/arrival.ts";
import type { Inbox } from "../domain/inbox.ts";
import { findSource, type StoredSource } from "../store/source-store.ts";

export type OpenedSource = {
  readonly kind: "opened";
  readonly sourceId: string;
  readonly inbox: Inbox;
  readonly options: unknown;
};

/** A source that is switched on, ready to be asked; undefined when there is none. `unusable`: what was entered does not fit any more. */
export async function openSource(
  context: Context,
  sourceId: string,
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<OpenedSource | { readonly kind: "unusable" } | undefined> {
  const stored = await context.transaction((db) =>
    findSource(db, context.tenantId, sourceId),
  );
  if (!stored?.isEnabled) return undefined;
  const inbox = inboxes.get(stored.inboxKey);
  const options =
    inbox && parseEntered(context, inbox, await readEntered(context, stored));
  return inbox && options?.ok === true
    ? {
        kind: "opened",
        sourceId,
        inbox,
        options: options.value,
      }
    : { kind: "unusable" };
}

const entered = z.record(z.string(), z.unknown());

/** What was entered, with secrets. */
export async function readEntered(
  { cipher }: Context,
  { id, options }: Pick<StoredSource, "id" | "options">,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await cipher.decrypt(options, sourcePurpose(id));
  return entered.parse(JSON.parse(text.toString()));
}

/** With the tenant set by us, whatever was entered for it. */
export function parseEntered(
  { tenantId }: Pick<Context, "tenantId">,
  inbox: Inbox,
  options: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fields: readonly string[] } {
  try {
    return { ok: true, value: inbox.parseOptions({ ...options, tenantId }) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map(({ path }) => String(path[0] ?? ""));
    return { ok: false, fields: [...new Set(fields)] };
  }
}
