import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../../../src/main/testing/free-port.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../../rolling/running-program.ts";
import { startToxicProxy } from "../toxic-proxy.ts";

export type ScannerPeer = {
  /** As the portal reaches it. */
  readonly url: string;
  /** How often it was called, also when it did not hear it. */
  calls(): number;
  start(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** The only thing that it takes for malware: nothing is fetched from anywhere. */
const signature = `OpenRathaus.Drill:0:*:${Buffer.from("openrathaus-malware-for-tests").toString("hex")}\n`;

/** ClamAV's daemon beside the portal, as Debian packages it. */
export async function startScannerPeer(folder: string): Promise<ScannerPeer> {
  mkdirSync(folder);
  writeFileSync(path.join(folder, "own.ndb"), signature);
  const port = await freePort();
  const line = await startToxicProxy({ port });
  const settings = path.join(folder, "clamd.conf");
  writeFileSync(settings, clamdConfig(folder, port));
  const state: { program?: RunningProgram } = {};
  const start = async () => {
    state.program = startProgram({
      command: "/usr/sbin/clamd",
      args: ["-c", settings],
      logFile: path.join(folder, "log"),
    });
    await until(() => answers(port), {
      within: 60_000,
      what: "clamd does not answer",
    });
  };
  await start();
  return {
    url: `tcp://127.0.0.1:${String(line.port)}`,
    calls: line.connections,
    start,
    signal: (name) => state.program?.signal(name),
    stop: async () => {
      await state.program?.stop("SIGKILL");
      await line.stop();
    },
  };
}

const clamdConfig = (folder: string, port: number) => `Foreground yes
TCPSocket ${String(port)}
TCPAddr 127.0.0.1
DatabaseDirectory ${folder}
TemporaryDirectory ${folder}
StreamMaxLength 100M
MaxScanSize 400M
MaxFileSize 100M
`;
