import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Answers, Occurrence } from "./answers.ts";
import { groupAnswers } from "./answers.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import type { FormElement, FormGroup, FormPage } from "./form-definition.ts";
import { mergePage, type Merged, type Overlap } from "./merge-page.ts";

const text = (key: string, max: number | null = 1): FormElement => ({
  kind: "field",
  key,
  label: key,
  cardinality: { min: 0, max },
  dataType: "text",
});

const dogs: FormGroup = {
  kind: "group",
  key: "hund",
  label: "Hund",
  cardinality: { min: 0, max: null },
  elements: [text("name"), text("rasse"), text("chip")],
};

const page: FormPage = {
  key: "seite",
  elements: [text("vorname"), text("nachname"), text("telefon", null), dogs],
};

const dog = (name: string, rasse: string, chip: string): Answers => ({
  name: [name],
  rasse: [rasse],
  chip: [chip],
});
const bello = dog("Bello", "Dackel", "11");
const rex = dog("Rex", "Pudel", "22");
const luna = dog("Luna", "Terrier", "33");

const merge = (shown: Answers, mine: Answers, theirs: Answers): Merged =>
  mergePage(page, {
    basis: fingerprintsOf(page.elements, shown),
    mine,
    theirs,
  });

const kinds = ({ overlaps }: Merged) =>
  overlaps.map(({ kind, path }) => `${kind} ${path}`);

void test("the blank place of a list in a group nobody has filled in becomes the first entry", () => {
  const person: FormGroup = {
    kind: "group",
    key: "person",
    label: "Person",
    cardinality: { min: 1, max: 1 },
    elements: [text("vorname", null)],
  };
  const mine = { person: [{ vorname: ["Ada"] }] };
  const { answers, overlaps } = mergePage(
    { key: "seite", elements: [person] },
    { basis: fingerprintsOf([person], {}), mine, theirs: {} },
  );
  assert.deepEqual([answers, overlaps], [mine, []]);
});

void test("an entry that was just added to a group nobody has filled in is there", () => {
  const around: FormGroup = {
    ...dogs,
    key: "haus",
    cardinality: { min: 0, max: 1 },
    elements: [dogs],
  };
  const mine = { haus: [{ hund: [{}] }] };
  const { answers } = mergePage(
    { key: "seite", elements: [around] },
    { basis: fingerprintsOf([around], {}), mine, theirs: {} },
  );
  assert.deepEqual(answers, mine);
});

void test("what is typed into a place that was just added does not leave the place behind", () => {
  const around: FormGroup = {
    ...dogs,
    key: "haus",
    cardinality: { min: 0, max: 1 },
    elements: [dogs],
  };
  const theirs = { haus: [{ hund: [{}] }] };
  const mine = { haus: [{ hund: [{ name: ["Rex"] }] }] };
  const { answers } = mergePage(
    { key: "seite", elements: [around] },
    { basis: fingerprintsOf([around], theirs), mine, theirs },
  );
  assert.deepEqual(answers, mine);
});

