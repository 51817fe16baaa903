import { describeOptions } from "../../modules/delivery/index.ts";
import type {
  CheckReport,
  CheckStep,
  Connector,
  Delivery,
  DeliveryOutcome,
} from "../../modules/delivery/index.ts";
import type { HttpClient } from "../../platform/http-client/http-client.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import {
  CmisFault,
  findByPath,
  openRepository,
  type Session,
} from "./client.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { cmisOptions, type CmisOptions } from "./options.ts";
import { putFolderOnce } from "./put-folder.ts";

export type CmisSettings = {
  readonly http: HttpClient;
  readonly clock: () => Date;
  /** `http:` is possible to this machine only, and in production not at all. */
  readonly plainHttp: "to-this-machine" | "never";
};

/** Files each submission in a records system as a folder with documents, by the browser binding of CMIS 1.1. */
export function createCmisConnector(
  settings: CmisSettings,
): Connector<CmisOptions> {
  return {
    key: "cmis",
    describe: describeOptions({ schema: cmisOptions, de, en }),
    parseOptions: (input) => cmisOptions.parse(input),
    deliver: (delivery, options, signal) =>
      deliver(settings, { delivery, options }, signal),
    check: (options, signal) => check(settings, options, signal),
  };
}

async function deliver(
  settings: CmisSettings,
  { delivery, options }: { delivery: Delivery; options: CmisOptions },
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  signal.throwIfAborted();
  if (!isAllowed(settings, options))
    return { kind: "rejected", reason: "address-not-allowed" };
  const session = sessionOf(settings, options, signal);
  try {
    const repository = await openRepository(session);
    const putting = putFolderOnce(session, repository, delivery);
    return { kind: "delivered", receipt: await untilAborted(putting, signal) };
  } catch (error) {
    if (!(error instanceof CmisFault)) throw error;
    const { code, isFinal, retryAfterMs } = error;
    if (isFinal) return { kind: "rejected", reason: code };
    return {
      kind: "unavailable",
      cause: code,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  }
}

/** Signs in and looks for the folder. Whether something can be made in it is seen when it is. */
async function check(
  settings: CmisSettings,
  options: CmisOptions,
  signal: AbortSignal,
): Promise<CheckReport> {
  if (!isAllowed(settings, options))
    return [step("settings", "address-not-allowed")];
  const session = sessionOf(settings, options, signal);
  try {
    const repository = await openRepository(session);
    const reached = [step("reachability"), step("credentials")];
    const folder = await findByPath(session, repository, options.directory);
    return [
      ...reached,
      step("settings", folder ? undefined : "directory-missing"),
    ];
  } catch (error) {
    if (!(error instanceof CmisFault)) throw error;
    const isRefused = error.code === "http-401" || error.code === "http-403";
    return [step(isRefused ? "credentials" : "reachability", error.code)];
  }
}

const step = (check: CheckStep["check"], fault?: string): CheckStep => ({
  check,
  passed: fault === undefined,
  finding: fault ?? "as-expected",
});

const sessionOf = (
  { http, clock }: CmisSettings,
  options: CmisOptions,
  signal: AbortSignal,
): Session => ({ http, options, signal, now: clock() });

const loopback: ReadonlySet<string> = new Set([
  "localhost",
  "127.0.0.1",
  "[::1]",
]);

function isAllowed({ plainHttp }: CmisSettings, { url }: CmisOptions): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return true;
  return plainHttp === "to-this-machine" && loopback.has(hostname);
}
