import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  date,
  form,
  group,
  integer,
  optional,
  page,
  text,
} from "../demo/build-form.ts";
import { withoutReserved, type Answers } from "../domain/answers.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { readPage } from "../fill-in/read-page.ts";
import { validateAll, validatePage } from "../fill-in/validate.ts";
import { arbitraryFields } from "../testing/arbitrary-form.ts";
import { arbitraryRuledForm } from "../testing/arbitrary-rules.ts";
import { evaluated } from "../testing/evaluated.ts";
import { differencesOf, liveCases } from "../testing/live-cases.ts";
import { summarise } from "../use-cases/summarise.ts";
import { liveRulesOf } from "../web/live-rules-of.ts";
import { renderPageFields } from "../web/render-page-fields.ts";
import { analyseRules } from "./analysis/analyse-rules.ts";
import { evaluateForm } from "./evaluate-form.ts";
import { liveOutcome, showGiven } from "./live/live-rules.ts";

const today = { today: "2026-11-25" };

/** A form with rules, and answers somebody typed on both of its pages. */
const filledIn = fc
  .tuple(arbitraryRuledForm, arbitraryFields, arbitraryFields)
  .map(([form, one, two]) => {
    const read = (page: string, fields: URLSearchParams, previous: Answers) =>
      readPage(form, page, { fields, files: [], previous }).answers;
    return { form, answers: read("zwei", two, read("eins", one, {})) };
  });

void test("what counts, counts again: evaluating it once more changes nothing", () => {
  fc.assert(
    fc.property(filledIn, ({ form, answers }) => {
      const once = evaluated(form, answers);
      const again = evaluated(form, once.answers);
      assert.deepEqual(again.answers, once.answers);
      const sent = evaluateForm(form, withoutReserved(once.answers), {
        ...today,
        isSettled: true,
      });
      assert.deepEqual(
        withoutReserved(sent.answers),
        withoutReserved(once.answers),
      );
    }),
    { numRuns: runs(60) },
  );
});

void test("errors stand only where something is visible, and pages show and summaries list without fault", () => {
  fc.assert(
    fc.property(filledIn, ({ form, answers }) => {
      const outcome = evaluated(form, answers);
      for (const { path, pageKey } of validateAll(outcome)) {
        assert.ok(!outcome.hiddenPages.has(pageKey));
        const steps = path.split(".");
        for (let length = 1; length <= steps.length; length += 2)
          assert.ok(!outcome.hidden.has(steps.slice(0, length).join(".")));
      }
      for (const page of shownPages(form)) {
        const errors = validatePage(outcome, page.key);
        const markup = String(
          renderPageFields(page, { form: outcome, errors, locale: "de" }),
        );
        assert.ok(!markup.includes("undefined"));
      }
      summarise(outcome, "de");
    }),
    { numRuns: runs(40) },
  );
});

void test("what the analysis calls impossible is never seen", () => {
  fc.assert(
    fc.property(
      arbitraryRuledForm,
      fc.array(fc.tuple(arbitraryFields, arbitraryFields), {
        minLength: 5,
        maxLength: 5,
      }),
      (form, inputs) => {
        const findings = analyseRules(form, today);
        const never = findings.filter(({ code }) => code === "never-visible");
        const always = findings.filter(({ code }) => code === "always-visible");
        for (const [one, two] of inputs) {
          const first = readPage(form, "eins", {
            fields: one,
            files: [],
            previous: {},
          }).answers;
          const { answers } = readPage(form, "zwei", {
            fields: two,
            files: [],
            previous: first,
          });
          const outcome = evaluated(form, answers);
          for (const { place } of never)
            assert.ok(!isSeen(outcome, place.kind, place.at), place.at);
          for (const { place } of always)
            if (!place.at.includes(".") && place.kind === "element")
              assert.ok(
                !outcome.hidden.has(place.at) ||
                  isOnHiddenPage(outcome, place.at),
                place.at,
              );
        }
      },
    ),
    { numRuns: runs(30) },
  );
});

