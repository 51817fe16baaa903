import path from "node:path";
import { freePort } from "../../../src/main/testing/free-port.ts";
import type { Reachable } from "../../../src/main/testing/visitor.ts";
import { connectionString } from "../../../src/platform/testing/connection-string.ts";
import type { Installation } from "../rolling/installation.ts";
import { answers, startProgram, until } from "../rolling/running-program.ts";
import { maxConnections } from "../rolling/with-installation.ts";
import { startStandby, type StandbyInput } from "./standby.ts";

const delayMs = 500;

export type StaleWebInput = Pick<StandbyInput, "bin" | "primary"> & {
  readonly installation: Installation;
};

/** Starts a web process on a standby that is behind, works with it, and takes both down again. */
export async function withStaleWeb(
  { installation, ...input }: StaleWebInput,
  work: (stale: Reachable) => Promise<void>,
): Promise<void> {
  const { dataDir } = installation;
  const folder = path.dirname(dataDir);
  const standby = await startStandby({
    ...input,
    folder,
    maxConnections,
    delayMs,
  });
  const port = await freePort();
  const web = startProgram({
    command: process.execPath,
    args: [path.join(import.meta.dirname, "stale-web.ts")],
    logFile: path.join(folder, "stale-web.log"),
    env: {
      NODE_ENV: "development",
      DATA_DIR: dataDir,
      PORT: String(port),
      TRUSTED_PROXIES: "127.0.0.1,::1",
      PUBLIC_BASE_DOMAIN: `localhost:${String(installation.port)}`,
      DATABASE_URL: connectionString(standby.address),
      // Nobody can listen at a standby for what changes.
      DATABASE_DIRECT_URL: connectionString(input.primary),
    },
  });
  try {
    await until(() => answers(port), {
      within: 60_000,
      what: "the web process on the standby does not answer",
    });
    await work({ port, baseUrl: (label) => installation.baseUrl(label) });
  } finally {
    await web.stop("SIGKILL");
    await standby.stop();
  }
}
