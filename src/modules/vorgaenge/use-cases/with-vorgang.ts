import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { findVorgangForUpdate } from "../store/vorgang-store.ts";

export type VorgangRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" };

/**
 * One transaction of somebody who may change Vorgänge, on one that they see; it is locked until the end, so changes come one after the other.
 * What is another team's alone, and what was given to another authority, is not found.
 */
export async function withVorgang<
  Value,
  Refusal extends { readonly kind: string },
>(
  context: Context,
  vorgangId: string,
  work: (
    db: Db,
    vorgang: Vorgang,
    hiddenSlugs: readonly string[],
  ) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | VorgangRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  return context.transaction<Result<Value, Refusal | VorgangRefusal>>(
    async (db) => {
      const sought = { id: vorgangId, hiddenSlugs };
      const vorgang = await findVorgangForUpdate(db, tenantId, sought);
      // What lies with another authority is only kept here: its page offers nothing.
      return vorgang && vorgang.handedTo === undefined
        ? work(db, vorgang, hiddenSlugs)
        : refuse({ kind: "not-found" });
    },
  );
}
