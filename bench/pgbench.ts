import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Transaction } from "./bare-answers.ts";
import { asOwner } from "./drafts.ts";
import type { Site } from "./site.ts";

const run = promisify(execFile);

/** True where PostgreSQL's client programs are installed. */
export async function findPgbench(): Promise<boolean> {
  return run("pgbench", ["--version"]).then(
    () => true,
    () => false,
  );
}

export type PgbenchRun = {
  readonly clients: number;
  readonly transactionsEach: number;
  /** Numbers of this run's drafts begin here, so that no two runs send the same. */
  readonly offset: number;
};

/** Transactions of the script for each second. */
export async function runPgbench(
  site: Site,
  script: string,
  { clients, transactionsEach, offset }: PgbenchRun,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "orh-pgbench-"));
  const file = join(folder, "submit.sql");
  await writeFile(file, script);
  const { host, port, user, database } = site.address;
  const { stdout } = await run(
    "pgbench",
    [
      ...["-n", "-M", "prepared", "-f", file],
      ...["-c", String(clients), "-j", "1", "-t", String(transactionsEach)],
      ...["-D", `i=${String(offset)}`],
      ...[
        "-h",
        String(host),
        "-p",
        String(port),
        "-U",
        String(user),
        String(database),
      ],
    ],
    {
      env: {
        ...process.env,
        PGOPTIONS: site.role ? `-c role=${site.role}` : "",
      },
    },
  );
  await rm(folder, { recursive: true });
  const found = /tps = ([\d.]+)/.exec(stdout);
  if (!found) throw new Error(`bench: pgbench said ${stdout}`);
  return Number(found[1]);
}

/** Drafts as pgbench's script finds them: id and key come from a number. */
export async function seedNumberedDrafts(
  site: Site,
  {
    template,
    clients,
    transactionsEach,
    offset,
  }: PgbenchRun & { readonly template: string },
): Promise<void> {
  await asOwner(
    site,
    `with number as (
       select (client * 1000000 + $2::int + i)::text as n
       from generate_series(0, $3::int - 1) as client, generate_series(1, $4::int) as i
     ), written as (
       insert into submissions.draft (id, leistung_slug, form_version_id, answers, revision, created_at, updated_at, expires_at)
       select md5('draft/' || n)::uuid, leistung_slug, form_version_id, answers, revision, now(), now(), expires_at
       from number, (select * from submissions.draft where id = $1) as template
     )
     insert into submissions.draft_key (key_hash, draft_id, purpose, created_at)
     select sha256(convert_to('key/' || n, 'UTF8')), md5('draft/' || n)::uuid, 'browser', now() from number`,
    [template, offset, clients, transactionsEach],
  );
}

/** Values that differ between two recordings belong to the submission; pgbench makes them from a number. */
export type Changing = ReadonlyMap<string, string>;

/** The recorded statements as pgbench sends them, in as few goes as the portal: each transaction in one, with its commit. */
export function pgbenchScript(
  transactions: readonly Transaction[],
  changing: Changing,
): string {
  const lines = transactions.flatMap((transaction) => {
    const sent = transaction
      .flatMap(({ sql, parameters }) =>
        parameters.length > 0
          ? [inline(sql, parameters, changing)]
          : sql.split(";").map((part) => part.trim()),
      )
      .map((sql) => `${sql};`);
    return ["\\startpipeline", ...sent, "\\endpipeline"];
  });
  return [
    "\\set i :i + 1",
    "\\set n :client_id * 1000000 + :i",
    ...lines,
    "",
  ].join("\n");
}

function inline(
  sql: string,
  parameters: readonly unknown[],
  changing: Changing,
): string {
  return sql
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\$(\d+)/g, (_all, number: string) => {
      const value = parameters[Number(number) - 1];
      return changing.get(identity(value)) ?? literal(value);
    });
}

export function identity(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString("hex") : JSON.stringify(value);
}

/** Of what type it is only bytes say; the others are read as what stands around them asks for. */
function arrayLiteral(values: readonly unknown[]): string {
  return values.some((value) => Buffer.isBuffer(value))
    ? `array[${values.map(literal).join(", ")}]`
    : `'{${values.join(",")}}'`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return String(value);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString("hex")}'::bytea`;
  if (value instanceof Date)
    return `to_timestamp(${String(value.getTime() / 1000)})`;
  if (Array.isArray(value)) return arrayLiteral(value);
  // pgbench takes a colon within a text for one of its variables.
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.includes(":")
    ? `convert_from('\\x${Buffer.from(text).toString("hex")}', 'UTF8')`
    : `'${text.replaceAll("'", "''")}'`;
}
