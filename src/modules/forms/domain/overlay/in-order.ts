/** Those that are named first, in that order; the others follow as they stood. `unknown` hears of names that nothing has. */
export function inOrder<Item extends { readonly key: string }>(
  items: readonly Item[],
  order: readonly string[],
  unknown: (key: string) => void = () => undefined,
): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const named = [...new Set(order)].flatMap((key) => {
    const item = byKey.get(key);
    if (!item) unknown(key);
    return item ? [item] : [];
  });
  return [...named, ...items.filter((item) => !named.includes(item))];
}
