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

async function serve({ address, role, routes }: BareStep): Promise<void> {
  const pool = new pg.Pool({
    ...address,
    max: 16,
    pipeline: true,
    options: role ? `-c role=${role}` : undefined,
  });
  const app = fastify({ logger: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, body),
  );
  for (const route of routes) addRoute(app, pool, route);
  await app.listen({ port: 0, host: "127.0.0.1" });
  process.send?.(app.server.address());
}

function addRoute(app: FastifyInstance, pool: pg.Pool, route: BareRoute): void {
  app.route({
    method: route.method,
    url: "/",
    handler: async (request, reply) => {
      const draft = route.perDraft[Number(request.headers["x-draft"])] ?? [];
      for (const transaction of draft) await run(pool, transaction);
      return reply.code(route.status).headers(route.headers).send(route.body);
    },
  });
}

/** As the portal does: begin and the statements travel together, commit after their answers. */
async function run(pool: pg.Pool, transaction: Transaction): Promise<void> {
  const client = await pool.connect();
  try {
    const statements = transaction.slice(0, -1);
    await Promise.all(
      statements.map(({ sql, parameters }) =>
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
  } finally {
    client.release();
  }
}

/** Prepared under a name, as the portal does. */
function nameOf(sql: string): string {
  return createHash("md5").update(sql).digest("hex");
}
