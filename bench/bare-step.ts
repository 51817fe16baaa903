/** The limit for a form step: a Fastify route that runs the same statements on the same database and sends the same bytes. */
import { createHash } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import type { BareRoute, BareStep, Transaction } from "./bare-answers.ts";

process.once("message", (message) => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see form-step.ts
  void serve(message as BareStep);
});
process.once("disconnect", () => process.exit());

async function serve({
  address,
  role,
  routes,
  manner,
}: BareStep): Promise<void> {
  const pool = new pg.Pool({
    ...address,
    max: 16,
    pipeline: manner === "pipelined",
    options: role ? `-c role=${role}` : undefined,
  });
  const app = fastify({ logger: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, body),
  );
  for (const route of routes)
    addRoute(app, (transaction) => runners[manner](pool, transaction), route);
  await app.listen({ port: 0, host: "127.0.0.1" });
  process.send?.(app.server.address());
}

function addRoute(
  app: FastifyInstance,
  run: (transaction: Transaction) => Promise<void>,
  route: BareRoute,
): void {
  app.route({
    method: route.method,
    url: "/",
    handler: async (request, reply) => {
      const draft = route.perDraft[Number(request.headers["x-draft"])] ?? [];
      for (const transaction of draft) await run(transaction);
      return reply.code(route.status).headers(route.headers).send(route.body);
    },
  });
}

const runners = { "one-by-one": runOneByOne, pipelined: runPipelined };

async function runOneByOne(
  pool: pg.Pool,
  transaction: Transaction,
): Promise<void> {
  const client = await pool.connect();
  for (const { sql, parameters } of transaction)
    for (const text of parameters.length > 0 ? [sql] : sql.split("; "))
      await client.query(text, [...parameters]);
  client.release();
}

async function runPipelined(
  pool: pg.Pool,
  transaction: Transaction,
): Promise<void> {
  const client = await pool.connect();
  await Promise.all(
    transaction.slice(0, -1).map(({ sql, parameters }) =>
      parameters.length > 0
        ? client.query({
            name: nameOf(sql),
            text: sql,
            values: [...parameters],
          })
        : client.query(sql),
    ),
  );
  await client.query("commit");
  client.release();
}

/** Prepared under a name, as the portal does. */
function nameOf(sql: string): string {
  return createHash("md5").update(sql).digest("hex");
}
