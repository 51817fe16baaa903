import type { Recorded } from "./record-ciphers.ts";
import type { Column, SampleRow } from "./table-rows.ts";
import { auditContent, openCells, type Collected } from "./template-cells.ts";
import { joined, type Part, type SlotOf } from "./text-parts.ts";

export type RowTemplate = {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly parts: readonly Part[];
  /** Of an entry of the audit log: what its hash covers. */
  readonly content: readonly Part[] | undefined;
};

/** Something of which many copies are made. */
export type Template = Collected & { readonly rows: readonly RowTemplate[] };

export type TemplateInput = {
  readonly rows: readonly SampleRow[];
  readonly recorded: Recorded;
  /** Where an id or number is filled in from; undefined: it stays. */
  readonly slotOf: SlotOf;
  /** Where another value of a column is filled in, by the column's full name. */
  readonly columnOf?: (
    column: string,
    value: string,
  ) => readonly Part[] | undefined;
  /** Moments and days are moved. */
  readonly isMoved: boolean;
};

/** Makes a template of rows as they are in the database. */
export function makeTemplate(input: TemplateInput): Template {
  const { cellOf, timePart, collected } = openCells(input);
  const rows = input.rows.map(({ table, values }) => ({
    table: table.name,
    columns: table.columns,
    parts: joined([
      ...table.columns.flatMap((column, place) => [
        ...(place === 0 ? [] : ["\t"]),
        ...cellOf(`${table.name}.${column.name}`, {
          column,
          value: values[place] ?? null,
        }),
      ]),
      "\n",
    ]),
    content:
      table.name === "audit.entry"
        ? auditContent({ table, values }, { slotOf: input.slotOf, timePart })
        : undefined,
  }));
  return { rows, ...collected };
}
