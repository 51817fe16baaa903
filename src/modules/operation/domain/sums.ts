export function sumOf<Item>(
  items: readonly Item[],
  value: (item: Item) => number,
): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Nought of none. */
export function highestOf<Item>(
  items: readonly Item[],
  value: (item: Item) => number,
): number {
  return items.reduce((highest, item) => Math.max(highest, value(item)), 0);
}
