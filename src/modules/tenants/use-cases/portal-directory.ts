import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "../../../platform/database/database.ts";
import type { Portal } from "../domain/portal.ts";
import { findRevision, listPortals } from "../store/authority-store.ts";

/** The portals of the installation, kept in memory because every request needs one. */
export type PortalDirectory = {
  /** By the left label of the host name, empty for the bare host; undefined when no enabled portal has it. */
  findByHost(host: string): Promise<Portal | undefined>;
  findById(tenantId: string): Promise<Portal | undefined>;
  /** The installation first, then by name. */
  list(): Promise<readonly Portal[]>;
};

export type PortalDirectoryOptions = {
  /** A transaction without a tenant, such as `database.unscoped`. */
  readonly transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** How long a new or changed portal may go unseen; asking again costs one short statement. */
  readonly maxAgeMs?: number;
  /** How long a database that hangs is waited for before the last portals do. */
  readonly maxWaitMs?: number;
  readonly now?: () => number;
};

type Snapshot = {
  readonly revision: string;
  readonly portals: readonly Portal[];
  readonly byHost: ReadonlyMap<string, Portal>;
  readonly byId: ReadonlyMap<string, Portal>;
};

/** Keeps the portals in memory and notices changes of other processes within `maxAgeMs` (2 s). Throws only as long as the database never answered. */
export function createPortalDirectory({
  transaction,
  maxAgeMs = 2_000,
  maxWaitMs = 1_000,
  now = Date.now,
}: PortalDirectoryOptions): PortalDirectory {
  let snapshot: Snapshot | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<Snapshot> | undefined;

  const check = async (): Promise<Snapshot> => {
    try {
      snapshot = await transaction((db) => readSnapshot(db, snapshot));
    } catch (error) {
      // Error pages need the portal's look most when the database is down.
      if (!snapshot) throw error;
    } finally {
      checkedAt = now();
      checking = undefined;
    }
    return snapshot;
  };

  const current = async (): Promise<Snapshot> => {
    if (snapshot && now() - checkedAt < maxAgeMs) return snapshot;
    checking ??= check();
    if (!snapshot) return checking;
    const known = snapshot;
    return Promise.race([checking, pause(maxWaitMs, known, { ref: false })]);
  };

  return {
    findByHost: async (host) => (await current()).byHost.get(host),
    findById: async (tenantId) => (await current()).byId.get(tenantId),
    list: async () => (await current()).portals,
  };
}

async function readSnapshot(
  db: Db,
  known: Snapshot | undefined,
): Promise<Snapshot> {
  const revision = await findRevision(db);
  if (known?.revision === revision) return known;
  const portals = await listPortals(db);
  return {
    revision,
    portals,
    byHost: new Map(portals.map((portal) => [portal.host, portal])),
    byId: new Map(portals.map((portal) => [portal.tenantId, portal])),
  };
}
