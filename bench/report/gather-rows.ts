import { describeRow, type Row } from "../table.ts";

/** What was measured, and what ended the measuring before its end. */
export type Gathered = {
  readonly rows: readonly Row[];
  readonly faults: readonly unknown[];
};

/** Tells each row as soon as it is measured: a fault in the last part takes nothing away from those before. */
export async function gatherRows(
  measured: AsyncIterable<Row>,
  tell: (line: string) => void,
): Promise<Gathered> {
  const rows: Row[] = [];
  try {
    for await (const row of measured) {
      rows.push(row);
      tell(describeRow(row));
    }
    return { rows, faults: [] };
  } catch (fault) {
    return { rows, faults: [fault] };
  }
}
