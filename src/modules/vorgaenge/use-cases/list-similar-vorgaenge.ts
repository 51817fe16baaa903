import type { Context } from "../../../platform/context/context.ts";
import { mostSimilarDays, usualSimilarDays } from "../domain/similar-period.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { ListSimilar } from "../ports.ts";
import { findSimilarDays } from "../store/similar-period-store.ts";
import {
  listVorgaengeOfSubmissions,
  type NamedVorgang,
} from "../store/state-name-store.ts";

export type SimilarVorgaenge = {
  /** For how many days back was looked. */
  readonly days: number;
  /** The newest first. */
  readonly vorgaenge: readonly NamedVorgang[];
};

const nothing: SimilarVorgaenge = { days: 0, vorgaenge: [] };

/** Vorgänge of the same person and Leistung that the caller may open, as far back as the office wants to know of them. */
export async function listSimilarVorgaenge(
  context: Context,
  {
    submissionId,
    leistungSlug,
    hiddenSlugs,
  }: Pick<Vorgang, "submissionId" | "leistungSlug"> & {
    readonly hiddenSlugs: readonly string[];
  },
  listSimilar: ListSimilar,
): Promise<SimilarVorgaenge> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.read")) return nothing;
  // Asked for the longest period first: mostly nobody has applied twice, and what the office has set need not be read.
  const submissionIds = await listSimilar(context, {
    submissionId,
    days: mostSimilarDays,
  });
  if (submissionIds.length === 0) return nothing;
  const [set, found] = await context.read((db) =>
    Promise.all([
      findSimilarDays(db, tenantId, leistungSlug),
      listVorgaengeOfSubmissions(db, tenantId, submissionIds),
    ]),
  );
  const days = set ?? usualSimilarDays;
  const since = now.getTime() - days * 86_400_000;
  const vorgaenge = found
    .filter(({ vorgang }) => !hiddenSlugs.includes(vorgang.leistungSlug))
    .filter(({ vorgang }) => days > 0 && vorgang.receivedAt.getTime() >= since);
  return { days, vorgaenge };
}
