import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  orderOf,
  dueChoices,
  queueFilters,
  queueOrders,
  wholeQueue,
  type QueueCursor,
  type QueueNarrowing,
  type QueueView,
} from "../domain/queue.ts";
import { isOpen, vorgangStates } from "../domain/states.ts";
import { listQueue } from "../store/queue-store.ts";
import {
  people,
  queueOffice,
  slugs,
  teamNames,
  titles,
  type Known,
  type KnownOffice,
  type Person,
  type Role,
} from "../testing/queue-world.ts";
import { fakePorts } from "../testing/vorgang-fixtures.ts";
import { countNews } from "./count-news.ts";
import { listVorgaenge, type QueuePage } from "./list-vorgaenge.ts";
import { itemsOfList, previewBatch } from "./plan-batch.ts";
import { queueScope, readQueueGround } from "./queue-scope.ts";
import { readVorgang } from "./read-vorgang.ts";

const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);

const question = fc.record({
  person: fc.constantFrom(...people),
  role: fc.constantFrom<Role>("reader", "caseworker", "caseworker", "admin"),
  filter: fc.constantFrom(...queueFilters),
  order: maybe(...queueOrders),
  assignee: fc.constantFrom("anybody", "anybody", "mine", "nobody", ...people),
  team: maybe(undefined, ...teamNames),
  slug: maybe(undefined, ...slugs),
  isLabelled: fc.constantFrom(false, false, true),
  isUnread: fc.constantFrom(false, false, true),
  due: maybe(undefined, undefined, ...dueChoices),
  receivedFrom: maybe(undefined, "2027-03-02"),
  receivedUntil: maybe(undefined, "2027-03-02"),
  search: fc.constantFrom(
    ...["", "", "", "Anna", "anna GROSSMANN", "hund", "Hauptstraße hund"],
    ...["wohngeld anna", "xyzzy", "test1", "…"],
  ),
});
type Question =
  typeof question extends fc.Arbitrary<infer Value> ? Value : never;

/** What must come out, written down once more and differently than in the code. */
const substituted: Partial<Record<Person, Person>> = { samira: "kevin" };
const isSeen = (person: Person, { slug }: Known) =>
  slug !== "bewohnerparkausweis" || ["kevin", "samira"].includes(person);
const mayRead = (role: Role) => role === "reader" || role === "caseworker";
const isUnread = (person: Person, { read, position }: Known) =>
  (read[person] ?? 0) < position;

const isWanted = (asked: Question, known: Known): boolean =>
  isSeen(asked.person, known) &&
  isWhose(asked, known) &&
  isAbout(asked, known) &&
  isWhen(asked, known) &&
  hasWords(asked.search, known);

function isWhose({ person, assignee, team }: Question, known: Known): boolean {
  const who = known.assignee ?? "nobody";
  const mine: readonly string[] = [person, substituted[person] ?? person];
  const natural = { bewohnerparkausweis: "Parken", hundesteuer: "Hunde" };
  const ownTeam =
    known.team ?? (known.slug === "wohngeld" ? undefined : natural[known.slug]);
  const isTheirs = assignee === "mine" ? mine.includes(who) : who === assignee;
  return (
    (assignee === "anybody" || isTheirs) &&
    (team === undefined || team === ownTeam)
  );
}

const isAbout = (asked: Question, known: Known): boolean =>
  (asked.slug === undefined || asked.slug === known.slug) &&
  (!asked.isLabelled || known.isLabelled) &&
  (!asked.isUnread || isUnread(asked.person, known));

function isWhen(
  { due, receivedFrom = "", receivedUntil = "9999" }: Question,
  { receivedAt, dueOn = "9999" }: Known,
): boolean {
  const day = receivedAt.toISOString().slice(0, 10);
  const lastDue = { late: "2027-03-02", soon: "2027-03-10" };
  return (
    (due === undefined || dueOn <= lastDue[due]) &&
    day >= receivedFrom &&
    day <= receivedUntil
  );
}

function hasWords(search: string, { words, slug, reference }: Known): boolean {
  if (search === "test1") return reference.startsWith("TEST-1");
  const asked = search.toLowerCase().replace("ß", "ss").split(" ");
  return (
    search === "" ||
    asked.every(
      (word) =>
        words.includes(word) || titles[slug].toLowerCase().includes(word),
    )
  );
}

const isIn = ({ filter }: Question, { state }: Known) =>
  filter === "all" || (filter === "open" ? isOpen(state) : filter === state);

function sorted(asked: Question, found: readonly Known[]): readonly string[] {
  const order = orderOf({ ...asked, narrowing: wholeQueue });
  const key = (known: Known) =>
    order === "due"
      ? (known.dueOn ?? "9999-12-31")
      : (order === "longest"
          ? known.stateSince
          : known.receivedAt
        ).toISOString();
  const place = (known: Known) => `${key(known)} ${known.id}`;
  const ids = found
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
    .map(({ id }) => id);
  return order === "newest" ? ids.toReversed() : ids;
}