void describe("two tabs on one page", () => {
  void test("each keeps what only the other changed", () => {
    const merged = merge(
      { vorname: ["Ada"], nachname: ["Lovelace"] },
      { vorname: ["Augusta"], nachname: ["Lovelace"] },
      { vorname: ["Ada"], nachname: ["Byron"], andere: ["Seite"] },
    );
    assert.deepEqual(merged.answers, {
      vorname: ["Augusta"],
      nachname: ["Byron"],
      andere: ["Seite"],
    });
    assert.deepEqual(merged.overlaps, []);
  });

  void test("where both changed a field the last counts and the other is told", () => {
    const merged = merge(
      { vorname: ["Ada"] },
      { vorname: ["Augusta"] },
      { vorname: ["Adele"] },
    );
    assert.deepEqual(merged.answers, { vorname: ["Augusta"] });
    assert.deepEqual(kinds(merged), ["overwritten vorname.0"]);
    assert.deepEqual(merged.overlaps[0]?.theirs, ["Adele"]);
  });

  void test("the same change in both is none to speak of", () => {
    const both = { vorname: ["Augusta"] };
    assert.deepEqual(merge({ vorname: ["Ada"] }, both, both), {
      answers: both,
      overlaps: [],
    });
  });

  void test("a field that was emptied here stays empty", () => {
    const merged = merge({ vorname: ["Ada"] }, {}, { vorname: ["Ada"] });
    assert.deepEqual(merged.answers, {});
  });

  void test("entries added in both are all there, one that was sent twice only once", () => {
    const merged = merge(
      { hund: [bello] },
      { hund: [bello, luna] },
      { hund: [bello, rex, luna] },
    );
    assert.deepEqual(merged.answers, { hund: [bello, rex, luna] });
  });

  void test("an entry removed elsewhere does not hand its values to the next", () => {
    const changed = dog("Luna", "Schnauzer", "33");
    const merged = merge(
      { hund: [bello, rex, luna] },
      { hund: [bello, rex, changed] },
      { hund: [rex, luna] },
    );
    assert.deepEqual(merged.answers, { hund: [rex, changed] });
    assert.deepEqual(merged.overlaps, []);
  });

  void test("an entry changed here and removed there comes back, with a word", () => {
    const changed = dog("Bello", "Mops", "11");
    const merged = merge(
      { hund: [bello, rex] },
      { hund: [changed, rex] },
      { hund: [rex] },
    );
    assert.deepEqual(merged.answers, { hund: [changed, rex] });
    assert.deepEqual(kinds(merged), ["brought-back hund.0"]);
  });

  void test("an entry removed here and changed there stays, with a word", () => {
    const changed = dog("Bello", "Mops", "11");
    const merged = merge(
      { hund: [bello, rex] },
      { hund: [rex] },
      { hund: [changed, rex] },
    );
    assert.deepEqual(merged.answers, { hund: [changed, rex] });
    assert.deepEqual(kinds(merged), ["kept hund.0"]);
  });

  void test("entries that changed places keep what is theirs", () => {
    const changed = dog("Bello", "Mops", "11");
    const shown = { hund: [bello, rex] };
    const moved = { hund: [rex, bello] };
    const edited = { hund: [changed, rex] };
    const both = { hund: [rex, changed] };
    assert.deepEqual(merge(shown, edited, moved).answers, both);
    assert.deepEqual(merge(shown, moved, edited).answers, both);
    assert.deepEqual(merge(shown, moved, shown).answers, moved);
  });

  void test("an entry that was emptied is not taken for the blank one before it", () => {
    const chip = { chip: ["4"] };
    const merged = merge(
      { hund: [bello, {}, luna] },
      { hund: [bello, { name: ["Rex"] }, {}] },
      { hund: [bello, chip, luna] },
    );
    assert.deepEqual(merged.answers, {
      hund: [bello, { name: ["Rex"], ...chip }, {}],
    });
  });

  void test("the first entry of an empty list is the same one in both tabs", () => {
    const required: FormPage = {
      key: "seite",
      elements: [{ ...dogs, cardinality: { min: 1, max: 5 } }],
    };
    const basis = fingerprintsOf(required.elements, {});
    const merged = mergePage(required, {
      basis,
      mine: { hund: [{ name: ["Rex"] }] },
      theirs: { hund: [{ rasse: ["Pudel"] }] },
    });
    assert.deepEqual(merged.answers, {
      hund: [{ name: ["Rex"], rasse: ["Pudel"] }],
    });
  });
});

type Path = readonly [key: string] | readonly ["hund", number, string];
const cells: readonly Path[] = [
  ["vorname"],
  ["nachname"],
  ...[0, 1, 2].flatMap((index) =>
    ["name", "rasse", "chip"].map((key) => ["hund", index, key] as const),
  ),
];

function read(answers: Answers, [key, index, inner]: Path): Occurrence {
  const given = answers[key]?.[index ?? 0];
  const value = inner === undefined ? given : groupAnswers(given)[inner]?.[0];
  return value ?? "";
}

