import type { FastifyInstance } from "fastify";

export type ReadinessCheck = {
  readonly name: string;
  readonly passed: boolean;
  readonly hint?: string;
};

export type HealthChecks = {
  /** Checks what a request needs: database, migrations, queue. Never throws. */
  readiness(): Promise<readonly ReadinessCheck[]>;
};

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 otherwise, with what is missing. Same on every host. */
export function registerHealth(
  app: FastifyInstance,
  health: HealthChecks,
): void {
  app.get("/healthz", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", async (_request, reply) => {
    const checks = await health.readiness();
    const ready = checks.every((check) => check.passed);
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ready" : "not-ready", checks });
  });
}
