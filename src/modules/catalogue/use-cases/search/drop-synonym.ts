import type { Context } from "../../../../platform/context/context.ts";
import { recordAudit } from "../../../audit/index.ts";
import { deleteSynonym, type Synonym } from "../../store/synonym-store.ts";

/** The search of this portal forgets a word. False without `catalogue.edit`; a word it does not know changes nothing. */
export async function dropSynonym(
  context: Context,
  synonym: Pick<Synonym, "stem" | "meaningStem">,
): Promise<boolean> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return false;
  await context.transaction(async (db) => {
    if (!(await deleteSynonym(db, tenantId, synonym))) return;
    await recordAudit(context, db, {
      action: "catalogue.synonym-dropped",
      subject: { kind: "tenant", id: tenantId },
    });
  });
  return true;
}
