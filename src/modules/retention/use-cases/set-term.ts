import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { everyLeistung, type Term, type Terms } from "../domain/term.ts";
import { listTerms, saveTerm } from "../store/term-store.ts";

/** Who says how long something is kept. */
export const termsPermission = "retention.terms";

type NotPermitted = { readonly kind: "not-permitted" };

/** What the caller's authority has set. Needs `retention.terms`. */
export async function readTerms(
  context: Context,
): Promise<Result<Terms, NotPermitted>> {
  if (!context.actor.may(termsPermission))
    return refuse({ kind: "not-permitted" });
  return ok(await context.transaction((db) => listTerms(db, context.tenantId)));
}

/**
 * Sets how long Vorgänge of a Leistung are kept, or of all that have no term of their own; undefined takes the term away. It holds for those
 * that are closed already, too: none is deleted before it was announced. Needs `retention.terms`; that the Leistung exists is for the caller to
 * know.
 */
export async function setTerm(
  context: Context,
  {
    leistungSlug,
    term,
  }: { readonly leistungSlug: string; readonly term: Term | undefined },
): Promise<Result<void, NotPermitted>> {
  const { actor, tenantId, now } = context;
  if (!actor.may(termsPermission)) return refuse({ kind: "not-permitted" });
  await context.transaction(async (db) => {
    await saveTerm(db, tenantId, { leistungSlug, term, at: now });
    await recordAudit(context, db, {
      action: term ? "retention.term-set" : "retention.term-removed",
      subject: {
        kind: "leistung",
        id: leistungSlug === everyLeistung ? "alle" : leistungSlug,
      },
      details: term ? { count: term.count, unit: term.unit } : {},
    });
  });
  return ok(undefined);
}