type Outcome = ReturnType<typeof evaluated>;

function isOnHiddenPage({ definition, hiddenPages }: Outcome, key: string) {
  return definition.pages.some(
    (page) =>
      hiddenPages.has(page.key) &&
      page.elements.some((element) => element.key === key),
  );
}

/** Of an element in groups only the first occurrences. */
function isSeen(outcome: Outcome, kind: string, at: string): boolean {
  if (kind === "page") return !outcome.hiddenPages.has(at);
  if (isOnHiddenPage(outcome, at.split(".")[0] ?? "")) return false;
  const keys = at.split(".");
  return keys.every((_, index) => {
    const path = keys.slice(0, index + 1).join(".0.");
    return !outcome.hidden.has(path);
  });
}

void test("what a page shows while it is filled in is what the server makes of it", () => {
  fc.assert(
    fc.property(liveCases, (each) => {
      const { rules, input } = JSON.parse(JSON.stringify(each)) as typeof each;
      const outcome = liveOutcome(rules, input);
      assert.deepEqual(
        differencesOf(each, {
          answers: outcome.answers,
          hidden: [...outcome.hidden],
          required: [...outcome.required],
        }),
        [],
      );
    }),
    { numRuns: runs(100) },
  );
});

void test("in the browser, too, an optional group has computed values once anything in it is answered", () => {
  const definition = form("F", "Formular", {
    description: "",
    legalBasis: "",
    pages: [
      page("eins", "Eins", [
        {
          ...group("g", "G", [
            text("a", "A"),
            integer("c", "C", { computed: "1 + 1" }),
          ]),
          ...optional,
        },
      ]),
    ],
  });
  const [shown] = shownPages(definition);
  assert.ok(shown);
  const rules = liveRulesOf(evaluated(definition, {}), shown, "de");
  const show = (typed: string) => {
    const fields = [["g.0.a.0", typed]] as const;
    const outcome = liveOutcome(rules, { fields, files: [] });
    return showGiven(rules, outcome, "g.0.c.0");
  };
  assert.equal(show("etwas"), "2");
  assert.notEqual(show(""), "2");
});

const moment = (key: string) =>
  ({ ...date(key, "Termin"), dataType: "datetime" }) as const;

void test("the browser reads years of two digits and times as the server does", () => {
  const definition = form("F", "Formular", {
    description: "",
    legalBasis: "",
    pages: [
      page("p", "P", [
        date("geboren", "Geburtsdatum"),
        date("ab", "Ab", { minDate: "2026-01-01" }),
        moment("termin"),
        { ...moment("gleich"), computed: "termin" },
        text("a", "A", { visibleWhen: "age(geboren) >= 80" }),
        text("b", "B", { visibleWhen: "ab < today()" }),
        text("c", "C", { visibleWhen: "termin != null" }),
      ]),
    ],
  });
  const [shown] = shownPages(definition);
  assert.ok(shown);
  const rules = liveRulesOf(evaluated(definition, {}), shown, "de");
  const fields: readonly (readonly [string, string])[] = [
    ["geboren.0", "01.05.45"],
    ["ab.0-day", "1"],
    ["ab.0-month", "5"],
    ["ab.0-year", "26"],
    ["termin.0-day", "2"],
    ["termin.0-month", "Mai"],
    ["termin.0-year", "27"],
    ["termin.0-time", "8 Uhr 30"],
  ];
  const outcome = liveOutcome(rules, { fields, files: [] });
  const { answers } = readPage(definition, shown.key, {
    fields: new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ),
    files: [],
    previous: {},
    ...today,
  });
  const onServer = evaluated(definition, answers);
  assert.deepEqual(outcome, {
    answers: onServer.answers,
    hidden: onServer.hidden,
    hiddenPages: onServer.hiddenPages,
    required: onServer.required,
    violated: onServer.violated,
  });
  assert.deepEqual([...outcome.hidden], []);
  const given = showGiven(rules, outcome, "gleich.0");
  assert.equal(given, "02.05.2027, 08:30 Uhr");
});
