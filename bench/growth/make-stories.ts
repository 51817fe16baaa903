import { setImmediate } from "node:timers/promises";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { randomNumbers, type Random } from "../random-numbers.ts";
import type { GrowthSize, KnownPerson } from "./grow.ts";
import { likeIt, linesOf, makeCopy } from "./make-copy.ts";
import { openCopies, type Copies } from "./open-copies.ts";
import type { StoryTemplate, Templates } from "./templates.ts";
import type { Town } from "./towns.ts";

export type StoriesInput = {
  readonly towns: readonly Town[];
  /** Applications that are there already, by town. */
  readonly existing: ReadonlyMap<string, number>;
  readonly people: readonly KnownPerson[];
  readonly size: GrowthSize;
};

const dayMs = 86_400_000;
const years = 4;
/** Within this share of the years some are open still. */
const recent = 0.06;

/** Applications of all towns; gives the number of rows. */
export async function makeStories(
  address: DatabaseAddress,
  { stories }: Templates,
  { towns: all, existing, people, size }: StoriesInput,
): Promise<number> {
  const towns = all.filter(({ likeId }) => stories.get(likeId)?.length);
  const copies = await openCopies(
    address,
    [...stories.values()].flat().map(({ template }) => template),
  );
  const counts = countsOf({ towns, existing, people, size });
  for (const [place, town] of towns.entries())
    await makeStoriesOf(copies, stories.get(town.likeId) ?? [], {
      town,
      count: counts[place] ?? 0,
      people,
      random: randomNumbers(place + 1),
    });
  await copies.end();
  return copies.rows();
}

/** The first has an equal share of all tenants, so that it is the same for each size; the others share the rest. */
function countsOf({ towns, existing, size }: StoriesInput): readonly number[] {
  const first = Math.round(size.submissions / size.tenants);
  const rest = size.submissions - first;
  const others = towns.length - 1;
  return towns.map(({ tenantId }, place) => {
    const wanted =
      place === 0
        ? first
        : Math.floor(rest / others) + (place <= rest % others ? 1 : 0);
    return Math.max(0, wanted - (existing.get(tenantId) ?? 0));
  });
}

type TownStories = {
  readonly town: Town;
  readonly count: number;
  readonly people: readonly KnownPerson[];
  readonly random: Random;
};

/** The oldest first: keys land next to each other, as they do in life. */
async function makeStoriesOf(
  copies: Copies,
  stories: readonly StoryTemplate[],
  { town, count, people, random }: TownStories,
): Promise<void> {
  const settled = stories.filter(({ isSettled }) => isSettled);
  const open = stories.filter(({ isSettled }) => !isSettled);
  for (let place = 0; place < count; place += 1) {
    const age = 1 - place / count;
    const isOpen = age < recent && random.next() < 0.7;
    const story = random.pick(isOpen && open.length > 0 ? open : settled);
    const movedByMs = -Math.floor(age * years * 365 * dayMs);
    const own = story.own.map((each) =>
      likeIt(each, { movedByMs, number: place }),
    );
    const lists = await makeCopy(story.template, {
      town,
      own,
      people: somePeople.flatMap(() => random.pick(people)),
      movedByMs,
    });
    await copies.writeAll(
      linesOf(story.template, lists, town).filter(({ table }) =>
        isKept(table, age),
      ),
    );
    // Sockets are written to between turns only.
    if (place % 200 === 0) await setImmediate();
  }
}

/** One for each of the sample. */
const somePeople = [0, 1, 2, 3];

/** The product removes these when their time has come; of an open application they are younger than that. */
const removedInTime = ["submissions.draft_key", "mail.message"];

function isKept(table: string, age: number): boolean {
  return age < recent || !removedInTime.includes(table);
}
