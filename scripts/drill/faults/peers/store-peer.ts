import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../../../src/main/testing/free-port.ts";
import { openS3Bucket } from "../../../../src/platform/files/s3/s3-bucket.ts";
import { createHttpClient } from "../../../../src/platform/http-client/http-client.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../../rolling/running-program.ts";
import { startToxicProxy } from "../toxic-proxy.ts";
import { layOutCeph, newCephUser } from "./ceph-files.ts";

/** What answers HTTP, and what has the bytes on its disk. */
export type StorePart = "gateway" | "disk";

export type StorePeer = {
  /** For `S3_FILE`. */
  readonly settingsFile: string;
  /** How often it was called, also when it did not hear it. */
  calls(): number;
  signal(part: StorePart, name: NodeJS.Signals): void;
  /** Starts a part again that was killed. */
  start(part: StorePart): Promise<void>;
  stop(): Promise<void>;
};

const bucket = "uploads";

/** Ceph as Debian packages it: a monitor, one disk in a file (BlueStore), and radosgw, which speaks S3 and checks signatures. */
export async function startStorePeer(folder: string): Promise<StorePeer> {
  mkdirSync(folder);
  const port = await freePort();
  const line = await startToxicProxy({ port });
  const ceph = { folder, port, monitorPort: await freePort() };
  const programs: Partial<Record<StorePart | "monitor", RunningProgram>> = {};
  const start = async (part: StorePart) => {
    programs[part] = startPart(folder, part);
    if (part === "gateway")
      await until(() => answers(port), {
        within: 120_000,
        what: "radosgw does not answer",
      });
  };
  await layOutCeph(ceph, () => {
    programs.monitor = startPart(folder, "monitor");
  });
  await start("disk");
  await start("gateway");
  const user = await newCephUser(folder);
  const settings = { region: "us-east-1", bucket, ...user };
  await makeBucket({ ...settings, endpoint: endpointOf(port) });
  const settingsFile = path.join(folder, "s3.json");
  writeFileSync(
    settingsFile,
    JSON.stringify({ ...settings, endpoint: endpointOf(line.port) }),
    { mode: 0o600 },
  );
  return {
    settingsFile,
    calls: line.connections,
    signal: (part, name) => programs[part]?.signal(name),
    start,
    stop: async () => {
      for (const part of ["gateway", "disk", "monitor"] as const)
        await programs[part]?.stop("SIGKILL");
      await line.stop();
    },
  };
}

const endpointOf = (port: number) => `http://127.0.0.1:${String(port)}`;

const commands: Readonly<
  Record<StorePart | "monitor", readonly [string, ...string[]]>
> = {
  monitor: ["ceph-mon", "--id", "a"],
  disk: ["ceph-osd", "--id", "0"],
  gateway: ["radosgw", "--name", "client.admin"],
};

function startPart(
  folder: string,
  part: StorePart | "monitor",
): RunningProgram {
  const [command, ...args] = commands[part];
  return startProgram({
    command,
    args: [...args, "--foreground", "--conf", path.join(folder, "ceph.conf")],
    logFile: path.join(folder, `${part}.out`),
  });
}

async function makeBucket(
  settings: Parameters<typeof openS3Bucket>[0],
): Promise<void> {
  const http = createHttpClient();
  try {
    await openS3Bucket(settings, http).call({ method: "PUT" });
  } finally {
    http.close();
  }
}
