import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { nameOfDestination } from "../../delivery/index.ts";
import { longestWord } from "../domain/meaning.ts";
import { replaceMeanings, type StateMeaning } from "../store/state-store.ts";

export type { StateMeaning };

export type SaveMeaningsRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "word-too-long"; readonly word: string }
  /** One word cannot mean two things. */
  | { readonly kind: "word-twice"; readonly word: string };

/** Says what the states of a back office mean. It counts for what is reported from now on. Audited. */
export async function saveMeanings(
  context: Context,
  {
    destinationId,
    meanings,
  }: {
    readonly destinationId: string;
    readonly meanings: readonly StateMeaning[];
  },
): Promise<Result<void, SaveMeaningsRefusal>> {
  const { tenantId, actor } = context;
  if (!actor.may("delivery.edit")) return refuse({ kind: "not-permitted" });
  const refusal = faultOf(meanings);
  if (refusal) return refuse(refusal);
  if ((await nameOfDestination(context, destinationId)) === undefined)
    return refuse({ kind: "not-found" });
  await context.transaction(async (db) => {
    await replaceMeanings(db, tenantId, { destinationId, meanings });
    await recordAudit(context, db, {
      action: "api.meanings-saved",
      subject: { kind: "destination", id: destinationId },
      details: { words: meanings.length },
    });
  });
  return ok(undefined);
}

function faultOf(
  meanings: readonly StateMeaning[],
): SaveMeaningsRefusal | undefined {
  const words = meanings.map(({ word }) => word);
  const long = words.find((word) => Array.from(word).length > longestWord);
  if (long !== undefined) return { kind: "word-too-long", word: long };
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  return twice === undefined ? undefined : { kind: "word-twice", word: twice };
}
