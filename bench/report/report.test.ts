import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test, type TestContext } from "node:test";
import { SaxesParser } from "saxes";
import { linePlot } from "./line-plot.ts";
import { scatterPlot } from "./scatter-plot.ts";
import { linearScale, logScale } from "./svg.ts";
import { replacePart, writeReport } from "./write-report.ts";

const frame = {
  title: "Times of <all> pages & more",
  description: "Each page is a mark.",
  width: 600,
  height: 400,
};
const names = { x: "before in ms", y: "after in ms" };

/** Names of the elements with their attributes, as a reader of XML finds them; throws where it is none. */
function elementsOf(svg: string) {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) =>
    found.push({ name, attributes }),
  );
  parser.write(svg).close();
  return found;
}

function scatter(points: readonly (readonly [number, number])[]) {
  return scatterPlot({
    ...frame,
    names,
    goal: 1.3,
    points: points.map(([x, y]) => ({
      name: `"${String(x)}" & <${String(y)}>`,
      x,
      y,
    })),
  });
}

void describe("a plot", () => {
  void test("says what it shows to those who do not see it", () => {
    const elements = elementsOf(scatter([[10, 11]]));
    const [svg] = elements;
    assert.equal(svg?.attributes["role"], "img");
    const labels = svg.attributes["aria-labelledby"]?.split(" ") ?? [];
    assert.deepEqual(
      labels.map(
        (id) =>
          elements.find(({ attributes }) => attributes["id"] === id)?.name,
      ),
      ["title", "desc"],
    );
  });

  void test("can be read on dark pages, too, and loads nothing", () => {
    const svg = linePlot({ ...frame, names, lines: [] });
    assert.match(svg, /@media \(prefers-color-scheme: dark\)/);
    assert.doesNotMatch(svg, /href|url\(|@import|<script/);
  });

  void test("tells what misses the goal by its form, not by its colour alone", () => {
    const elements = elementsOf(
      scatter([
        [10, 12],
        [10, 13],
        [10, 14],
        [500, 2_000],
      ]),
    );
    const of = (kind: string) =>
      elements.filter(({ attributes }) => attributes["class"] === kind).length;
    assert.deepEqual([of("a dot"), of("b cross")], [2, 2]);
  });

  void test("keeps every mark inside its frame, whatever the values", () => {
    for (const values of [[[0.01, 90_000]], [[1, 1]], []] as [
      number,
      number,
    ][][]) {
      const marks = elementsOf(scatter(values)).filter(
        ({ name }) => name === "circle",
      );
      for (const { attributes } of marks) {
        assert.ok(
          Number(attributes["cx"]) >= 0 &&
            Number(attributes["cx"]) <= frame.width,
        );
        assert.ok(
          Number(attributes["cy"]) >= 0 &&
            Number(attributes["cy"]) <= frame.height,
        );
      }
    }
  });

  void test("draws each line with a pattern and a name of its own", () => {
    const lines = ["save", "submit", "search", "other"].map((name) => ({
      name,
      points: [
        [0, 5],
        [10, 50],
      ] as const,
    }));
    const svg = linePlot({ ...frame, names, lines });
    const drawn = elementsOf(svg).filter(({ name }) => name === "polyline");
    assert.equal(
      new Set(drawn.map(({ attributes }) => attributes["stroke-dasharray"]))
        .size,
      4,
    );
    for (const { name } of lines)
      assert.match(svg, new RegExp(`>${name}</text>`));
  });
});

void describe("a scale", () => {
  void test("puts its ends where they belong and has round ticks between", () => {
    const scale = linearScale({ from: 0, to: 300 }, { from: 60, to: 660 });
    assert.deepEqual(
      [scale.at(0), scale.at(150), scale.at(300)],
      [60, 360, 660],
    );
    assert.deepEqual(scale.ticks, [0, 50, 100, 150, 200, 250, 300]);
  });

  void test("by multiples has the same room for each", () => {
    const scale = logScale({ from: 1, to: 100 }, { from: 0, to: 200 });
    assert.equal(Math.round(scale.at(10)), 100);
    assert.deepEqual(scale.ticks, [1, 2, 5, 10, 20, 50, 100]);
  });
});

void describe("a report", () => {
  const folder = async (t: TestContext): Promise<string> => {
    const docs = await mkdtemp(join(tmpdir(), "orh-docs-"));
    t.after(() => rm(docs, { recursive: true }));
    await writeFile(join(docs, "performance.md"), "# Performance\n\nWords.\n");
    return docs;
  };

  void test("replaces its own part and nothing else", () => {
    const page = replacePart("# Page\n\nBefore.\n", "growth", "first");
    const both = replacePart(page, "users", "other");
    const again = replacePart(both, "growth", "second");
    assert.match(again, /Before\./);
    assert.match(again, /second/);
    assert.match(again, /other/);
    assert.doesNotMatch(again, /first/);
  });

  void test("is written with figures, plots, machine and day, and again over itself", async (t) => {
    const docs = await folder(t);
    await mkdir(join(docs, "performance"));
    for (const figure of [1, 2])
      for (const name of ["growth", "users"])
        await writeReport(docs, {
          name,
          text: `${name} ${String(figure)}`,
          figures: { figure },
          plots: { [`${name}.svg`]: scatter([[1, 2]]) },
        });
    const page = await readFile(join(docs, "performance.md"), "utf8");
    assert.match(page, /Words\.[\s\S]*growth 2[\s\S]*users 2/);
    assert.doesNotMatch(page, / 1/);
    const json = JSON.parse(
      await readFile(join(docs, "performance.json"), "utf8"),
    ) as Record<string, Record<string, unknown>>;
    assert.deepEqual(json["users"]?.["figures"], { figure: 2 });
    assert.match(String(json["users"]["measuredOn"]), /^\d{4}-\d\d-\d\d$/);
    assert.match(
      await readFile(join(docs, "performance", "users.svg"), "utf8"),
      /^<svg/,
    );
  });
});
