import { gatherGroups, ownIds, type Group } from "./groups.ts";
import { valueOf, type SampleRow } from "./table-rows.ts";

/** What a town is made of: everything of it that is there without applications, and its applications. */
export type TownSample = {
  readonly tenantId: string;
  readonly rows: readonly SampleRow[];
  readonly stories: readonly StorySample[];
};

/** An application and everything that came of it. */
export type StorySample = {
  readonly submittedAt: Date;
  /** Nothing is left to do. */
  readonly isSettled: boolean;
  readonly own: readonly string[];
  readonly rows: readonly SampleRow[];
};

export type PersonSample = {
  readonly accountId: string;
  readonly own: readonly string[];
  readonly rows: readonly SampleRow[];
};

export type Sample = {
  readonly installationId: string;
  readonly towns: readonly TownSample[];
  readonly people: readonly PersonSample[];
  /** Which town an id is of: another town has others. */
  readonly townIds: ReadonlyMap<string, string>;
};

/** These are told as much by applications as by what is there without them. */
const onlyWithStories = ["audit.entry", "jobs.job"];

/** Rows without a tenant that are a town's all the same: by what they mention, or by its official key. */
const withoutTenant = ["jobs.channel", "jobs.slot"];
const byOfficialKey = [
  "tenants.place",
  "tenants.place_search",
  "tenants.street",
];

export type SampleInput = {
  readonly rows: readonly SampleRow[];
  readonly installationId: string;
  readonly townIds: readonly string[];
};

/** Tells apart what belongs to an application, to a person with an account and to a town. */
export function sortSample({
  rows,
  installationId,
  townIds,
}: SampleInput): Sample {
  const stories = gatherGroups(rows, storyRoots(rows));
  const people = gatherGroups(
    stories.rest.filter((row) => isOf(row, installationId)),
    new Map(
      stories.rest
        .filter(({ table }) => table.name === "accounts.account")
        .flatMap((row) => valueOf(row, "id") ?? [])
        .map((id) => [id, [id]]),
    ),
  );
  const shared = idsOf(people.rest);
  const towns = townIds.map((tenantId) => ({
    tenantId,
    rows: rowsOfTown(stories.rest, tenantId),
    stories: stories.groups
      .filter((group) => isTold(group, { tenantId, townIds }))
      .filter(({ rows: own }) => !own.some((row) => mentions(row, shared)))
      .map(storyOf),
  }));
  const ids = idsOf(rows);
  return {
    installationId,
    towns,
    people: people.groups.map(({ root, own, rows }) => ({
      accountId: root,
      own: [...own],
      // Whoever is like a member of an organisation does not join it, or it would have a hundred thousand.
      rows: rows.filter((row) => !mentions(row, shared)),
    })),
    townIds: new Map(
      towns.flatMap(({ tenantId, rows }) =>
        [tenantId, ...rows.flatMap((row) => ownIds(row, ids))].map((id) => [
          id,
          tenantId,
        ]),
      ),
    ),
  };
}

function storyRoots(
  rows: readonly SampleRow[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows
      .filter(({ table }) => table.name === "submissions.submission")
      .map((row) => [
        valueOf(row, "id") ?? "",
        ["id", "draft_id", "reference"].flatMap(
          (name) => valueOf(row, name) ?? [],
        ),
      ]),
  );
}

function isOf(row: SampleRow, tenantId: string): boolean {
  return valueOf(row, "tenant_id") === tenantId;
}

function idsOf(rows: readonly SampleRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => valueOf(row, "id") ?? []));
}

function mentions(row: SampleRow, ids: ReadonlySet<string>): boolean {
  return row.mentions.some((id) => ids.has(id));
}

/** Those that are about one town and no other application. */
function isTold(
  { rows, shared }: Group,
  {
    tenantId,
    townIds,
  }: { readonly tenantId: string; readonly townIds: readonly string[] },
): boolean {
  const mentioned = new Set(rows.flatMap(({ mentions }) => mentions));
  const about = townIds.filter((id) => mentioned.has(id));
  return (
    about.length === 1 &&
    about[0] === tenantId &&
    shared.length === 0 &&
    rows.some(({ table }) => table.name === "vorgaenge.vorgang")
  );
}

const settled = ["decided", "closed", "withdrawn", "handed-over"];

function storyOf({ rows, own }: Group): StorySample {
  const in_ = (table: string) => rows.find((row) => row.table.name === table);
  const submission = in_("submissions.submission");
  const vorgang = in_("vorgaenge.vorgang");
  return {
    submittedAt: new Date(
      (submission && valueOf(submission, "submitted_at")) ?? 0,
    ),
    isSettled:
      vorgang !== undefined &&
      settled.includes(valueOf(vorgang, "state") ?? ""),
    own: [...own],
    rows,
  };
}

/** In two steps: which rows without a tenant are a town's is told by what the others are known by. */
function rowsOfTown(
  rest: readonly SampleRow[],
  tenantId: string,
): readonly SampleRow[] {
  const rows = rest.filter(
    ({ table }) => !onlyWithStories.includes(table.name),
  );
  const own = rows.filter((row) => isOf(row, tenantId));
  const authority = rows.find(
    (row) =>
      row.table.name === "tenants.authority" && valueOf(row, "id") === tenantId,
  );
  const known = new Set([
    tenantId,
    ...own.flatMap((row) => valueOf(row, "id") ?? []),
  ]);
  const ars = authority && valueOf(authority, "ars");
  const others = rows.filter(
    (row) =>
      row === authority ||
      (withoutTenant.includes(row.table.name) &&
        row.mentions.some((each) => known.has(each))) ||
      (byOfficialKey.includes(row.table.name) && valueOf(row, "ars") === ars),
  );
  return [...own, ...others];
}
