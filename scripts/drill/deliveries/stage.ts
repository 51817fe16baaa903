import path from "node:path";
import {
  childPortal,
  environmentOfChild,
  type ChildPortal,
} from "../../../src/main/testing/child-portal.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { runCommand } from "../../../src/main/testing/run-command.ts";
import { receiverSecret } from "../../../src/connectors/webhook/testing/receiver.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { connectOrStartEmbeddedPostgres } from "../../../src/platform/embedded-postgres/index.ts";
import { deliveryFolder } from "../compare.ts";
import {
  startProgram,
  type RunningProgram,
} from "../rolling/running-program.ts";
import { drilledForm, drilledPortal } from "../write-applications.ts";
import { queryOnce } from "./query-once.ts";
import {
  killTree,
  prepareReceivers,
  type FaultyReceivers,
  type Killable,
  type ReceiversInput,
} from "./receivers.ts";

/** A web process, workers, the embedded database, and the back offices; all are processes of their own. */
export type Stage = {
  readonly portal: ChildPortal;
  readonly workers: readonly Killable[];
  readonly receivers: FaultyReceivers;
  readonly database: DatabaseAddress;
  /** Where the destination that the demo has shows its packages. */
  readonly folder: string;
  stop(): Promise<void>;
};

export type StageInput = Omit<ReceiversInput, "folder"> & {
  readonly folder: string;
  readonly workers: number;
};

/** What the destinations are called by who looks after them. */
const destinationNames = {
  webhook: "Web-Hook",
  fitConnect: "FIT-Connect",
  sftp: "SFTP",
} as const;

export type ReceiverName = keyof typeof destinationNames;

export const receiverNames = [
  "webhook",
  "fitConnect",
  "sftp",
] as const satisfies readonly ReceiverName[];

/** Deliveries that a back office, or any destination, has taken. Throws while the database is away. */
export async function countArrived(
  { database }: Pick<Stage, "database">,
  name?: ReceiverName,
): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(
    database,
    `select count(*)::int as count from delivery.delivery join delivery.destination on destination.id = destination_id
     where state in ('accepted', 'delivered') and destination.name = coalesce($1, destination.name)`,
    [name === undefined ? null : destinationNames[name]],
  );
  return row?.count ?? 0;
}

const callbackSecret = "drill-drill-drill-drill-drill";
const root = path.join(import.meta.dirname, "../../..");

/** Everything runs when this resolves. */
export async function openStage(input: StageInput): Promise<Stage> {
  const dataDir = path.join(input.folder, "data");
  const receivers = await prepareReceivers({
    ...input,
    folder: path.join(input.folder, "receivers"),
  });
  const portal = childPortal(dataDir, await freePort(), "web");
  const server = await connectOrStartEmbeddedPostgres({ dataDir });
  const database = server.address;
  const workers = Array.from({ length: input.workers }, (_, index) =>
    workerOf(portal, path.join(input.folder, `worker${index}.log`)),
  );
  const { webhook, fitConnect, sftp } = receivers;
  const others = [...workers, webhook, fitConnect, ...(sftp ? [sftp] : [])];
  const stop = async () => {
    for (const one of others) await one.kill();
    await portal.stop();
  };
  try {
    await command(dataDir, "seed", "demo");
    await addDestinations(dataDir, receivers);
    fitConnect.callback = {
      url: await callbackUrl(portal, database),
      secret: callbackSecret,
    };
    await portal.start();
    await Promise.all(others.map((one) => one.start()));
  } catch (error) {
    await stop();
    throw error;
  } finally {
    // Goes on for the portal, under the same address.
    await server.stop();
  }
  const folder = deliveryFolder(portal);
  return { portal, workers, receivers, database, folder, stop };
}

async function addDestinations(
  dataDir: string,
  { webhook, fitConnect, sftp }: FaultyReceivers,
): Promise<void> {
  await addDestination(dataDir, "webhook", {
    url: webhook.url,
    secret: receiverSecret,
  });
  await addDestination(dataDir, "fitConnect", {
    ...fitConnect.options,
    callbackSecret,
  });
  if (sftp) await addDestination(dataDir, "sftp", sftp.options);
}

const connectorKeys = {
  webhook: "webhook",
  fitConnect: "fit-connect",
  sftp: "sftp",
} as const;

function addDestination(
  dataDir: string,
  kind: keyof typeof connectorKeys,
  options: Readonly<Record<string, string>>,
): Promise<void> {
  return command(
    dataDir,
    ...["destination", "add", "--portal", drilledPortal],
    ...["--name", destinationNames[kind]],
    ...["--connector", connectorKeys[kind], "--leistung", drilledForm],
    ...["--option", ...Object.entries(options).map((pair) => pair.join("="))],
  );
}

async function command(
  dataDir: string,
  ...words: readonly string[]
): Promise<void> {
  const { exitCode, errors } = await runCommand({ dataDir }, ...words);
  if (exitCode !== 0) throw new Error(`drill: ${words.join(" ")}: ${errors}`);
}

async function callbackUrl(
  portal: ChildPortal,
  database: DatabaseAddress,
): Promise<string> {
  const [row] = await queryOnce<{ id: string }>(
    database,
    "select id from delivery.destination where name = $1",
    [destinationNames.fitConnect],
  );
  const base = portal.baseUrl(drilledPortal);
  return `${base}/schnittstelle/zustellungen/${row?.id ?? ""}`;
}

/** A worker as `npm run portal -- start worker` starts it, without the launcher that would end it in order. */
function workerOf(portal: ChildPortal, logFile: string): Killable {
  const state: { program?: RunningProgram } = {};
  return {
    start: () => {
      state.program = startProgram({
        command: process.execPath,
        args: [path.join(root, "bin/run-portal.mjs"), "start", "worker"],
        logFile,
        env: environmentOfChild(portal),
      });
      return Promise.resolve();
    },
    kill: async () => {
      if (state.program) await killTree(state.program);
    },
  };
}
