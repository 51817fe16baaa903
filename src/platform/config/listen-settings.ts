import { availableParallelism } from "node:os";
import { fail, type Variables } from "./settings-error.ts";

export type ListenAddress = { readonly host: string; readonly port: number };

/** `MAIL_RETURN_LISTEN`: where the worker takes mails that come back. */
export const readMailReturns = (variables: Variables) =>
  readListen(variables, "MAIL_RETURN_LISTEN", "0.0.0.0:2525");

/** `METRICS_LISTEN`: where figures can be read; never where visitors come. */
export const readMetricsListen = (variables: Variables) =>
  readListen(variables, "METRICS_LISTEN", "127.0.0.1:9464");

function readListen(
  variables: Variables,
  name: string,
  example: string,
): ListenAddress | undefined {
  const text = variables[name];
  if (!text) return undefined;
  const [, host = "", digits] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (!(port <= 65_535))
    return fail(name, "must be an address and a port", `${name}=${example}`);
  // IPv6 addresses stand in brackets.
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port };
}

/** `PORT` */
export function readPort(variables: Variables): number {
  const text = variables["PORT"] || "8080";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    fail("PORT", "must be a port number from 0 to 65535", "PORT=8080");
  return port;
}

/** `DRAIN_SECONDS`: outside production nobody stands in front who would have to notice. */
export function readDrainMs(variables: Variables, environment: string): number {
  const name = "DRAIN_SECONDS";
  const text = variables[name] || (environment === "production" ? "10" : "0");
  if (!/^\d{1,3}$/.test(text) || Number(text) > 300)
    fail(name, "must be a number of seconds from 0 to 300", `${name}=10`);
  return Number(text) * 1000;
}

/** `WEB_PROCESSES`: in production one for each core. More than a small machine's embedded database has connections for must be asked for. */
export function readWebProcesses(
  variables: Variables,
  environment: string,
): number {
  const name = "WEB_PROCESSES";
  const ofCores = Math.min(availableParallelism(), 8);
  const text =
    variables[name] || String(environment === "production" ? ofCores : 1);
  if (!/^[1-9]\d?$/.test(text) || Number(text) > 64)
    fail(name, "must be a number from 1 to 64", `${name}=4`);
  return Number(text);
}
