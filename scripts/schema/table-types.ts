import type { Column } from "./columns.ts";

const scalarTypes: Readonly<Record<string, string>> = {
  smallint: "number",
  integer: "number",
  real: "number",
  "double precision": "number",
  // 64 bit and decimal numbers arrive as text: a JavaScript number would round them
  bigint: "string",
  numeric: "string",
  boolean: "boolean",
  text: "string",
  "character varying": "string",
  character: "string",
  uuid: "string",
  tsvector: "string",
  inet: "string",
  date: "Date",
  "timestamp with time zone": "Date",
  bytea: "Buffer",
  jsonb: "unknown",
  json: "unknown",
};

/** TypeScript source of one schema's tables for Kysely, before formatting. Throws on a column type it does not know. */
export function tableTypesSource(
  schema: string,
  columns: readonly Column[],
): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const body = [...tables]
    .map(([table, its]) => {
      const fields = its.map((it) => `${it.name}: ${columnType(it)};`);
      return `"${schema}.${table}": {\n${fields.join("\n")}\n};`;
    })
    .join("\n");
  const imports = ["Generated", "GeneratedAlways"].filter((name) =>
    body.includes(`${name}<`),
  );
  return [
    "// Written by `npm run schema:types` from the migrated database. Do not edit.",
    imports.length > 0
      ? `import type { ${imports.join(", ")} } from "kysely";\n`
      : "",
    `export type ${pascalCase(schema)}Tables = {\n${body}\n};\n`,
  ].join("\n");
}

/** Kysely's type of a column: what is read, and whether an insert may leave it out. */
export function columnType(column: Column): string {
  const value = listedValues(column) ?? scalarType(column);
  const read =
    column.notNull || value === "unknown" ? value : `${value} | null`;
  if (column.generated === "stored" || column.generated === "always")
    return `GeneratedAlways<${read}>`;
  return column.default !== null || column.generated !== null
    ? `Generated<${read}>`
    : read;
}

/** `state in ('a', 'b')` as `"a" | "b"`; undefined when the column has no such check. */
function listedValues({ check, type }: Column): string | undefined {
  if (type !== "text" || check === null) return undefined;
  const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(?<list>.*)\]\)\)\)$/u.exec(check)
    ?.groups?.["list"];
  if (list === undefined) return undefined;
  const values = [...list.matchAll(/'(?<value>(?:[^']|'')*)'::text/gu)].map(
    (match) => (match.groups?.["value"] ?? "").replaceAll("''", "'"),
  );
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

function scalarType({ schema, table, name, type }: Column): string {
  const isArray = type.endsWith("[]");
  const bare = type.replace(/\[\]$/u, "").replace(/\(.*\)/u, "");
  const scalar = scalarTypes[bare];
  if (scalar === undefined) {
    throw new Error(
      `${schema}.${table}.${name}: no TypeScript type for ${type}; add it to scripts/schema/table-types.ts`,
    );
  }
  return isArray ? `${scalar}[]` : scalar;
}

function pascalCase(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
