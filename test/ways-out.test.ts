import assert from "node:assert/strict";
import { test } from "node:test";
import { listFiles, readText } from "./source-text.ts";

/** Calls whose address the operator sets in the environment or in a file, or that stay within a demo. All others are guarded against SSRF. */
const unguarded: Readonly<Record<string, string>> = {
  "src/main/doctor/examine-ports.ts": "PORT, METRICS_LISTEN",
  "src/main/doctor/examine-surroundings.ts": "S3_FILE",
  "src/main/file-store.ts": "S3_FILE",
  "src/main/mirroring.ts": "ZBP_BRIDGE_FILE, MUK_BRIDGE_FILE",
  "src/main/modules.ts": "TIME_STAMP_URL",
  "src/main/notices-ports.ts": "SMS_GATEWAY_FILE",
  "src/main/seal.ts": "TIME_STAMP_URL, SEAL_SERVICE_FILE",
  "src/main/status-probes.ts": "STATUS_CHECK_URL",
  "src/platform/tracing/open-tracing.ts": "OTEL_EXPORTER_OTLP_ENDPOINT",
  "src/modules/federation/demo/saml-identity-provider.ts": "demo",
  "src/connectors/fit-connect/demo/elsewhere.ts": "demo",
};

const sources = listFiles("src/**/*.ts").filter(
  (path) => !/\.test\.ts$|\/testing\//.test(path),
);

test("a way out to any address is opened only for addresses that the operator sets", () => {
  const open = sources.filter((path) =>
    /createHttpClient\((?!\{ reach)/.test(readText(path)),
  );
  const own = ["src/platform/http-client/http-client.ts"];
  assert.deepEqual(
    open.filter((path) => !own.includes(path)).sort(),
    Object.keys(unguarded).sort(),
  );
});

test("nothing else calls other machines", () => {
  const caller =
    /(?<![.\w])fetch\(|import \{[^}]*\b(?:request|get|connect)\b[^}]*\} from "node:(?:https?|tls)"|from "(?:node:(?:dns|dgram)(?:\/promises)?|undici|axios)"/;
  const known = /^src\/platform\/http-client\/|\/demo\//;
  assert.deepEqual(
    sources.filter((path) => caller.test(readText(path)) && !known.test(path)),
    [],
  );
});
