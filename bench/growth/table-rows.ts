import type pg from "pg";

export type Column = {
  readonly name: string;
  readonly type: string;
  /** Of a key or another unique index. */
  readonly isUnique: boolean;
};

export type Table = {
  /** With its schema. */
  readonly name: string;
  readonly columns: readonly Column[];
};

/** A row as COPY would read it, and the ids and numbers that it mentions in clear. */
export type SampleRow = {
  readonly table: Table;
  readonly values: readonly (string | null)[];
  readonly mentions: readonly string[];
};

/** Tables nothing of which is made again: of the moment, of the installation, or made by the product when it is needed. */
const leftOut = [
  "accounts.session",
  "audit.chain_head",
  "audit.daily_seal",
  "audit.time_stamp",
  "crypto.tenant_key",
  "federation.attempt",
  "federation.provider_session",
  "forms.code_list",
  "forms.form_version",
  "installation.fact",
  "jobs.start",
  "migrations.applied",
  "staff.session",
  "throttle.attempt",
];

/** Ids, numbers as they are given to applicants, addresses of people with accounts. */
const mention =
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b|\b[a-z]+@konto\.example\b/g;

/** The parts of a text between what it mentions, and what it mentions: every second one. */
export function splitMentions(text: string): readonly string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: each, index } of text.matchAll(mention)) {
    parts.push(text.slice(end, index), each);
    end = index + each.length;
  }
  return [...parts, text.slice(end)];
}

/** All rows of all tables that can be made again. For a small database. */
export async function readSample(
  client: pg.Client,
): Promise<readonly SampleRow[]> {
  const sample: SampleRow[] = [];
  for (const table of await readTables(client)) {
    const columns = table.columns.map(({ name }) => `"${name}"::text`);
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${columns.join(", ")} from ${table.name}`,
      rowMode: "array",
    });
    for (const values of rows)
      sample.push({ table, values, mentions: mentionsIn(values) });
  }
  return sample;
}

function mentionsIn(values: readonly (string | null)[]): readonly string[] {
  const found = values.flatMap((value) =>
    value === null || value.startsWith("\\x")
      ? []
      : splitMentions(value).filter((_, index) => index % 2 === 1),
  );
  return [...new Set(found)];
}

export function valueOf(row: SampleRow, column: string): string | undefined {
  const index = row.table.columns.findIndex(({ name }) => name === column);
  return row.values[index] ?? undefined;
}

async function readTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(
    `select format('%I.%I', nspname, relname) as name,
       json_agg(json_build_object(
         'name', attname,
         'type', format_type(atttypid, null),
         'isUnique', exists (select from pg_index where indrelid = pg_class.oid and indisunique and attnum = any(indkey))
       ) order by attnum) as columns
     from pg_class
     join pg_namespace on pg_namespace.oid = relnamespace
     join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema')
     group by nspname, relname
     order by nspname, relname`,
  );
  return rows.filter(({ name }) => !leftOut.includes(name));
}
