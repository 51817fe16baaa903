import { valueOf, type SampleRow } from "./table-rows.ts";

/** Rows that belong together, by what they begin with: a submission, a person. */
export type Group = {
  readonly root: string;
  readonly rows: SampleRow[];
  /** Ids and numbers that are the group's own: another copy of it has others. */
  readonly own: Set<string>;
  /** Rows that belong to another group as well; they are in neither. */
  readonly shared: SampleRow[];
};

/** Sorts rows by what they mention, directly or through a row that does. Gives the groups and the rows of none. */
export function gatherGroups(
  rows: readonly SampleRow[],
  roots: ReadonlyMap<string, readonly string[]>,
): { readonly groups: readonly Group[]; readonly rest: readonly SampleRow[] } {
  const owners = new Map<string, Group>();
  const groups = [...roots].map(([root, own]) => {
    const group: Group = { root, rows: [], own: new Set(own), shared: [] };
    for (const each of own) owners.set(each, group);
    return group;
  });
  const ids = new Set(rows.flatMap((row) => valueOf(row, "id") ?? []));
  let waiting = rows;
  for (;;) {
    const left = waiting.filter((row) => {
      const found = groupsOf(row, owners);
      const [group] = found;
      if (!group || found.size > 1) return true;
      group.rows.push(row);
      for (const id of ownIds(row, ids))
        if (!owners.has(id)) {
          owners.set(id, group);
          group.own.add(id);
        }
      return false;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
  const rest = waiting.filter((row) => {
    const found = groupsOf(row, owners);
    for (const group of found) group.shared.push(row);
    return found.size === 0;
  });
  return { groups, rest };
}

function groupsOf(
  row: SampleRow,
  owners: ReadonlyMap<string, Group>,
): ReadonlySet<Group> {
  return new Set(row.mentions.flatMap((each) => owners.get(each) ?? []));
}

/** Its own id, and ids in its key that no other row is known by, such as those of files. */
export function ownIds(
  { table, values }: SampleRow,
  ids: ReadonlySet<string>,
): readonly string[] {
  return table.columns.flatMap(({ name, type, isUnique }, index) => {
    const value = values[index] ?? undefined;
    if (value === undefined || type !== "uuid" || !isUnique) return [];
    if (name === "tenant_id") return [];
    return name === "id" || !ids.has(value) ? [value] : [];
  });
}
