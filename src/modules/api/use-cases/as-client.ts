import type { Context } from "../../../platform/context/context.ts";
import type { Client } from "../domain/client.ts";

/** What a client may do by the use cases of others; what of it the token opens is checked on the way in. */
const permissions: readonly string[] = ["vorgang.edit"];

/** The same request, done by a back-office system: the audit log and the history name its client id. */
export function asClient(
  context: Context,
  { clientId }: Pick<Client, "clientId">,
): Context {
  return {
    ...context,
    actor: {
      kind: "system",
      id: clientId,
      may: (permission) => permissions.includes(permission),
    },
  };
}
