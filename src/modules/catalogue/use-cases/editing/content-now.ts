import type { Db } from "../../../../platform/database/database.ts";
import { merged } from "../../domain/editing/content-changes.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { listVersions, type EditedLeistung } from "../../store/editor-store.ts";

/** A content that was made from an earlier version, with what was published in other parts since. */
export async function contentNow(
  db: Db,
  tenantId: string,
  {
    made,
    current,
  }: {
    readonly made: { readonly content: LeistungContent; readonly base: number };
    readonly current: EditedLeistung;
  },
): Promise<LeistungContent> {
  if (current.version === made.base) return made.content;
  const [base] = await listVersions(db, tenantId, {
    leistungId: current.id,
    limit: 1,
    upTo: made.base,
  });
  return merged({
    base: base?.content ?? current.content,
    mine: made.content,
    theirs: current.content,
  });
}
