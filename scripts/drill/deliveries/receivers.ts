import { mkdir } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { childrenOf, send } from "../failover/process-tree.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";
import { startLocalService } from "../../../src/connectors/fit-connect/demo/local-service.ts";
import { optionsFor } from "../../../src/connectors/fit-connect/demo/options-for.ts";
import {
  makeKeptKeys,
  serviceIdentifier,
  type KeptKeys,
} from "./fit-connect-state.ts";
import type { ReceiverSettings } from "./receiver-settings.ts";
import {
  missingForSsh,
  prepareSshServer,
  type SshServer,
} from "./ssh-server.ts";

/** A process that can be killed with everything it has started. */
export type Killable = {
  start(): Promise<void>;
  kill(): Promise<void>;
};

export type Receiver = Killable & {
  /** From now on it answers well. */
  calm(): void;
};

const startedWithinMs = 30_000;

/** Whatever is started by the command, on this port; `args` is asked each time. */
function receiverOf(input: {
  readonly command: string;
  readonly args: (isCalm: boolean) => readonly string[];
  readonly port: number;
  readonly logFile: string;
}): Receiver {
  const state: { running?: RunningProgram; isCalm: boolean } = {
    isCalm: false,
  };
  return {
    start: async () => {
      const { command, args, logFile, port } = input;
      state.running = startProgram({
        command,
        args: args(state.isCalm),
        logFile,
      });
      await until(() => answers(port), {
        within: startedWithinMs,
        what: `${logFile}: the receiver does not answer`,
      });
    },
    kill: async () => {
      if (state.running) await killTree(state.running);
    },
    calm: () => {
      state.isCalm = true;
      state.running?.signal("SIGUSR2");
    },
  };
}

/** With -9, the youngest last: nobody is left to tidy up. */
export async function killTree(program: RunningProgram): Promise<void> {
  const all = [program.pid];
  for (const pid of all) all.push(...childrenOf(pid));
  for (const pid of all) send(pid, "SIGKILL");
  await program.stop("SIGKILL");
}

export type FaultyReceivers = {
  readonly webhook: Receiver & {
    readonly folder: string;
    readonly url: string;
  };
  readonly fitConnect: Receiver & {
    readonly folder: string;
    readonly kept: KeptKeys;
    /** What is entered for the destination. */
    readonly options: Readonly<Record<string, string>>;
    /** Who is told of news; before it is started. */
    callback: ReceiverSettings["callback"];
  };
  /** Undefined where there is no OpenSSH server. */
  readonly sftp: (Receiver & SshServer) | undefined;
};

export type ReceiversInput = {
  readonly folder: string;
  readonly seed: number;
  /** Of all calls of the web hook, so many meet a fault; FIT-Connect needs eight calls for each delivery, so a fifth of that. */
  readonly share: number;
  /** Whether some calls are never answered. */
  readonly hangs: boolean;
  readonly ignoresKeys: boolean;
};

/** Made and not started. */
export async function prepareReceivers(
  input: ReceiversInput,
): Promise<FaultyReceivers> {
  const folders = ["webhook", "fit-connect", "sftp"].map((name) =>
    path.join(input.folder, name),
  );
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const [webhook = "", fitConnect = "", sftp = ""] = folders;
  return {
    webhook: await prepareWebhook(input, webhook),
    fitConnect: await prepareFitConnect(input, fitConnect),
    sftp: missingForSsh() === undefined ? await prepareSftp(sftp) : undefined,
  };
}

const scriptOf = (name: string) => path.join(import.meta.dirname, name);

async function prepareWebhook(
  { seed, share, hangs, ignoresKeys }: ReceiversInput,
  folder: string,
): Promise<FaultyReceivers["webhook"]> {
  const port = await freePort();
  const receiver = receiverOf({
    command: process.execPath,
    port,
    logFile: path.join(folder, "receiver.log"),
    args: settingsFor("webhook-receiver.ts", () => ({
      folder,
      port,
      seed,
      share,
      hangs,
      ignoresKeys,
    })),
  });
  return { ...receiver, folder, url: `http://127.0.0.1:${port}/antraege` };
}

async function prepareFitConnect(
  { seed, share, hangs }: ReceiversInput,
  folder: string,
): Promise<FaultyReceivers["fitConnect"]> {
  const port = await freePort();
  const kept = await makeKeptKeys(folder);
  const more: Pick<FaultyReceivers["fitConnect"], "callback"> = {
    callback: undefined,
  };
  const receiver = receiverOf({
    command: process.execPath,
    port,
    logFile: path.join(folder, "receiver.log"),
    args: settingsFor("fit-connect-receiver.ts", () => ({
      folder,
      port,
      seed,
      share: share / 5,
      hangs,
      ignoresKeys: false,
      callback: more.callback,
    })),
  });
  const { keys, destinationId } = kept;
  const service = await startLocalService(keys, {
    port,
    serviceIdentifier,
    kept: { destinationId, cases: [] },
  });
  const { tenantId: _, ...own } = optionsFor(service);
  const options = { ...own, serviceIdentifier };
  await service.stop();
  return Object.assign(more, { ...receiver, folder, kept, options });
}

/** Each start goes on with other faults: it would repeat itself otherwise. */
function settingsFor(script: string, given: () => ReceiverSettings) {
  let starts = 0;
  return (isCalm: boolean): readonly string[] => {
    starts += 1;
    const settings = given();
    const share = isCalm ? 0 : settings.share;
    const seed = settings.seed * 1000 + starts;
    return [scriptOf(script), JSON.stringify({ ...settings, share, seed })];
  };
}

async function prepareSftp(folder: string): Promise<Receiver & SshServer> {
  const port = await freePort();
  const server = await prepareSshServer(folder, port);
  const { command, args } = server;
  const logFile = path.join(folder, "receiver.log");
  const receiver = receiverOf({ command, args: () => args, port, logFile });
  // Its faults are being killed.
  return { ...server, ...receiver, calm: () => undefined };
}
