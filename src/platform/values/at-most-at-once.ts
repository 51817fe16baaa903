/** What `work` makes of each item, in their order; so many are worked on at the same time. After a fault nothing further is begun. */
export async function atMostAtOnce<Item, Made>(
  limit: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const waiting = [...items.entries()].values();
  const made: (readonly [number, Made])[] = [];
  const lane = async () => {
    // All lanes take from the same iterator; a fault in one closes it.
    for (const [index, item] of waiting)
      made.push([index, await work(item)] as const);
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return made.toSorted(([a], [b]) => a - b).map(([, one]) => one);
}
