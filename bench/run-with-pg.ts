import pg from "pg";
import type { PgbenchRun } from "./pgbench.ts";
import type { Site } from "./site.ts";

/** What pgbench would do, by `pg` alone, for machines without pgbench: a lower limit, so its ratios are kinder. */
export async function runWithPg(
  site: Site,
  script: string,
  { clients, transactionsEach, offset }: PgbenchRun,
): Promise<number> {
  const statements = script.split("\n").filter((line) => /^[^\\]/.test(line));
  const options = site.role ? `-c role=${site.role}` : undefined;
  const connections = Array.from(
    { length: clients },
    () => new pg.Client({ ...site.address, pipeline: true, options }),
  );
  await Promise.all(connections.map((client) => client.connect()));
  const start = performance.now();
  await Promise.all(
    connections.map(async (client, index) => {
      for (let i = 1; i <= transactionsEach; i += 1)
        await sendAll(client, statements, index * 1_000_000 + offset + i);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(connections.map((client) => client.end()));
  return (clients * transactionsEach) / seconds;
}

async function sendAll(
  client: pg.Client,
  statements: readonly string[],
  n: number,
): Promise<void> {
  let sent: Promise<unknown>[] = [];
  for (const statement of statements) {
    sent.push(
      client.query(statement.replaceAll(/(?<!:):n\b/g, `'${String(n)}'`)),
    );
    if (statement !== "commit;") continue;
    await Promise.all(sent);
    sent = [];
  }
}
