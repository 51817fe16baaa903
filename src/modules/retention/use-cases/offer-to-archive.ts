import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { ArchiveAnswer } from "../domain/standing.ts";
import { termOf } from "../domain/term.ts";
import type { RetentionPorts } from "../ports.ts";
import { insertOffer, saveArchiveAnswer } from "../store/circumstance-store.ts";
import { listTerms } from "../store/term-store.ts";

export type ArchiveStep = "offered" | ArchiveAnswer;

/** At once, as many as a page of the calendar shows. */
const mostAtOnce = 200;

/**
 * Notes that ended Vorgänge were offered to the archive, or what it answered; only those of a Leistung that asks for it, and an answer only to
 * an offer. Others among them are left as they are. Gives how many changed. Needs `vorgang.edit`. @see § 6 LArchivG M-V
 */
export async function noteArchiveStep(
  context: Context,
  { vorgaenge }: Pick<RetentionPorts, "vorgaenge">,
  {
    vorgangIds,
    step,
  }: { readonly vorgangIds: readonly string[]; readonly step: ArchiveStep },
): Promise<Result<number, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  const { hiddenSlugs } = await findWorkScope(context);
  // In one order for all: two colleagues at once must not wait for each other.
  const ids = [...new Set(vorgangIds)].filter(isId).toSorted();
  return context.transaction(async (db) => {
    const terms = await listTerms(db, tenantId);
    const changed: string[] = [];
    for (const id of ids.slice(0, mostAtOnce)) {
      const known = await vorgaenge.lock(context, db, { id, hiddenSlugs });
      const term = known?.ended && termOf(terms, known.ended.leistungSlug);
      if (!term?.offersToArchive) continue;
      if (await save(context, db, { vorgangId: id, step })) changed.push(id);
    }
    for (const id of changed)
      await recordAudit(context, db, {
        action: `retention.archive-${step}`,
        subject: { kind: "vorgang", id },
      });
    return ok(changed.length);
  });
}

function save(
  { tenantId, actor, now }: Context,
  db: Db,
  {
    vorgangId,
    step,
  }: { readonly vorgangId: string; readonly step: ArchiveStep },
): Promise<boolean> {
  const change = { vorgangId, by: actor.id, at: now };
  return step === "offered"
    ? insertOffer(db, tenantId, change)
    : saveArchiveAnswer(db, tenantId, { ...change, answer: step });
}
