import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { generateKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import {
  startDatabaseCluster,
  type DatabaseCluster,
} from "../failover/database-cluster.ts";
import type { SystemUser } from "../failover/database-node.ts";
import { startHookPeer, type HookPeer } from "../faults/peers/hook-peer.ts";
import { startMailPeer, type MailPeer } from "../faults/peers/mail-peer.ts";
import {
  startScannerPeer,
  type ScannerPeer,
} from "../faults/peers/scanner-peer.ts";
import { startStorePeer, type StorePeer } from "../faults/peers/store-peer.ts";
import type { Between } from "../rolling/between.ts";
import {
  openInstallation,
  type Installation,
} from "../rolling/installation.ts";
import type { ProxyName } from "../rolling/published-files.ts";
import { drilledForm, drilledPortal } from "../write-applications.ts";
import { browserOf } from "./browser.ts";
import { openAuthority, type OwnAuthority } from "./own-authority.ts";

/** The whole reference set-up, ready, with the published files and all that the portal talks to. */
export type ReferenceStage = {
  readonly installation: Installation;
  readonly pooler: Between;
  readonly cluster: DatabaseCluster;
  readonly store: StorePeer;
  readonly scanner: ScannerPeer;
  readonly mail: MailPeer;
  readonly hook: HookPeer;
  /** As the superuser, for looking. */
  readonly database: pg.Pool;
  /** The same, for a connection of its own. */
  readonly address: pg.ClientConfig;
  stop(): Promise<void>;
};

export type ReferenceInput = {
  readonly folder: string;
  readonly user: SystemUser;
  readonly proxy: ProxyName;
  readonly isSynchronous: boolean;
};

/** That of the published nginx.conf; it is never looked up. */
const domain = "portal.example.org";
const webs = 3;
const workers = 2;
/** As in production by default. */
const drainSeconds = 10;

type Stops = (() => Promise<unknown>)[];

/** Starts one part after the other; when one does not start, those before it are ended. */
export async function openReferenceStage(
  input: ReferenceInput,
): Promise<ReferenceStage> {
  const stops: Stops = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const authority = openAuthority(path.join(input.folder, "authority"));
    const password = randomBytes(16).toString("hex");
    const server = await openDatabase(input, { authority, password, stops });
    const peers = await openPeers(input.folder, authority, stops);
    const installation = await openInstallation({
      folder: input.folder,
      server: server.address,
      webs,
      workers,
      drainSeconds,
      tries: "again",
      proxy: input.proxy,
      poolerUser: input.user,
      secured: {
        domain,
        password,
        authorityFile: authority.certificateFile,
        poolerFolder: poolerFolder(input, { authority, password }),
        proxyFolder: proxyFolder(input.folder, authority),
        connectTo: (port) =>
          browserOf({ port, authority: authority.certificate }),
        afterSeed: () => forgetDemo(server.database),
      },
      env: productionEnv(authority, peers),
    });
    stops.push(() => installation.stop());
    await addDestination(installation, peers.hook);
    const { pooler } = installation;
    if (!pooler) throw new Error("drill: there is no pooler");
    return { ...peers, ...server, installation, pooler, stop };
  } catch (error) {
    await stop().catch((after: unknown) => {
      console.error("drill: could not be cleared away:", after);
    });
    throw error;
  }
}

type Secrets = { readonly authority: OwnAuthority; readonly password: string };

const namesOf = (...names: readonly string[]) => ["IP:127.0.0.1", ...names];

