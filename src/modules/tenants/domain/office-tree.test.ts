import assert from "node:assert/strict";
import { test } from "node:test";
import type { Office } from "./office.ts";
import { officesAbove, officeTree, type OfficeNode } from "./office-tree.ts";

const office = (slug: string, partOf: string | null = null): Office => ({
  slug,
  partOf,
  name: slug,
  authority: null,
  tasks: "",
  street: "",
  postcode: "",
  town: "",
  phone: "",
  email: "",
  openingTimes: [],
  specialDays: [],
  note: null,
  accessibility: null,
  transport: null,
  location: null,
});
const written = (nodes: readonly OfficeNode[]): string =>
  nodes
    .map(({ office: { slug }, departments }) =>
      departments.length > 0 ? `${slug}(${written(departments)})` : slug,
    )
    .join(" ");

for (const [offices, tree] of [
  [[office("a"), office("b")], "a b"],
  [[office("c", "b"), office("a"), office("b", "a")], "a(b(c))"],
  [[office("a", "gone")], "a"],
  [[office("a", "a"), office("b", "a")], "a(b)"],
  [[office("a", "b"), office("b", "a")], "a b"],
] as const)
  test(`${tree} is the tree of ${offices.map(({ slug, partOf }) => `${slug} in ${String(partOf)}`).join(", ")}`, () => {
    assert.equal(written(officeTree(offices)), tree);
  });

test("the way up begins with the topmost", () => {
  const offices = [office("c", "b"), office("a"), office("b", "a")];
  assert.deepEqual(
    officesAbove(offices, "c").map(({ slug }) => slug),
    ["a", "b"],
  );
});
