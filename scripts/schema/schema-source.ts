import type { Column } from "./columns.ts";
import type { SchemaObject } from "./objects.ts";

/** The whole schema as SQL to read: schema by schema, each table with everything that hangs on it. */
export function schemaSource(
  columns: readonly Column[],
  objects: readonly SchemaObject[],
): string {
  const schemas = objects.filter(({ kind }) => kind === "schema");
  const extensions = objects.filter(({ kind }) => kind === "extension");
  return [
    "-- Written by `npm run schema:dump` from the migrated database. Do not edit; change it by a migration.",
    ...extensions.map(({ name }) => `create extension ${name};`),
    ...schemas.flatMap(({ schema }) =>
      oneSchema(
        schema,
        columns.filter((it) => it.schema === schema),
        objects.filter((it) => it.schema === schema),
      ),
    ),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/u, "\n");
}

function oneSchema(
  schema: string,
  columns: readonly Column[],
  objects: readonly SchemaObject[],
): string[] {
  const ofKind = (kind: SchemaObject["kind"]) =>
    objects.filter((it) => it.kind === kind);
  return [
    `create schema ${schema};`,
    ...ofKind("function").map(({ definition }) => `${definition.trim()};`),
    ...[...Map.groupBy(columns, ({ table }) => table)].map(([table, its]) =>
      oneTable(
        `${schema}.${table}`,
        its,
        objects.filter((it) => it.table === table),
      ),
    ),
    ...ofKind("view").map(
      ({ name, definition }) =>
        `create view ${schema}.${name} as\n${definition}`,
    ),
  ];
}

function oneTable(
  table: string,
  columns: readonly Column[],
  objects: readonly SchemaObject[],
): string {
  const constraints = objects.filter(({ kind }) => kind === "constraint");
  const lines = [
    ...columns.map(columnLine),
    ...constraints.map(
      ({ name, definition }) => `  constraint ${name} ${definition}`,
    ),
  ];
  return [
    `create table ${table} (\n${lines.join(",\n")}\n);`,
    ...objects.flatMap((object) => attachedStatement(table, object)),
  ].join("\n");
}

function columnLine(column: Column): string {
  const parts = [
    `  ${column.name} ${column.type}`,
    column.notNull ? "not null" : "",
    origin(column),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function origin(column: Column): string {
  if (column.generated === "stored")
    return `generated always as (${column.default ?? ""}) stored`;
  if (column.generated !== null)
    return `generated ${column.generated} as identity`;
  return column.default === null ? "" : `default ${column.default}`;
}

function attachedStatement(table: string, object: SchemaObject): string[] {
  switch (object.kind) {
    case "index":
    case "trigger":
      return [`${object.definition};`];
    case "policy":
      return [
        `create policy ${object.name} on ${table} for ${object.definition};`,
      ];
    case "row-security":
      return [
        "enable",
        ...(object.definition === "forced" ? ["force"] : []),
      ].map((verb) => `alter table ${table} ${verb} row level security;`);
    default:
      return [];
  }
}
