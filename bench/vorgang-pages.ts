import { asOwner } from "./drafts.ts";
import type { Site } from "./site.ts";
import { teamId } from "./vorgang-offices.ts";
import { familyNames, givenNames, leistungen, town } from "./vorgang-words.ts";

export type Asked = {
  readonly name: string;
  readonly path: (run: number) => string;
};

/** Every filter, searches for what is rare and what is in nearly every Vorgang, and a page far down. */
export async function pagesToAsk(site: Site): Promise<readonly Asked[]> {
  const found = await asOwner<{ reference: string; at: Date; id: string }>(
    site,
    "select reference, received_at as at, id from vorgaenge.vorgang where tenant_id = current_setting('app.tenant_id')::uuid order by received_at offset 1000 limit 1",
  );
  const [known] = found.rows;
  if (!known) throw new Error("bench: no Vorgang was made");
  const farDown = `stand=all&nach=${String(known.at.getTime())}_${known.id}`;
  const asked: readonly Query[] = [
    ["queue: open", () => ""],
    ["queue: all, far down", () => farDown],
    ...filterQueries,
    ...searchQueries,
    ["search: number", () => search(known.reference)],
  ];
  return asked.map(([name, query]) => ({
    name,
    path: (run) => `/arbeitsplatz?${query(run)}`,
  }));
}

type Query = readonly [name: string, query: (run: number) => string];

/** Another one of a list for each run. */
export function pick(list: readonly string[], run: number): string {
  return list[run % list.length] ?? "";
}

const slug = (run: number) => leistungen[run % leistungen.length]?.slug ?? "";
const state = (run: number) =>
  pick(["received", "question", "decided", "closed", "withdrawn"], run);
const day = (run: number) =>
  new Date(Date.now() - (run % 900) * 86_400_000).toISOString().slice(0, 10);
const search = (words: string) => `suche=${encodeURIComponent(words)}`;
const family = (run: number) => pick(familyNames, run * 7);

const filterQueries: readonly Query[] = [
  ["filter: state", (run) => `stand=${state(run)}`],
  ["filter: mine", () => "wer=ich"],
  ["filter: nobody's", () => "wer=niemand"],
  ["filter: Leistung, open", (run) => `leistung=${slug(run)}`],
  ["filter: Leistung, all", (run) => `stand=all&leistung=${slug(run)}`],
  ["filter: team, open", () => `team=${teamId}`],
  ["filter: team, all", () => `stand=all&team=${teamId}`],
  ["filter: days", (run) => `stand=all&von=${day(run + 30)}&bis=${day(run)}`],
  ["filter: unread", () => "neu=ja"],
  ["filter: unread, mine, all", () => "stand=all&neu=ja&wer=ich"],
  ["order: waiting longest", () => "reihenfolge=liegt"],
];

const searchQueries: readonly Query[] = [
  ["search: name, open", (run) => search(family(run))],
  ["search: name, all", (run) => `stand=all&${search(family(run))}`],
  [
    "search: two names, all",
    (run) => `stand=all&${search(`${pick(givenNames, run)} ${family(run)}`)}`,
  ],
  ["search: town (in every one), open", () => search(town)],
  [
    "search: town, Leistung, all",
    (run) => `stand=all&leistung=${slug(run)}&${search(town)}`,
  ],
  [
    "search: name and word of a Leistung",
    (run) => `stand=all&${search(`${family(run)} hund`)}`,
  ],
  [
    "search: nothing found",
    (run) => `stand=all&${search(`xyzzy${String(run)}`)}`,
  ],
];
