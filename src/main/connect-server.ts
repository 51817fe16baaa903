import type { Settings } from "../platform/config/settings.ts";
import type { DatabaseAddress } from "../platform/database/database.ts";
import {
  connectOrStartEmbeddedPostgres,
  startEmbeddedPostgres,
  type ServerEvent,
} from "../platform/embedded-postgres/index.ts";
import type { Logger } from "../platform/logging/logger.ts";

/** A database server that is there, and how to let go of it. */
export type ConnectedServer = {
  readonly address: DatabaseAddress;
  /** Past a pooler, for migrations and back-ups. */
  readonly directAddress: DatabaseAddress;
  /** `embedded` or the host of DATABASE_URL; for messages. */
  readonly description: string;
  release(): Promise<void>;
};

/**
 * What a start or a command does with migrations that processes of the version before cannot live with: beside a server they may be running,
 * the embedded database belongs to one portal.
 */
export function breakingMigrations({
  environment,
  databaseUrl,
}: Settings): "apply" | "refuse" {
  return environment === "production" && databaseUrl !== undefined
    ? "refuse"
    : "apply";
}

/** For the portal itself: the server of DATABASE_URL, or the embedded one, which belongs to one portal. */
export function connectPortalServer(
  settings: Settings,
  logger: Logger,
): Promise<ConnectedServer> {
  return connect(settings, () =>
    startEmbeddedPostgres({
      dataDir: settings.dataDir,
      onEvent: logEvent(logger),
    }),
  );
}

/** For a command: uses the database of a running portal, or starts it for the while. */
export function connectCommandServer(
  settings: Settings,
  logger: Logger,
): Promise<ConnectedServer> {
  return connect(settings, () =>
    connectOrStartEmbeddedPostgres({
      dataDir: settings.dataDir,
      onEvent: logEvent(logger),
    }),
  );
}

async function connect(
  settings: Settings,
  startEmbedded: () => ReturnType<typeof startEmbeddedPostgres>,
): Promise<ConnectedServer> {
  if (settings.databaseUrl) {
    const { databaseUrl, databaseDirectUrl = databaseUrl } = settings;
    return {
      address: {
        connectionString: databaseUrl,
        ...(settings.databasePooling === "transaction" && {
          pooling: "transaction",
        }),
      },
      directAddress: { connectionString: databaseDirectUrl },
      description: new URL(settings.databaseUrl).host,
      release: () => Promise.resolve(),
    };
  }
  const embedded = await startEmbedded();
  return {
    address: embedded.address,
    directAddress: embedded.address,
    description: "embedded PostgreSQL",
    release: () => embedded.stop(),
  };
}

function logEvent(logger: Logger): (event: ServerEvent) => void {
  return (event) => {
    logger.info({ event }, "embedded-postgres");
  };
}
