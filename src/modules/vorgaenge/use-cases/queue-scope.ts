import type { Context } from "../../../platform/context/context.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  findWorkScope,
  listOffice,
  type Team,
  type WorkScope,
} from "../../staff/index.ts";
import type { QueueNarrowing } from "../domain/queue.ts";
import { askedReferenceOf, askedWordsOf } from "../domain/search-words.ts";
import type { FoundVorgaenge, QueueScope } from "../store/queue-conditions.ts";
import { listQueueLeistungen } from "../store/queue-store.ts";
import { findByWords } from "../store/search-store.ts";
import { hashWords } from "./search-index.ts";

export type NamedLeistung = { readonly slug: string; readonly title: string };

/** What every list of the caller starts from. */
export type QueueGround = {
  readonly work: WorkScope;
  readonly teams: readonly Team[];
  readonly leistungen: readonly NamedLeistung[];
};

/** What a list starts from that is asked for by itself. Three statements at once. */
export async function readQueueGround(context: Context): Promise<QueueGround> {
  const [{ teams }, work, leistungen] = await Promise.all([
    listOffice(context),
    findWorkScope(context),
    context.read((db) => listQueueLeistungen(db, context.tenantId)),
  ]);
  return { teams, work, leistungen };
}

/** What the caller may see of a narrowing, ready for the store. Asks the database once more only where there are words to find. */
export async function queueScope(
  context: Context,
  narrowing: QueueNarrowing,
  ground: QueueGround,
): Promise<QueueScope> {
  return {
    ...plainScope(context, narrowing, ground),
    found: await find(context, narrowing.search, ground.leistungen),
  };
}

/** The same without its search. */
export function plainScope(
  context: Context,
  narrowing: QueueNarrowing,
  { work, teams }: Pick<QueueGround, "work" | "teams">,
): QueueScope {
  const team = teams.find(({ id }) => id === narrowing.teamId);
  return {
    ...narrowing,
    teamId: team?.id,
    teamSlugs: team?.leistungen.map(({ slug }) => slug) ?? [],
    staffId: context.actor.id,
    assigneeIds: [context.actor.id, ...work.substitutedIds].filter(isId),
    hiddenSlugs: work.hiddenSlugs,
    found: undefined,
  };
}

async function find(
  context: Context,
  search: string,
  leistungen: readonly NamedLeistung[],
): Promise<FoundVorgaenge | undefined> {
  if (search === "") return undefined;
  const asked = askedWordsOf(search);
  const reference = askedReferenceOf(search);
  const hashes = await hashWords(context, asked);
  const { byWord, byReference } = await context.read((db) =>
    findByWords(db, context.tenantId, { words: hashes, reference }),
  );
  // Somebody who types the beginning of a number means it.
  if (byReference !== undefined && byReference.length > 0)
    return { ids: byReference, words: [] };
  const words = asked.map((word, place) => ({
    hash: hashes[place] ?? "",
    slugs: leistungen
      .filter(({ title }) => foldText(title).includes(word))
      .map(({ slug }) => slug),
    ids: byWord[place],
  }));
  return narrowed(words);
}

/** Words that only few Vorgänge have are one list of those that have them all. */
function narrowed(words: FoundVorgaenge["words"]): FoundVorgaenge {
  // Signs only: nothing is asked for, so nothing is found.
  if (words.length === 0) return { ids: [], words: [] };
  const rare = words.flatMap(({ slugs, ids }) =>
    slugs.length === 0 && ids ? [ids] : [],
  );
  const [first, ...others] = rare;
  const inOthers = others.map((ids) => new Set(ids));
  return {
    ids: first?.filter((id) => inOthers.every((ids) => ids.has(id))),
    words: words.filter(({ slugs, ids }) => slugs.length > 0 || !ids),
  };
}