describe("lists: roles × offices × teams × states", () => {
  let database: TestDatabase;
  let offices: readonly [KnownOffice, KnownOffice];
  before(async () => {
    database = await createTestDatabase();
    offices = [
      await queueOffice(database, { count: 70, seed: 1 }),
      await queueOffice(database, { count: 70, seed: 2 }),
    ];
  });
  after(() => database.close());

  const narrowingOf = (asked: Question): QueueNarrowing => {
    const [{ staffIds, teamIds, labelId }] = offices;
    const person = people.find((each) => each === asked.assignee);
    return {
      assignee: person ? staffIds[person] : asked.assignee,
      teamId: asked.team && teamIds[asked.team],
      labelId: asked.isLabelled ? labelId : undefined,
      leistungSlug: asked.slug,
      receivedFrom: asked.receivedFrom,
      receivedUntil: asked.receivedUntil,
      due: asked.due,
      isUnread: asked.isUnread,
      isMentioned: false,
      search: asked.search,
    };
  };
  const viewOf = (asked: Question): QueueView => ({
    filter: asked.filter,
    order: asked.order,
    narrowing: narrowingOf(asked),
  });

  /** All pages of a list, one after the other. */
  const pagesOf = async (
    context: Context,
    view: QueueView,
  ): Promise<readonly QueuePage[]> => {
    const pages: QueuePage[] = [];
    let after: QueueCursor | undefined;
    do {
      const listed = await listVorgaenge(context, { ...view, after });
      assert.ok(listed.ok);
      pages.push(listed.value);
      after = listed.value.next;
    } while (after);
    return pages;
  };

  test("every list holds what the caller may see and asked for, in its order, whole and once; counts and unread marks agree", async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const [own] = offices;
        const context = own.as(asked.person, asked.role);
        if (!mayRead(asked.role)) {
          const refused = await listVorgaenge(context, {
            ...viewOf(asked),
            after: undefined,
          });
          assert.deepEqual(refused, {
            ok: false,
            refusal: { kind: "not-permitted" },
          });
          assert.deepEqual(
            await itemsOfList(context, { ...viewOf(asked), after: undefined }),
            [],
          );
          return;
        }
        const wanted = own.vorgaenge.filter((known) => isWanted(asked, known));
        const listed = wanted.filter((known) => isIn(asked, known));
        const pages = await pagesOf(context, viewOf(asked));
        const entries = pages.flatMap((page) => page.entries);
        assert.deepEqual(
          entries.map(({ id }) => id),
          sorted(asked, listed),
        );
        assert.deepEqual(
          entries
            .filter((entry) => entry.isUnread)
            .map(({ id }) => id)
            .sort(),
          listed
            .filter((known) => isUnread(asked.person, known))
            .map(({ id }) => id)
            .sort(),
        );
        for (const { counts } of pages)
          for (const state of vorgangStates)
            assert.equal(
              counts[state],
              wanted.filter((known) => known.state === state).length,
              state,
            );
        const items = await itemsOfList(context, {
          ...viewOf(asked),
          after: undefined,
        });
        assert.deepEqual(
          items.map(({ vorgangId }) => vorgangId),
          sorted(asked, listed),
        );
      }),
      { numRuns: runs(120) },
    );
  });

  test("what a list tells while it is open: what came or changed since, is unread and may be seen", async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.constantFrom(0.5, 20),
        async (asked, hours) => {
          const [own] = offices;
          const context = own.as(asked.person, "reader");
          const since = new Date(context.now.getTime() - hours * 3_600_000);
          const news = own.vorgaenge.filter(
            (known) =>
              isWanted({ ...asked, isUnread: true }, known) &&
              isIn(asked, known) &&
              known.changedAt > since,
          );
          assert.equal(
            await countNews(context, { list: viewOf(asked), since }),
            news.length,
          );
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("a word that very many Vorgänge have finds the same as one that few have", async () => {
    const [own] = offices;
    const context = own.as("kevin", "reader");
    for (const search of ["anna", "anna grossmann", "hund"]) {
      const narrowing = { ...wholeQueue, search };
      const scope = await queueScope(
        context,
        narrowing,
        await readQueueGround(context),
      );
      const { found } = scope;
      assert.ok(found);
      const many = {
        ...found,
        few: [],
        others: [
          ...found.few.map((hash) => ({ hash, slugs: [], isFew: false })),
          ...found.others.map((word) => ({ ...word, isFew: false })),
        ],
      };
      const idsFor = async (how: typeof found) => {
        const request = {
          filter: "all",
          order: "oldest",
          after: undefined,
          limit: 100,
        } as const;
        const listed = await context.read((db) =>
          listQueue(db, own.tenantId, {
            ...request,
            scope: { ...scope, found: how },
          }),
        );
        return listed.map(({ id }) => id);
      };
      const few = await idsFor(found);
      assert.ok(few.length > 0);
      assert.deepEqual(await idsFor(many), few);
    }
  });

  test("opened, and chosen for a batch, is what the list may show, and nothing of another office", async () => {
    const { submissions } = fakePorts();
    const choice = fc.record({
      office: fc.constantFrom<0 | 1>(0, 1),
      place: fc.nat(69),
      person: fc.constantFrom(...people),
      role: fc.constantFrom<Role>("reader", "caseworker", "admin", "guest"),
    });
    await fc.assert(
      fc.asyncProperty(choice, async ({ office, place, person, role }) => {
        const [own] = offices;
        const known = offices[office].vorgaenge[place] ?? assert.fail();
        const context = own.as(person, role);
        const isAllowed =
          office === 0 && mayRead(role) && isSeen(person, known);
        const item = { vorgangId: known.id, expectedPosition: known.position };
        const preview = await previewBatch(context, {
          action: "export",
          target: "",
          items: [item],
        });
        assert.equal(preview.ok, mayRead(role));
        if (preview.ok)
          assert.deepEqual(
            preview.value.map(({ verdict }) => verdict),
            [isAllowed ? "possible" : "not-found"],
          );
        const opened = await readVorgang(context, known.id, submissions);
        assert.equal(opened.ok, isAllowed);
      }),
      { numRuns: runs(40) },
    );
  });
});
