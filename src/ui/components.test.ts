import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accordion } from "./accordion.ts";
import { alert } from "./alert.ts";
import { badge } from "./badge.ts";
import { breadcrumb } from "./breadcrumb.ts";
import { card, cardGrid } from "./card.ts";
import { confirmation } from "./confirmation.ts";
import { definitionRows, lines } from "./definition-rows.ts";
import { errorSummary } from "./error-summary.ts";
import { pageHeading } from "./heading.ts";
import { lineChart } from "./line-chart.ts";
import { pagination } from "./pagination.ts";
import { progress } from "./progress.ts";
import { referenceNumber } from "./reference-number.ts";
import { summaryList } from "./summary-list.ts";
import { table } from "./table.ts";
import { timeline } from "./timeline.ts";

const attack = `"><script>alert(1)</script>`;
const render = (markup: unknown) => String(markup);

describe("components", () => {
  test("escape every text they are given", () => {
    const markup = [
      accordion({ title: attack, body: attack }),
      alert({ kind: "info", title: attack, body: attack, id: attack }),
      badge("info", attack),
      breadcrumb({
        parents: [{ label: attack, href: attack }],
        current: attack,
        locale: "de",
      }),
      card({ title: attack, href: attack, body: attack, preline: attack }),
      definitionRows([{ term: attack, value: lines([attack, attack]) }]),
      errorSummary({
        errors: [{ fieldId: attack, text: attack }],
        locale: "de",
      }),
      pageHeading({ title: attack, preline: attack, lead: attack }),
      referenceNumber({ label: attack, value: attack, locale: "de" }),
      table({
        caption: attack,
        columns: [{ label: attack }, { label: attack }],
        rows: [{ cells: [attack, attack] }],
      }),
    ].map(render);
    for (const part of markup) assert.doesNotMatch(part, /<script/);
  });

  test("carry no inline style and no inline script", () => {
    const markup = render(
      cardGrid([
        card({ title: "Bewohnerparkausweis", href: "/leistungen/x" }),
        card({ title: "Hundesteuer", icon: "info" }),
      ]),
    );
    assert.doesNotMatch(markup, / style=| on\w+=/);
  });
});

describe("error summary", () => {
  const errors = [
    { fieldId: "plate", text: "Geben Sie das Kennzeichen so ein: SN-AB 123" },
    { fieldId: "street", text: "Geben Sie die Straße ein" },
  ];

  test("takes the focus and links to the fields", () => {
    const markup = render(errorSummary({ errors, locale: "de" }));
    assert.match(markup, /tabindex="-1"\s+autofocus/);
    assert.match(markup, /href="#plate"/);
    assert.match(markup, /Bitte prüfen Sie 2 Angaben/);
  });

  test("is not there without errors", () => {
    assert.equal(render(errorSummary({ errors: [], locale: "de" })), "");
  });
});

describe("state labels", () => {
  test("a badge says its state in words", () => {
    assert.match(render(badge("warning", "Rückfrage")), /Rückfrage/);
  });

  test("a timeline marks the current step and says so", () => {
    const markup = render(
      timeline({
        locale: "de",
        steps: [
          { title: "Eingegangen", state: "done" },
          {
            title: "In Bearbeitung",
            state: "current",
            time: { iso: "2026-03-03", text: "seit 3. März" },
          },
        ],
      }),
    );
    assert.match(markup, /aria-current="step"/);
    assert.match(markup, /\(Aktueller Stand\)/);
    assert.match(markup, /<time datetime="2026-03-03">seit 3\. März<\/time>/);
  });
});

describe("table", () => {
  test("keeps its roles and repeats labels for the card view", () => {
    const markup = render(
      table({
        caption: "Offene Vorgänge",
        columns: [{ label: "Nummer" }, { label: "Gebühr", isNumeric: true }],
        rows: [{ cells: ["7K4M", "30,70 €"], isUnread: true }],
      }),
    );
    assert.match(markup, /role="rowheader"\s+scope="row"/);
    assert.match(markup, /data-label="Gebühr"/);
    assert.match(markup, /kern-table__cell--numeric/);
    assert.match(markup, /portal-table__row--unread/);
  });
});

