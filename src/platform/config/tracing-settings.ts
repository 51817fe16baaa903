import type { Sampling } from "../tracing/sampler.ts";
import { readNamedHosts } from "./list-settings.ts";
import { fail, oneOf, readEach, type Variables } from "./settings-error.ts";
import { readUrl } from "./url-settings.ts";

/** Where traces go, by the variables that OpenTelemetry gives to all programs. */
export type TracingSettings = {
  readonly url: string;
  /** For the collector; may hold a password. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is said about this process. */
  readonly resource: Readonly<Record<string, string>>;
  readonly compression: "gzip" | "none";
  readonly everyMs: number;
  readonly sampling: Sampling;
  /** Hosts outside that are told which trace a call belongs to. */
  readonly toldHosts: readonly string[];
};

/** Undefined without an address: nothing is traced. All are checked nevertheless, so that a wrong one shows at once. */
export function readTracing(variables: Variables): TracingSettings | undefined {
  const { url, settings, disabled } = readEach({
    url: () => readEndpoint(variables),
    disabled: () =>
      oneOf(variables, {
        name: "OTEL_SDK_DISABLED",
        allowed: ["true", "false"],
        fallback: "false",
      }),
    protocol: () =>
      oneOf(variables, {
        name: "OTEL_EXPORTER_OTLP_PROTOCOL",
        allowed: ["http/json"],
        fallback: "http/json",
      }),
    settings: () => readHandling(variables),
  });
  return url === undefined || disabled === "true"
    ? undefined
    : { url, ...settings };
}

function readHandling(variables: Variables): Omit<TracingSettings, "url"> {
  return readEach<Omit<TracingSettings, "url">>({
    headers: () => readPairs(variables, "OTEL_EXPORTER_OTLP_HEADERS"),
    resource: () => ({
      ...readPairs(variables, "OTEL_RESOURCE_ATTRIBUTES"),
      ...readServiceName(variables),
    }),
    // Every collector unpacks it; small programs for developers may not.
    compression: () =>
      oneOf(variables, {
        name: "OTEL_EXPORTER_OTLP_COMPRESSION",
        allowed: ["gzip", "none"],
        fallback: "gzip",
      }),
    everyMs: () => readDelay(variables),
    sampling: () => readSampling(variables),
    toldHosts: () => readNamedHosts(variables, "TRACE_CONTEXT_HOSTS"),
  });
}

/** The one is the address of all that a collector takes, the other that of traces as it stands. */
function readEndpoint(variables: Variables): string | undefined {
  const read = (name: string, example: string) =>
    readUrl(variables, { name, protocols: ["http:", "https:"], example });
  const all = read("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318");
  const own = read(
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    "http://127.0.0.1:4318/v1/traces",
  );
  return own ?? (all && `${all.replace(/\/+$/, "")}/v1/traces`);
}

function readServiceName(variables: Variables): Record<string, string> {
  const name = variables["OTEL_SERVICE_NAME"];
  return name ? { "service.name": name } : {};
}

/** `key=value,key=value`, percent-encoded. @see W3C Baggage */
function readPairs(variables: Variables, name: string): Record<string, string> {
  const entries = (variables[name] ?? "").split(",").filter(Boolean);
  return Object.fromEntries(
    entries.map((entry): [string, string] => {
      const pair = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(entry);
      const value = decoded(pair?.[2]);
      if (!pair?.[1] || value === undefined)
        return fail(
          name,
          "must be pairs with commas between, special characters percent-encoded",
          `${name}=key=value,other=value`,
        );
      return [pair[1], value];
    }),
  );
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readDelay(variables: Variables): number {
  const name = "OTEL_BSP_SCHEDULE_DELAY";
  const text = variables[name] || "5000";
  if (!/^[1-9]\d{0,5}$/.test(text))
    fail(name, "must be a number of milliseconds", `${name}=5000`);
  return Number(text);
}

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

function readSampling(variables: Variables): Sampling {
  const sampler = oneOf(variables, {
    name: "OTEL_TRACES_SAMPLER",
    allowed: samplers,
    fallback: "parentbased_always_on",
  });
  const share = readShare(variables);
  const followsParent = sampler.startsWith("parentbased_");
  if (sampler.endsWith("traceidratio")) return { share, followsParent };
  return { share: sampler.endsWith("always_on") ? 1 : 0, followsParent };
}

function readShare(variables: Variables): number {
  const name = "OTEL_TRACES_SAMPLER_ARG";
  const text = variables[name] || "1";
  if (!/^\d*\.?\d+$/.test(text) || Number(text) > 1)
    fail(name, "must be a number from 0 to 1", `${name}=0.1`);
  return Number(text);
}
