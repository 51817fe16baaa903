import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Column } from "./columns.ts";
import { columnType, tableTypesSource } from "./table-types.ts";

const plain: Column = {
  schema: "vorgaenge",
  table: "vorgang",
  name: "state",
  type: "text",
  notNull: true,
  default: null,
  generated: null,
  check: null,
};

describe("type of a column", () => {
  const examples: readonly (readonly [Partial<Column>, string])[] = [
    [{}, "string"],
    [{ notNull: false }, "string | null"],
    [{ type: "timestamp with time zone" }, "Date"],
    [{ type: "bytea" }, "Buffer"],
    [{ type: "bigint" }, "string"],
    [{ type: "numeric(10,2)" }, "string"],
    [{ type: "integer" }, "number"],
    [{ type: "text[]" }, "string[]"],
    [{ type: "jsonb", notNull: false }, "unknown"],
    [{ default: "now()", type: "timestamp with time zone" }, "Generated<Date>"],
    [{ default: "''::text", notNull: false }, "Generated<string | null>"],
    [{ generated: "by default", type: "integer" }, "Generated<number>"],
    [{ generated: "always", type: "integer" }, "GeneratedAlways<number>"],
    [{ generated: "stored", default: "x" }, "GeneratedAlways<string>"],
    [
      { check: "CHECK ((state = ANY (ARRAY['open'::text, 'in-work'::text])))" },
      `"open" | "in-work"`,
    ],
    [
      { check: "CHECK ((state = ANY (ARRAY['it''s'::text])))", notNull: false },
      `"it's" | null`,
    ],
  ];
  for (const [column, expected] of examples) {
    test(`${JSON.stringify(column)} is ${expected}`, () => {
      assert.equal(columnType({ ...plain, ...column }), expected);
    });
  }

  test("an unknown one is refused with its place", () => {
    assert.throws(
      () => columnType({ ...plain, type: "point" }),
      /vorgaenge\.vorgang\.state: no TypeScript type for point/,
    );
  });
});

test("the source names the schema and imports what it uses", () => {
  const source = tableTypesSource("tenant_notes", [
    { ...plain, schema: "tenant_notes", table: "note", default: "''" },
  ]);
  assert.match(source, /import type \{ Generated \} from "kysely";/);
  assert.match(source, /export type TenantNotesTables = \{/);
  assert.match(source, /"tenant_notes\.note": \{/);
});