/** Three servers, and on them what docs/operation says about logins. */
async function openDatabase(
  { folder, user, isSynchronous }: ReferenceInput,
  { authority, password, stops }: Secrets & { readonly stops: Stops },
) {
  const certificates = authority.issue({
    folder: path.join(folder, "database-tls"),
    name: "server",
    // Patroni calls the address of its own server "localhost" here.
    names: namesOf("DNS:localhost"),
    owner: user,
  });
  const cluster = await startDatabaseCluster({
    folder: path.join(folder, "database"),
    user,
    firstPort: 30_000 + ((await freePort()) % 10_000),
    isSynchronous,
    secured: { folder: certificates, password },
  });
  stops.push(() => cluster.stop());
  const superuser = {
    host: "127.0.0.1",
    port: cluster.port,
    user: "postgres",
    password,
    ssl: { ca: authority.certificate },
  };
  await withClient({ ...superuser, database: "postgres" }, async (client) => {
    await client.query(
      `create role portal login createrole bypassrls password '${password}'`,
    );
    await client.query(
      "create database openrathaus owner portal encoding 'UTF8' template template0",
    );
  });
  const address = { ...superuser, database: "openrathaus" };
  const database = new pg.Pool({ ...address, max: 3 });
  // A primary that goes takes its connections along.
  database.on("error", () => undefined);
  stops.push(() => database.end());
  return { cluster, address, database };
}

async function withClient(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

type Peers = Pick<ReferenceStage, "store" | "scanner" | "mail" | "hook">;

async function openPeers(
  folder: string,
  authority: OwnAuthority,
  stops: Stops,
): Promise<Peers> {
  const at = authority.issue({
    folder: path.join(folder, "peers-tls"),
    name: "server",
    names: namesOf("DNS:localhost"),
  });
  const certificate = path.join(at, "server.pem");
  const key = path.join(at, "server.key");
  const store = await startStorePeer(path.join(folder, "store"));
  stops.push(() => store.stop());
  const scanner = await startScannerPeer(path.join(folder, "scanner"));
  stops.push(() => scanner.stop());
  const mail = await startMailPeer(path.join(folder, "mail"), [
    certificate,
    key,
  ]);
  stops.push(() => mail.stop());
  const hook = await startHookPeer({
    cert: readFileSync(certificate),
    key: readFileSync(key),
  });
  stops.push(() => hook.stop());
  return { store, scanner, mail, hook };
}

/** Production, with nothing that goes out to the internet. */
const productionEnv = (
  { certificateFile }: OwnAuthority,
  { store, scanner, mail }: Peers,
) => ({
  HOST: "localhost",
  SECRET_KEYS: generateKeyRing("drill"),
  WEB_PROCESSES: "1",
  SEAL: "none",
  LINK_CHECK: "none",
  NODE_EXTRA_CA_CERTS: certificateFile,
  INNER_ADDRESSES: "127.0.0.1",
  SMTP_URL: mail.url,
  SMTP_CA_FILE: certificateFile,
  S3_FILE: store.settingsFile,
  CLAMD_URL: scanner.url,
});

function poolerFolder(
  { folder, user }: ReferenceInput,
  { authority, password }: Secrets,
): string {
  const at = authority.issue({
    folder: path.join(folder, "pooler-tls"),
    name: "server",
    names: namesOf("DNS:pgbouncer.example.org"),
    owner: user,
  });
  writeFileSync(path.join(at, "userlist.txt"), `"portal" "${password}"\n`);
  return at;
}

const proxyFolder = (folder: string, authority: OwnAuthority) =>
  authority.issue({
    folder: path.join(folder, "proxy-tls"),
    name: "portal",
    names: [`DNS:${domain}`, `DNS:*.${domain}`],
    holds: "certificate-and-key",
  });

/** Production starts on no database with public passwords. In this one nobody signs in, and nobody else gets to it. */
async function forgetDemo(database: pg.Pool): Promise<void> {
  await database.query("delete from installation.fact where key = 'demo-data'");
}

async function addDestination(
  installation: Installation,
  { options }: HookPeer,
): Promise<void> {
  const pairs = Object.entries(options).map(
    ([name, value]) => `${name}=${String(value)}`,
  );
  await installation.command([
    ...["destination", "add", "--portal", drilledPortal],
    ...["--name", "Fachverfahren", "--connector", "webhook"],
    ...["--leistung", drilledForm, "--option", ...pairs],
  ]);
}
