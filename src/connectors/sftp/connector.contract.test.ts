import assert from "node:assert/strict";
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { createReach } from "../../platform/http-client/reach.ts";
import { createSftpConnector } from "./connector.ts";
import type { SftpOptions } from "./options.ts";
import {
  password,
  startSftpServer,
  type ServerMood,
} from "./testing/server.ts";

const reach = createReach({ released: [], thisMachine: "allowed" });

describeConnectorContract({ name: "sftp", open: openSftp, cannotHappen: [] });

const moods: Readonly<Record<Exclude<Mood, "down">, ServerMood>> = {
  well: "well",
  refusing: "refusing",
  hanging: "stuck",
  late: "silent",
  twice: "doubling",
};

async function openSftp(): Promise<ConnectorUnderTest<SftpOptions>> {
  const root = await mkdtemp(join(tmpdir(), "orh-sftp-ä "));
  await mkdir(join(root, "parken"));
  const server = await startSftpServer(root);
  const { port, hostKey } = server;
  const options = {
    host: "127.0.0.1",
    port: String(port),
    hostKey,
    user: "portal",
    password,
    directory: "parken",
  };
  let isDown = false;
  return {
    connect: () => createSftpConnector({ reach }),
    enteredOptions: options,
    wrongOptions: { ...options, directory: "../parken" },
    records: () => listRecords(join(root, "parken")),
    become: async (mood, delivery) => {
      if (mood === "down") await server.stop();
      else if (isDown) await server.start();
      isDown = mood === "down";
      if (mood !== "down") server.mood = moods[mood];
      return delivery;
    },
    close: async () => {
      await server.stop();
      await rm(root, { recursive: true });
    },
  };
}

async function listRecords(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return Promise.all(
    names
      .filter((name) => !name.startsWith("."))
      .map(async (name) => {
        const text = await readFile(join(directory, name, "manifest.json"));
        return (JSON.parse(text.toString()) as { deliveryId: string })
          .deliveryId;
      }),
  );
}

test("sftp: another server gets nothing, a fetched package is not made again, the files are what was chosen", async () => {
  const root = await mkdtemp(join(tmpdir(), "orh-sftp-"));
  const server = await startSftpServer(root);
  const connector = createSftpConnector({ reach });
  const signal = new AbortController().signal;
  const entered = {
    host: "127.0.0.1",
    port: server.port,
    hostKey: server.hostKey,
    user: "portal",
    password,
    directory: "parken",
    formats: ["csv-1", "xdomea-3.0.0"],
  };
  const options = connector.parseOptions(entered);
  try {
    const delivery = sampleDelivery();
    const missing = await connector.deliver(delivery, options, signal);
    assert.deepEqual(missing, {
      kind: "unavailable",
      cause: "directory-missing",
    });
    await mkdir(join(root, "parken"));
    const hostKey = `SHA256:${"A".repeat(43)}`;
    const other = connector.parseOptions({ ...entered, hostKey });
    assert.deepEqual(await connector.deliver(delivery, other, signal), {
      kind: "rejected",
      reason: "host-key-changed",
    });
    assert.deepEqual(await connector.check(other, signal), [
      { check: "reachability", passed: false, finding: "host-key-changed" },
    ]);
    const outcome = await connector.deliver(delivery, options, signal);
    assert.ok(outcome.kind === "delivered");
    const made = join(root, "parken", outcome.receipt);
    assert.deepEqual((await readdir(made)).toSorted(), [
      `${delivery.deliveryId}_Information.Information.0101.zip`,
      "manifest.json",
      "submission.csv",
      "uploads",
    ]);
    await rename(made, join(root, "fetched"));
    await connector.deliver(delivery, options, signal);
    assert.deepEqual(await listRecords(join(root, "parken")), []);
    assert.throws(() =>
      connector.parseOptions({ ...entered, password: undefined }),
    );
  } finally {
    await server.stop();
    await rm(root, { recursive: true });
  }
});

test("sftp: nothing is connected to that is neither public nor released", async () => {
  const strict = createReach({ released: [], thisMachine: "refused" });
  const connector = createSftpConnector({ reach: strict });
  const options = connector.parseOptions({
    host: "localhost",
    port: "22",
    hostKey: `SHA256:${"A".repeat(43)}`,
    user: "portal",
    password,
    directory: "parken",
  });
  const { signal } = new AbortController();
  const outcome = await connector.deliver(sampleDelivery(), options, signal);
  assert.deepEqual(outcome, {
    kind: "rejected",
    reason: "address-not-allowed",
  });
});