describe("progress", () => {
  test("says the step in words in both languages", () => {
    const step = { current: 2, total: 6 };
    assert.match(
      render(progress({ ...step, locale: "de" })),
      /Schritt 2 von 6/,
    );
    assert.match(render(progress({ ...step, locale: "en" })), /Step 2 of 6/);
  });
});

describe("pagination", () => {
  const hrefOf = (page: number) => `?seite=${String(page)}`;

  test("offers only pages that exist", () => {
    const first = render(
      pagination({ page: 1, pageCount: 3, hrefOf, locale: "de" }),
    );
    assert.match(first, /\?seite=2/);
    assert.doesNotMatch(first, /\?seite=0/);
    const last = render(
      pagination({ page: 3, pageCount: 3, hrefOf, locale: "de" }),
    );
    assert.doesNotMatch(last, /\?seite=4/);
  });

  test("is not there for a single page", () => {
    const single = pagination({ page: 1, pageCount: 1, hrefOf, locale: "de" });
    assert.equal(render(single), "");
  });
});

describe("summary list", () => {
  test("names what a change link changes, and says when nothing was given", () => {
    const markup = render(
      summaryList({
        locale: "de",
        entries: [
          { label: "Kennzeichen", values: ["SN-AB 123"], changeHref: "/x#y" },
          { label: "Telefon", values: [] },
        ],
      }),
    );
    assert.match(markup, /Ändern<span class="kern-sr-only">\s*: Kennzeichen/);
    assert.match(markup, /Keine Angabe/);
  });
});

describe("confirmation", () => {
  test("posts, names the consequence and offers a way back", () => {
    const markup = render(
      confirmation({
        question: "Entwurf löschen?",
        consequence: "Ihre Angaben sind dann weg.",
        action: "/antrag/x/loeschung",
        confirmLabel: "Entwurf löschen",
        cancel: { label: "Zurück", href: "/antrag/x" },
      }),
    );
    assert.match(markup, /method="post"/);
    assert.match(markup, /Ihre Angaben sind dann weg\./);
    assert.match(markup, /href="\/antrag\/x"/);
  });
});

describe("lines over time", () => {
  const chart = (values: readonly (number | undefined)[]) =>
    render(
      lineChart({
        id: "plot",
        title: "Aufträge",
        summary: "Aufträge: zuletzt 3.",
        note: "Die Linie beginnt bald.",
        series: [{ label: "Warten", values }],
        labels: values.map((_, index) => `${String(index)} Uhr`),
        format: String,
        words: {
          highest: "Oberes Ende:",
          tableTitle: "Als Tabelle",
          firstColumn: "Zeit",
          notMeasured: "nicht gemessen",
        },
      }),
    );

  test("leave a gap where nothing was measured, and show a lonely value as a dot", () => {
    const markup = chart([0, 10, undefined, 5, undefined]);
    assert.match(markup, /d="M0 98\.0L10 2\.0M30 50\.0h0"/);
  });

  test("have a title, a description and the same figures as a table, the newest first", () => {
    const markup = chart([1, undefined, 3]);
    assert.match(markup, /aria-labelledby="plot-title"/);
    assert.match(markup, /<title id="plot-title">Aufträge<\/title>/);
    assert.match(markup, /<desc id="plot-desc">Aufträge: zuletzt 3\.<\/desc>/);
    assert.match(markup, /2 Uhr[^]*>3<[^]*1 Uhr[^]*nicht gemessen[^]*0 Uhr/);
  });

  test("say in words what will be seen, in place of an empty picture and table", () => {
    const markup = chart([undefined, undefined]);
    assert.match(markup, /Aufträge[^]*Die Linie beginnt bald\./);
    assert.doesNotMatch(markup, /<svg|<table|Oberes Ende/);
  });

  test("lie on the ground where all is nought", () => {
    assert.match(chart([0, 0]), /d="M0 98\.0L10 98\.0"/);
  });
});
