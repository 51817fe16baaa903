import { settingsOfProcess } from "../../platform/config/settings.ts";
import type { Context } from "../../platform/context/context.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import {
  findAuthorityByHost,
  type Portal,
} from "../../modules/tenants/index.ts";
import { breakingMigrations, connectCommandServer } from "../connect-server.ts";
import { openServices, systemActor, type Services } from "../services.ts";
import { migrationsFolder } from "../migrations-folder.ts";
import { CommandError } from "./command-error.ts";

/** Runs a command on the database of the running portal, or on one started for the while. The schema is brought up to date first. */
export async function withServices<T>(
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const settings = settingsOfProcess();
  const logger = createLogger(
    settings.logLevel === "info" ? "warn" : settings.logLevel,
  );
  const server = await connectCommandServer(settings, logger);
  try {
    await migrate(server.directAddress, migrationsFolder, {
      breaking: breakingMigrations(settings),
    });
    const services = await openServices({
      settings,
      logger,
      address: server.address,
    });
    try {
      return await work(services);
    } finally {
      await services.close();
    }
  } finally {
    await server.release();
  }
}

/** Id that a context needs although what is worked on belongs to no tenant. */
const noTenant = "00000000-0000-0000-0000-000000000000";

/** A context for what belongs to the whole installation. */
export function enterInstallation(services: Services): Context {
  return services.contextFor({ tenantId: noTenant, actor: systemActor });
}

/** The portal with this host label (the installation's own is `betrieb`), and a context to work in it. */
export async function enterPortal(
  services: Services,
  name: string,
): Promise<{ portal: Portal; context: Context }> {
  const portal = await requirePortal(services, name);
  const { tenantId } = portal;
  return {
    portal,
    context: services.contextFor({ tenantId, actor: systemActor }),
  };
}

/** The same for an authority whose portal is closed, too. */
export async function enterAuthority(
  services: Services,
  host: string,
): Promise<{ readonly name: string; readonly context: Context }> {
  const closed =
    host === ""
      ? undefined
      : await services.database.unscoped((db) => findAuthorityByHost(db, host));
  const { tenantId, name } = closed ?? (await requirePortal(services, host));
  return {
    name,
    context: services.contextFor({ tenantId, actor: systemActor }),
  };
}

/** The portal with this host label. Throws with the ones there are. */
export async function requirePortal(
  { portals }: Services,
  name: string,
): Promise<Portal> {
  const list = await portals.list();
  const found = list.find((portal) => labelOf(portal) === name);
  if (found) return found;
  throw new CommandError(
    `There is no portal "${name}". There are: ${list.map(labelOf).join(", ") || "none yet"}. To add one${name === "betrieb" ? " (--kind installation)" : ""}: npm run portal -- tenant add --help`,
  );
}

/** What a portal is called in commands. */
export const labelOf = (portal: Portal) =>
  portal.host === "" ? "betrieb" : portal.host;
