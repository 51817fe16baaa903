import type { Context } from "../../../../platform/context/context.ts";
import { refuse, ok, type Result } from "../../../../platform/result/result.ts";
import { stemsOf } from "../../domain/search/search-words.ts";
import { recordAudit } from "../../../audit/index.ts";
import { saveSynonym } from "../../store/synonym-store.ts";

export type AddSynonymRefusal =
  | { readonly kind: "not-permitted" }
  /** Both must be one word. */
  | { readonly kind: "not-one-word" };

/** From now on the search of this portal understands `word` as `meaning`. Adding it twice changes nothing. */
export async function addSynonym(
  context: Context,
  { word, meaning }: { word: string; meaning: string },
): Promise<Result<void, AddSynonymRefusal>> {
  const { actor, tenantId } = context;
  if (actor.kind !== "system" && !actor.may("catalogue.edit")) {
    return refuse({ kind: "not-permitted" });
  }
  const [stem, ...others] = stemsOf(word);
  const [meaningStem, ...otherMeanings] = stemsOf(meaning);
  if (!stem || !meaningStem || others.length + otherMeanings.length > 0) {
    return refuse({ kind: "not-one-word" });
  }
  await context.transaction(async (db) => {
    const synonym = {
      stem,
      meaningStem,
      word: word.trim(),
      meaning: meaning.trim(),
    };
    await saveSynonym(db, tenantId, synonym);
    await recordAudit(context, db, {
      action: "catalogue.synonym-added",
      subject: { kind: "tenant", id: tenantId },
    });
  });
  return ok(undefined);
}
