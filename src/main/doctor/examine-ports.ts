import { once } from "node:events";
import { createServer } from "node:net";
import { z } from "zod";
import type { ListenAddress } from "../../platform/config/listen-settings.ts";
import type { Settings } from "../../platform/config/settings.ts";
import {
  createHttpClient,
  type HttpOutcome,
} from "../../platform/http-client/http-client.ts";
import { whyNotListening } from "../listen.ts";
import { failed, ok, reasonOf, warning, type Finding } from "./finding.ts";

/** Whether a start can listen where the settings say. What a portal has in use is well: the doctor is called beside a running one. */
export async function examinePorts({
  host,
  port,
  metricsListen,
}: Settings): Promise<readonly Finding[]> {
  return Promise.all([
    ...(port === 0 ? [] : [portFinding({ host, port })]),
    ...(metricsListen ? [metricsFinding(metricsListen)] : []),
  ]);
}

async function portFinding(address: ListenAddress): Promise<Finding> {
  const subject = "port";
  const refusal = await tryListening(address);
  if (refusal === undefined) return ok(subject, `${shown(address)} is free`);
  if (!isInUse(refusal))
    return failed(subject, {
      says: reasonOf(whyNotListening(refusal, address) ?? refusal),
      cure: "Correct HOST and PORT, or give the user of the process the right to listen there.",
    });
  const answer = await ask(address, "/readyz");
  const status =
    answer.kind === "answered" ? readiness(answer.body) : undefined;
  if (status === undefined)
    return occupied(subject, { address, answer, setting: "PORT" });
  const says = `a portal answers at ${shown(address)}: ${status}`;
  return status === "not-ready"
    ? warning(subject, {
        says,
        cure: `Look what it lacks: ${urlOf(address, "/readyz")}`,
      })
    : ok(subject, says);
}

async function metricsFinding(address: ListenAddress): Promise<Finding> {
  const subject = "metrics";
  const refusal = await tryListening(address);
  if (refusal === undefined) return ok(subject, `${shown(address)} is free`);
  if (!isInUse(refusal))
    return failed(subject, {
      says: `METRICS_LISTEN ${shown(address)}: ${reasonOf(refusal)}`,
      cure: "Let METRICS_LISTEN name an address of this machine and a port above 1023.",
    });
  const answer = await ask(address, "/metrics");
  return answer.kind === "answered" && answer.body.includes("openrathaus_")
    ? ok(subject, `a portal tells its figures at ${shown(address)}`)
    : occupied(subject, { address, answer, setting: "METRICS_LISTEN" });
}

function occupied(
  subject: string,
  {
    address,
    answer,
    setting,
  }: {
    readonly address: ListenAddress;
    readonly answer: HttpOutcome;
    readonly setting: string;
  },
): Finding {
  const isSilent = answer.kind === "timeout";
  return failed(subject, {
    says: isSilent
      ? `${setting}: something listens at ${shown(address)} and gives no answer in ${String(waitMs / 1000)} s`
      : `${setting}: another program listens at ${shown(address)}`,
    cure: `See which one: ss -ltnp 'sport = :${String(address.port)}'. ${isSilent ? "If it is the portal, it is stuck: start it again. Otherwise stop" : "Stop"} it, or set ${setting} to another port.`,
  });
}

/** Listens for a moment. Undefined: nothing is in the way. */
async function tryListening(address: ListenAddress): Promise<unknown> {
  const server = createServer();
  try {
    server.listen(address);
    await once(server, "listening");
    return undefined;
  } catch (error) {
    return error;
  } finally {
    server.close();
  }
}

const isInUse = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

const waitMs = 5_000;

async function ask(address: ListenAddress, path: string): Promise<HttpOutcome> {
  const http = createHttpClient({ maxConnectionsPerHost: 1 });
  try {
    const url = urlOf(address, path);
    return await http.request({ method: "GET", url, timeoutMs: waitMs });
  } finally {
    http.close();
  }
}

/** As the portal answers, in which state it is; nobody else is asked for checks under this name. */
const readyAnswer = z.object({
  status: z.enum(["ready", "degraded", "draining", "not-ready"]),
  checks: z.array(z.unknown()),
});

function readiness(body: Buffer): string | undefined {
  try {
    return readyAnswer.parse(JSON.parse(body.toString("utf8"))).status;
  } catch {
    return undefined;
  }
}

/** Addresses that mean all of this machine can be listened on, not asked. */
const own: Readonly<Record<string, string>> = {
  "::": "::1",
  "0.0.0.0": "127.0.0.1",
};

const urlOf = ({ host, port }: ListenAddress, path: string) =>
  `http://${shown({ host: own[host] ?? host, port })}${path}`;

const shown = ({ host, port }: ListenAddress) =>
  `${host.includes(":") ? `[${host}]` : host}:${String(port)}`;
