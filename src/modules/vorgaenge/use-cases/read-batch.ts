import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import {
  findBatch,
  findVorgaenge,
  listItems,
  type StoredBatch,
  type StoredItem,
} from "../store/batch-store.ts";

export type ReadBatch = {
  readonly batch: StoredBatch;
  readonly items: readonly StoredItem[];
};

/** A batch of the caller's own, with what came of each item so far; undefined for any other. */
export async function readBatch(
  context: Context,
  id: string,
): Promise<ReadBatch | undefined> {
  const { tenantId, actor } = context;
  if (!isId(id) || !actor.may("vorgang.read")) return undefined;
  const [batch, items] = await context.read((db) =>
    Promise.all([findBatch(db, tenantId, id), listItems(db, tenantId, id)]),
  );
  return batch?.staffId === actor.id ? { batch, items } : undefined;
}

/** Vorgänge of an export that went through, in their order; what the caller may no longer see is left out. */
export async function readExport(
  context: Context,
  id: string,
): Promise<readonly Vorgang[] | undefined> {
  const read = await readBatch(context, id);
  if (read?.batch.action !== "export") return undefined;
  const ids = read.items
    .filter(({ result }) => result === "done")
    .map(({ vorgangId }) => vorgangId);
  const { hiddenSlugs } = await findWorkScope(context);
  const found = await context.read((db) =>
    findVorgaenge(db, context.tenantId, { ids, hiddenSlugs }),
  );
  return ids.flatMap((each) => found.get(each) ?? []);
}
