import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, Socket } from "node:net";
import path from "node:path";
import { pipeline } from "node:stream";
import { promisify } from "node:util";
import { freePort } from "../../../src/main/testing/free-port.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../../src/platform/embedded-postgres/index.ts";
import { startFakeS3 } from "../../../src/platform/files/testing/fake-s3.ts";
import { connectionString } from "../../../src/platform/testing/connection-string.ts";
import { startPooler } from "../rolling/between.ts";
import { gateway } from "./cluster-files.ts";
import { baseDomain } from "./overlay.ts";

const root = path.join(import.meta.dirname, "../../..");

/** What the portal needs and the manifests leave to the operator: PostgreSQL behind PgBouncer, a bucket, keys. */
export type Backing = {
  readonly database: DatabaseAddress;
  /** Kept by the node for the pods that deliver into a folder. */
  readonly dataDir: string;
  /** For the secret `openrathaus-secrets`. */
  readonly secrets: Readonly<Record<string, string>>;
  /** For the secret `openrathaus-files`. */
  readonly files: Readonly<Record<string, string>>;
  /** Objects in the bucket. */
  objects(): number;
  /** `portal seed demo`, which production refuses: from outside of the cluster. */
  seed(): Promise<void>;
  stop(): Promise<void>;
};

export async function startBacking(folder: string): Promise<Backing> {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, "database"),
    maxConnections: 200,
  });
  const database = server.address;
  const poolerPort = await freePort();
  const pooler = await startPooler({ folder, server: database }, poolerPort);
  const bucket = await startFakeS3();
  const [pooled, direct, s3] = await Promise.all([
    passOn((socket) => socket.connect(poolerPort, "127.0.0.1")),
    passOn((socket) =>
      socket.connect(
        path.join(database.host, `.s.PGSQL.${String(database.port)}`),
      ),
    ),
    passOn((socket) =>
      socket.connect(
        Number(new URL(bucket.settings.endpoint).port),
        "127.0.0.1",
      ),
    ),
  ]);
  const dataDir = path.join(folder, "data");
  mkdirSync(dataDir);
  const secrets = secretsOf(database, { pooled, direct });
  return {
    database,
    dataDir,
    secrets,
    files: {
      "s3.json": JSON.stringify({
        ...bucket.settings,
        endpoint: `http://${gateway}:${String(s3.port)}`,
      }),
    },
    objects: () => bucket.objects.size,
    seed: () => seed({ dataDir, database, keys: secrets.SECRET_KEYS }),
    stop: async () => {
      for (const passing of [pooled, direct, s3]) passing.stop();
      await bucket.close();
      await pooler.stop();
      await server.stop();
    },
  };
}

function secretsOf(
  { user, database }: EmbeddedPostgres["address"],
  { pooled, direct }: { readonly pooled: Passing; readonly direct: Passing },
) {
  const login = `postgresql://${user}@${gateway}`;
  return {
    DATABASE_URL: `${login}:${String(pooled.port)}/openrathaus`,
    DATABASE_DIRECT_URL: `${login}:${String(direct.port)}/${database}`,
    SECRET_KEYS: `drill:${randomBytes(32).toString("base64")}`,
  };
}

type Passing = { readonly port: number; stop(): void };

/** Takes connections of pods on the machine's address in their network, and passes them on to what listens on this machine only. */
async function passOn(to: (socket: Socket) => Socket): Promise<Passing> {
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const target = to(new Socket());
    for (const socket of [from, target]) open.add(socket);
    pipeline(from, target, from, () => {
      for (const socket of [from, target]) {
        socket.destroy();
        open.delete(socket);
      }
    });
  });
  server.listen(0, gateway);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("drill: no port");
  return {
    port: address.port,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function seed({
  dataDir,
  database,
  keys,
}: {
  readonly dataDir: string;
  readonly database: DatabaseAddress;
  readonly keys: string;
}): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ["bin/portal.mjs", "seed", "demo"],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "development",
        DEMO_VORGAENGE: "none",
        LOG_LEVEL: "warn",
        DATA_DIR: dataDir,
        PUBLIC_BASE_DOMAIN: baseDomain,
        DATABASE_URL: connectionString(database),
        SECRET_KEYS: keys,
        SMTP_URL: "",
      },
    },
  );
}
