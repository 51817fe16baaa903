import type { FastifyInstance } from "fastify";

export type ReadinessCheck = {
  readonly name: string;
  readonly passed: boolean;
  /** The process does its work without it; somebody should look nevertheless. */
  readonly isOptional?: true;
  readonly hint?: string;
};

export type HealthChecks = {
  /** Checks what a request needs: database, migrations, queue. Never throws. */
  readiness(): Promise<readonly ReadinessCheck[]>;
  /** The process is about to stop: proxies are to send nothing new. */
  isLeaving(): boolean;
};

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work; 503 otherwise, with what is missing. Where only something optional is
 * missing the answer stays 200, "degraded": to take every process out of rotation would help nobody. "draining" (503) is a process that is about to
 * stop and still answers everything. Same on every host.
 */
export function registerHealth(
  app: FastifyInstance,
  health: HealthChecks,
): void {
  app.get("/healthz", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", async (_request, reply) => {
    const isLeaving = health.isLeaving();
    const checks = isLeaving ? [] : await health.readiness();
    const status = isLeaving ? "draining" : statusOf(checks);
    return reply
      .code(status === "ready" || status === "degraded" ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status, checks });
  });
}

function statusOf(
  checks: readonly ReadinessCheck[],
): "ready" | "degraded" | "not-ready" {
  const failed = checks.filter((check) => !check.passed);
  if (failed.length === 0) return "ready";
  return failed.every((check) => check.isOptional) ? "degraded" : "not-ready";
}
