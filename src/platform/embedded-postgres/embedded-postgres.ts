import { embeddedBinaries, type PostgresBinaries } from "./binaries.ts";
import { databaseName, databaseOwner } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { takePortalLock } from "./folder-locks.ts";
import { port } from "./postmaster.ts";
import { type ServerEvent, ServerSession } from "./server-session.ts";

export type EmbeddedPostgresOptions = {
  /** The portal's data folder; made when missing. */
  readonly dataDir: string;
  /** Default: the ones npm installed. */
  readonly binaries?: PostgresBinaries;
  /** Default: 100. */
  readonly maxConnections?: number;
  /** Faster, and a power cut loses everything: only for tests. */
  readonly insecureWithoutFsync?: boolean;
  /** For the log. */
  readonly onEvent?: (event: ServerEvent) => void;
};

export type EmbeddedPostgres = {
  /** Stays the same while this process uses the database, also when the server is restarted. */
  readonly address: {
    /** Folder of the Unix socket. */
    readonly host: string;
    readonly port: number;
    /** Owner of the database; may change tables. */
    readonly user: string;
    readonly database: string;
  };
  /** Process id of the server; changes when it had to be restarted. */
  readonly processId: number;
  /** The server was already running: another process uses it, or it was left over by one that was killed. */
  readonly tookOver: boolean;
  /** Ends the server unless another process uses it. Further calls return the same promise. */
  stop(): Promise<void>;
};

/**
 * The database for the portal itself: one portal for a data folder, a second one is
 * refused with the code `data-folder-in-use`. Starts the server or takes a left-over one
 * over, and starts it again when it ends without being asked.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const portalLock = takePortalLock(openDataFolder(options.dataDir));
  try {
    const session = await openSession(options);
    return describe(session, async () => {
      await session.stop();
      portalLock.release();
    });
  } catch (error) {
    portalLock.release();
    throw error;
  }
}

/**
 * The database for a command or a second process: that of the running portal, or else
 * started here and ended again by whoever uses it last.
 */
export async function connectOrStartEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const session = await openSession(options);
  return describe(session, () => session.stop());
}

function openSession(options: EmbeddedPostgresOptions): Promise<ServerSession> {
  return ServerSession.open(
    {
      folder: openDataFolder(options.dataDir),
      binaries: options.binaries ?? embeddedBinaries(),
      maxConnections: options.maxConnections ?? 100,
      isDurable: options.insecureWithoutFsync !== true,
    },
    options.onEvent ?? (() => undefined),
  );
}

function describe(
  session: ServerSession,
  stop: () => Promise<void>,
): EmbeddedPostgres {
  return {
    address: {
      host: session.server.socketFolder,
      port,
      user: databaseOwner,
      database: databaseName,
    },
    get processId() {
      return session.server.processId;
    },
    tookOver: session.how === "taken-over",
    stop,
  };
}
