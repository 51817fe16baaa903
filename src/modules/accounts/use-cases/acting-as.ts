import type { Context } from "../../../platform/context/context.ts";

/** The same context with the citizen as actor, for what is done in their name before they are signed in. May nothing. */
export function actingAs(context: Context, accountId: string): Context {
  const actor = {
    kind: "citizen" as const,
    id: accountId,
    ownerId: accountId,
    may: () => false,
  };
  return { ...context, actor };
}
