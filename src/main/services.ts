import { createSigner, type Signer } from "../platform/crypto/signing-key.ts";
import type { TenantCipher } from "../platform/crypto/tenant-cipher.ts";
import type { Settings } from "../platform/config/settings.ts";
import { usable } from "../platform/config/usable-file.ts";
import type { Actor, Context } from "../platform/context/context.ts";
import { openContext } from "../platform/context/open-context.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import {
  openTenantCiphers,
  type TenantCiphers,
} from "../platform/crypto/open-tenant-ciphers.ts";
import type {
  Database,
  DatabaseAddress,
} from "../platform/database/database.ts";
import {
  openDatabaseClock,
  type DatabaseClock,
} from "../platform/database/database-clock.ts";
import { readServerTime } from "../platform/database/server-time.ts";
import {
  openDatabase,
  type DatabaseOptions,
} from "../platform/database/open-database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { clamdScanner } from "../platform/malware/clamd-scanner.ts";
import { openTracing, type Tracing } from "../platform/tracing/open-tracing.ts";
import type { MalwareScanner } from "../platform/malware/malware-scanner.ts";
import type { Logger } from "../platform/logging/logger.ts";
import {
  createPdfCompiler,
  type PdfCompiler,
} from "../platform/pdf/pdf-compiler.ts";
import { openBreachedPasswords } from "../platform/passwords/breached-passwords.ts";
import { refuseBreached } from "../platform/passwords/password-rules.ts";
import { newId } from "../platform/values/id.ts";
import {
  createPortalDirectory,
  type PortalDirectory,
} from "../modules/tenants/index.ts";
import type { Sealer } from "../platform/seal/sealer.ts";
import { openFileStore } from "./file-store.ts";
import { loadSealer } from "./seal.ts";
import { loadKeyRing } from "./secret-keys.ts";

export type ContextInput = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly locale?: Locale;
  readonly correlationId?: string;
};

/** Everything with a lifetime that modules share. */
export type Services = {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly database: Database;
  /** For a connection that is not of the pool: past a pooler, which passes no words of LISTEN on. */
  readonly address: DatabaseAddress;
  readonly files: FileStore;
  /** Undefined: nobody has set one up. */
  readonly scanner: MalwareScanner | undefined;
  readonly pdf: PdfCompiler;
  /** Undefined: this installation has no seal. */
  readonly sealer: Sealer | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing: Tracing | undefined;
  readonly portals: PortalDirectory;
  readonly cipherOf: (tenantId: string) => TenantCipher;
  /** Signs for one purpose, with a key that is not in the database. */
  readonly signerOf: (purpose: string) => Signer;
  /** The time that counts: the same in all processes, also on a machine whose clock is wrong. */
  readonly clock: () => Date;
  contextFor(input: ContextInput): Context;
  close(): Promise<void>;
};

export type ServicesInput = {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly address: DatabaseAddress;
  /** Past a pooler; the same when there is none. */
  readonly directAddress?: DatabaseAddress;
  readonly databaseOptions?: DatabaseOptions;
};

/** The installation's own work: jobs and commands. May everything that a use case asks for by permission. */
export const systemActor: Actor = {
  kind: "system",
  id: "system",
  may: () => true,
};

/** Somebody nobody knows: for what everybody may read. */
export const guestActor: Actor = {
  kind: "guest",
  id: "guest",
  may: () => false,
};

/** The tenant of the installation itself: accounts are the same on all portals and belong to it. */
export async function installationTenantId({
  portals,
}: Pick<Services, "portals">): Promise<string> {
  const installation = await portals.findByHost("");
  if (!installation)
    throw new Error("main: the installation has no portal of its own");
  return installation.tenantId;
}

/** Opens database, file store and the rest. Migrations must have run. */
export async function openServices({
  settings,
  logger,
  address,
  directAddress = address,
  databaseOptions,
}: ServicesInput): Promise<Services> {
  const ring = await loadKeyRing(settings);
  const isTraced = settings.tracing !== undefined;
  const { database, keyDatabase, ciphers, closeAll } = await openDatabases(
    address,
    { ...databaseOptions, isTraced },
    ring,
  );
  const tracing = settings.tracing && openTracing(settings.tracing, logger);
  const clock = await openClock(keyDatabase, logger);
  const fileStore = await openFileStore(settings);
  const pdf = createPdfCompiler();
  const sealer = await loadSealer(settings);
  const breached = await openBreached(settings);
  return {
    settings,
    logger,
    database,
    address: directAddress,
    pdf,
    sealer,
    tracing,
    cipherOf: (tenantId) => ciphers.of(tenantId),
    signerOf: (purpose) => createSigner(ring, purpose),
    files: fileStore.files,
    scanner: settings.clamd && clamdScanner(settings.clamd),
    portals: createPortalDirectory({
      transaction: (work) => database.unscoped(work),
    }),
    clock: () => clock.now(),
    contextFor: ({ tenantId, actor, locale = "de", correlationId = newId() }) =>
      openContext(
        { database, ciphers },
        { tenantId, actor, locale, now: clock.now(), correlationId },
      ),
    close: async () => {
      clock.close();
      await pdf.close();
      fileStore.close();
      await Promise.all([tracing?.close(), breached?.close(), closeAll()]);
    },
  };
}

/** Data keys that were made since are used by all processes before the oldest values are encrypted again. */
function refreshByTheMinute(ciphers: TenantCiphers): () => void {
  const timer = setInterval(() => {
    // While the database is away the keys that are known do.
    void ciphers.refresh().catch(() => undefined);
  }, 60_000).unref();
  return () => {
    clearInterval(timer);
  };
}

async function openDatabases(
  address: DatabaseAddress,
  options: DatabaseOptions & { readonly isTraced: boolean },
  ring: KeyRing,
) {
  const { isTraced } = options;
  const database = await openDatabase(address, options);
  // Connections of their own: a key is often needed inside a transaction, and that must never wait for others doing the same.
  const keyDatabase = await openDatabase(address, {
    maxConnections: 2,
    isTraced,
  });
  const ciphers = openTenantCiphers(keyDatabase, ring);
  const stopRefreshing = refreshByTheMinute(ciphers);
  const closeAll = async () => {
    stopRefreshing();
    await Promise.all([database.close(), keyDatabase.close()]);
  };
  return { database, keyDatabase, ciphers, closeAll };
}

/** Passwords of the operator's list are refused while these services are open. */
async function openBreached({ breachedPasswordsFile }: Settings) {
  if (breachedPasswordsFile === undefined) return undefined;
  const list = await usable("BREACHED_PASSWORDS_FILE", () =>
    openBreachedPasswords(breachedPasswordsFile),
  );
  const stop = refuseBreached(list);
  return {
    close: () => {
      stop();
      return list.close();
    },
  };
}

function openClock(database: Database, logger: Logger): Promise<DatabaseClock> {
  return openDatabaseClock({
    ask: () => database.unscoped(readServerTime),
    onApart: (ms) => {
      const seconds = Math.round(ms / 1000);
      if (seconds === 0)
        logger.info("clock: this machine agrees with the database again");
      else
        logger.error(
          { seconds },
          "clock: this machine is not where the database is; the database's time is used. Let it ask a time server.",
        );
    },
  });
}