function write(answers: Answers, [key, index, inner]: Path, value: string) {
  if (index === undefined || inner === undefined)
    return { ...answers, [key]: value === "" ? [] : [value] };
  const entries = [0, 1, 2].map((at) => {
    const entry = groupAnswers(answers[key]?.[at]);
    return at === index
      ? { ...entry, [inner]: value === "" ? [] : [value] }
      : entry;
  });
  return { ...answers, [key]: entries };
}

const edit = fc.tuple(fc.constantFrom(...cells), fc.boolean());
/** A tab changes some fields and saves; then it shows what is stored, or goes on from what it had (a page kept by "back"). */
const save = fc.record({
  tab: fc.constantFrom(0, 1),
  edits: fc.array(edit, { maxLength: 4 }),
  isShownAnew: fc.boolean(),
});

function withChanges(expected: Answers, before: Answers, mine: Answers) {
  return cells.reduce<Answers>((answers, path) => {
    const value = read(mine, path);
    return typeof value === "string" && value !== read(before, path)
      ? write(answers, path, value)
      : answers;
  }, expected);
}

function assertTold({ kind, path, theirs }: Overlap, stored: Answers) {
  assert.equal(kind, "overwritten");
  const [key = "", index, inner] = path.split(".");
  const cell: Path =
    inner === undefined ? [key] : ["hund", Number(index), inner];
  assert.deepEqual(theirs[0] ?? "", read(stored, cell));
}

void test("whatever the order of saves, no field is lost that only one tab changed", () => {
  fc.assert(
    fc.property(fc.array(save, { maxLength: 12 }), (saves) => {
      const start: Answers = { hund: [bello, rex, luna] };
      let stored = start;
      let expected = start;
      const shown = [start, start];
      for (const [round, { tab, edits, isShownAnew }] of saves.entries()) {
        const before = shown[tab] ?? start;
        const mine = edits.reduce<Answers>(
          (answers, [path, isEmptied], index) =>
            write(
              answers,
              path,
              isEmptied ? "" : `${String(round)} ${String(index)}`,
            ),
          before,
        );
        expected = withChanges(expected, before, mine);
        const merged = merge(before, mine, stored);
        for (const overlap of merged.overlaps) assertTold(overlap, stored);
        stored = merged.answers;
        if (isShownAnew) shown[tab] = stored;
      }
      for (const path of cells)
        assert.equal(read(stored, path), read(expected, path), path.join("."));
    }),
  );
});

const structural = fc.record({
  removed: fc.subarray([0, 1, 2]),
  changed: fc.subarray([0, 1, 2]),
  added: fc.nat(2),
});

/** What one tab made of the list; everything it wrote is a word nobody else uses. */
function rework(
  tab: string,
  {
    removed,
    changed,
    added,
  }: { removed: number[]; changed: number[]; added: number },
): { readonly answers: Answers; readonly written: readonly string[] } {
  const kept = [bello, rex, luna].flatMap((entry, index) => {
    if (removed.includes(index)) return [];
    return [
      changed.includes(index)
        ? { ...entry, rasse: [`${tab} rasse ${String(index)}`] }
        : entry,
    ];
  });
  const more = Array.from({ length: added }, (_, index) =>
    dog(`${tab} neu ${String(index)}`, tab, tab),
  );
  const answers = { hund: [...kept, ...more] };
  const written = JSON.stringify(answers).match(/(?:hier|dort) \w+ \d/g) ?? [];
  return { answers, written };
}

void test("whatever is added, changed and removed at once, nothing that was written vanishes without a word", () => {
  fc.assert(
    fc.property(structural, structural, (here, there) => {
      const mine = rework("hier", here);
      const theirs = rework("dort", there);
      const shown = { hund: [bello, rex, luna] };
      const merged = merge(shown, mine.answers, theirs.answers);
      const told = JSON.stringify([
        merged.answers,
        merged.overlaps.map((overlap) => overlap.theirs),
      ]);
      for (const word of [...mine.written, ...theirs.written])
        assert.ok(told.includes(word), word);
      const again = merge(shown, mine.answers, merged.answers);
      for (const word of mine.written)
        assert.ok(JSON.stringify(again.answers).includes(word), word);
    }),
  );
});
