import { dayOf } from "../../../platform/calendar/calendar-day.ts";
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
import type { QueueScope } from "../store/queue-conditions.ts";
import { listQueueLeistungen } from "../store/queue-store.ts";
import {
  findByWords,
  type FoundVorgaenge,
  type WordFrequency,
} from "../store/search-store.ts";
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
    today: dayOf(context.now),
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
  const { frequencies, byReference } = await context.read((db) =>
    findByWords(db, context.tenantId, { words: hashes, reference }),
  );
  // Somebody who types the beginning of a number means it.
  if (byReference.length > 0)
    return { ids: byReference, few: [], others: [], slugs: undefined };
  return foundBy(
    asked.map((word, place) => ({
      hash: hashes[place] ?? "",
      slugs: leistungen
        .filter(({ title }) => foldText(title).includes(word))
        .map(({ slug }) => slug),
      frequency: frequencies[place] ?? "none",
    })),
  );
}

type AskedWord = {
  readonly hash: string;
  /** Leistungen whose name has it. */
  readonly slugs: readonly string[];
  readonly frequency: WordFrequency;
};

/** Each word in the way that is read fastest: what is in names only chooses Leistungen, what few have is collected. */
function foundBy(words: readonly AskedWord[]): FoundVorgaenge {
  const inNames = words.filter(({ frequency }) => frequency === "none");
  const [first, ...more] = inNames.map(({ slugs }) => slugs);
  const isFewIn = ({ slugs, frequency }: AskedWord) =>
    slugs.length === 0 && frequency === "few";
  return {
    // Signs only: nothing is asked for, so nothing is found.
    ids: words.length === 0 ? [] : undefined,
    slugs: first?.filter((slug) => more.every((each) => each.includes(slug))),
    few: words.filter(isFewIn).map(({ hash }) => hash),
    others: words
      .filter((word) => word.frequency !== "none" && !isFewIn(word))
      .map(({ hash, slugs, frequency }) => ({
        hash,
        slugs,
        isFew: frequency === "few",
      })),
  };
}
