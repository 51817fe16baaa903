import { canonicalContent } from "../../src/modules/audit/domain/chain.ts";
import type { Hashed } from "./record-ciphers.ts";
import type { Column, SampleRow } from "./table-rows.ts";
import type { TemplateInput } from "./template.ts";
import {
  escaped,
  joined,
  splitBytes,
  splitText,
  type Part,
  type SlotOf,
} from "./text-parts.ts";

/** What is made anew for each copy. */
export type Collected = {
  readonly times: readonly { readonly at: number; readonly isDay: boolean }[];
  readonly sealed: readonly {
    readonly purpose: readonly Part[];
    readonly plaintext: Buffer | readonly Part[];
  }[];
  readonly hashes: readonly {
    readonly purpose: readonly Part[];
    readonly value: readonly Part[];
    /** Stored as a number. */
    readonly isWord: boolean;
  }[];
  /** How many bytes. */
  readonly randoms: readonly number[];
};

type Cell = { readonly column: Column; readonly value: string | null };

export type TimePart = (value: string, isDay: boolean) => Part;

/** These tell who applied, by a keyed hash: copies are of other people. */
const varied = "submissions.applicant_mark.mark";

const chainColumns = ["seq", "previous_hash", "hash"].map(
  (name) => `audit.entry.${name}`,
);

/** Takes the values of one template. */
export function openCells(input: Omit<TemplateInput, "rows">) {
  const { parts, collected } = openParts(input);
  const cellOf = (name: string, { column, value }: Cell): readonly Part[] => {
    if (value === null) return ["\\N"];
    const given = input.columnOf?.(name, value) ?? chainPart(name);
    if (given) return given;
    const word = input.recorded.words.get(value);
    switch (column.type) {
      case "bytea":
        return [parts.bytes(value.slice(2), { ...column, name })];
      case "timestamp with time zone":
      case "date":
        return [parts.time(value, column.type === "date")];
      case "bigint":
        return [word ? parts.hash(value, word, true) : value];
      default:
        return splitText(escaped(value), input.slotOf);
    }
  };
  return { cellOf, timePart: parts.time, collected };
}

/** What of a cell is made anew, and all that was so far. */
function openParts({ recorded, slotOf, isMoved }: Omit<TemplateInput, "rows">) {
  const times = collector<Collected["times"][number]>();
  const sealed = collector<Collected["sealed"][number]>();
  const hashes = collector<Collected["hashes"][number]>();
  const randoms = collector<number>();
  const hash = (key: string, hashed: Hashed, isWord: boolean): Part => ({
    list: "hashes",
    index: hashes.add(key, {
      purpose: splitText(hashed.purpose, slotOf),
      value: splitText(hashed.value, slotOf),
      isWord,
    }),
  });
  const bytes = (digits: string, { name, isUnique }: Column): Part => {
    const found = recorded.sealed.get(digits);
    if (found) {
      const purpose = splitText(found.purpose, slotOf);
      const plaintext = splitBytes(found.plaintext, slotOf);
      const index = sealed.add(digits, { purpose, plaintext });
      return { list: "sealed", index };
    }
    const hashed = recorded.hashed.get(digits);
    if (hashed && name !== varied) return hash(digits, hashed, false);
    return isUnique
      ? { list: "randoms", index: randoms.add(digits, digits.length / 2) }
      : `\\\\x${digits}`;
  };
  const time: TimePart = (value, isDay) => {
    const at = Date.parse(value);
    return isMoved && Number.isFinite(at)
      ? { list: "times", index: times.add(value, { at, isDay }) }
      : value;
  };
  const collected: Collected = {
    times: times.values,
    sealed: sealed.values,
    hashes: hashes.values,
    randoms: randoms.values,
  };
  return { parts: { hash, bytes, time }, collected };
}

/** Each value once. */
function collector<Value>() {
  const values: Value[] = [];
  const known = new Map<string, number>();
  return {
    values,
    add: (key: string, value: Value): number => {
      const index = known.get(key) ?? values.push(value) - 1;
      known.set(key, index);
      return index;
    },
  };
}

function chainPart(column: string): readonly Part[] | undefined {
  const index = chainColumns.indexOf(column);
  return index < 0 ? undefined : [{ list: "chain", index }];
}

/** What the hash of an entry covers, as the product puts it. */
export function auditContent(
  { table, values }: Pick<SampleRow, "table" | "values">,
  {
    slotOf,
    timePart,
  }: { readonly slotOf: SlotOf; readonly timePart: TimePart },
): readonly Part[] {
  const of = (name: string) =>
    values[table.columns.findIndex((column) => column.name === name)] ?? "";
  const at = of("at");
  const moment = new Date(at).toISOString();
  const content = canonicalContent({
    at: new Date(at),
    actorKind: of("actor_kind"),
    actorId: of("actor_id"),
    action: of("action"),
    subjectKind: of("subject_kind"),
    subjectId: of("subject_id"),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- as the product wrote it
    details: JSON.parse(of("details")) as Record<string, unknown>,
    correlationId: of("correlation_id"),
  });
  const time = timePart(at, false);
  return joined([
    content.slice(0, 2),
    typeof time === "string" ? moment : time,
    ...splitText(content.slice(2 + moment.length), slotOf),
  ]);
}
