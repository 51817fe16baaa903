import type { Settings } from "../platform/config/settings.ts";
import type { FastifyInstance } from "fastify";
import { findAccountSession } from "../modules/accounts/index.ts";
import { countUnread } from "../modules/postfach/index.ts";
import { countWaiting } from "../modules/vorgaenge/index.ts";
import { findStaffSession } from "../modules/staff/index.ts";
import { countQueue } from "../platform/jobs/job-store.ts";
import { askServer } from "../platform/database/ask-server.ts";
import { readMigrationState } from "../platform/database/migrate.ts";
import type { MigrationState } from "../platform/database/compare-migrations.ts";
import { receiveMultipart } from "../platform/multipart/receive-multipart.ts";
import type { Context } from "../platform/context/context.ts";
import { newId } from "../platform/values/id.ts";
import { shareAnswer } from "../platform/values/share-answer.ts";
import type { ModuleContribution } from "../shell/module.ts";
import { frameRoutes } from "../shell/web/frame-routes.ts";
import type { ReadinessCheck } from "../shell/web/health-routes.ts";
import { createEventStreams } from "../shell/web/event-streams.ts";
import { createMissLimiter } from "../shell/web/miss-limiter.ts";
import { createOutage, type Outage } from "../shell/web/outage.ts";
import { createPageCache } from "../shell/web/page-cache.ts";
import type { Route } from "../shell/web/route.ts";
import { createWebServer } from "../shell/web/server.ts";
import type { Turns } from "../shell/web/turns.ts";
import { workNavigation } from "../shell/web/work-navigation.ts";
import type { WebEnvironment } from "../shell/web/web-environment.ts";
import type { Assets } from "../ui/assets.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { noticeOnPage, openNoticeBoard } from "./notice-on-page.ts";
import { relatedTenants } from "./related-tenants.ts";
import { openTurns, type TurnsInput } from "./turns.ts";
import { watchPages } from "./watch-pages.ts";
import { loadWebAssets } from "./web-assets.ts";
import { createProviderNames, withProviderName } from "./provider-names.ts";
import { guestActor, installationTenantId, type Services } from "./services.ts";

export type WebInput = {
  readonly services: Services;
  readonly modules: readonly ModuleContribution[];
  /** Aborted as soon as the process is to stop. */
  readonly leaving?: AbortSignal;
  /** Who counts requests, and those that were asked to come again. */
  readonly measured?:
    | (Pick<WebEnvironment, "onAnswer"> & Pick<TurnsInput, "onRefused">)
    | undefined;
  /** When requests may begin; by default while the database keeps up. */
  readonly turns?: Turns | undefined;
  /** Where several portals of one process share them; by default read and packed here. */
  readonly assets?: Assets | undefined;
};

/** The web server with the routes of all modules, not listening yet. */
export async function openWeb({
  services,
  modules,
  leaving,
  measured,
  turns = openTurns({ ...services, onRefused: measured?.onRefused }),
  assets,
}: WebInput): Promise<FastifyInstance> {
  const outage = watchOutage(services);
  const environment = webEnvironment(services, outage);
  return createWebServer({
    environment: {
      ...environment,
      assets: assets ?? (await loadWebAssets()),
      turns,
      onAnswer: measured?.onAnswer,
      tracer: services.tracing,
    },
    routes: collectRoutes(modules, services.settings),
    health: {
      readiness: shareAnswer(readinessAgeMs, () =>
        checkReadiness(services, outage),
      ),
      isLeaving: () => leaving?.aborted ?? false,
    },
  });
}

/** Every address of the portal but health checks and assets; tests of the whole go through this list. */
export function collectRoutes(
  modules: readonly ModuleContribution[],
  { securityContact }: Pick<Settings, "securityContact">,
): readonly Route[] {
  return [
    ...frameRoutes({ securityContact }),
    ...modules.flatMap((module) => module.routes),
  ];
}

function webEnvironment(
  services: Services,
  outage: Outage,
): Omit<WebEnvironment, "turns" | "assets"> {
  const { settings, logger, portals } = services;
  return {
    publicScheme: settings.publicScheme,
    publicBaseDomain: settings.publicBaseDomain,
    trustedProxies: settings.trustedProxies,
    logger,
    outage,
    ...keepPages(services, outage),
    relatedTenants: (portal) => relatedTenants(portal, portals),
    eventStreams: createEventStreams({
      atMost: 1_000,
      lifetimeMs: 600_000,
      heartbeatMs: 25_000,
    }),
    missLimiter: createMissLimiter({
      misses: 20,
      windowMs: 300_000,
      maxClients: 10_000,
    }),
    findPortal: (label) => portals.findByHost(label),
    ...sessionsOf(services),
    installationTenantId: () => installationTenantId(services),
    createContext: (request) => services.contextFor(request),
    countUnread,
    countWaiting,
    receiveFiles: (request, context) =>
      receiveMultipart(
        { body: request.raw, headers: request.headers },
        fileIntake(services, context),
      ),
    staffNavigation: workNavigation,
  };
}

const askWithinMs = 2_000;

function watchOutage({ address, logger }: Services): Outage {
  return createOutage({
    probe: () => askServer(address, askWithinMs),
    everyMs: 1_000,
    onChange: (isAway) => {
      if (isAway) logger.error({}, "the database is away");
      else logger.info({}, "the database is back");
    },
  });
}

/** Public pages and notices in memory, and what takes them out again. */
function keepPages(
  services: Services,
  outage: Outage,
): Pick<WebEnvironment, "pageCache" | "noticeOn" | "release"> {
  const pageCache = createPageCache({
    watchedMs: 60_000,
    unwatchedMs: 1_000,
    briefMs: 5_000,
    staleMs: 12 * 3_600_000,
    maxPages: 1_000,
    maxBytes: 32 * 1024 * 1024,
  });
  let isWatched = false;
  const board = openNoticeBoard(services, { isWatched: () => isWatched });
  const watching = watchPages(services.address, {
    forget: (tenantId) => {
      // Pages are made of what stands on the board: it goes first.
      board.forget(tenantId);
      pageCache.forget(tenantId);
    },
    setWatched: (next) => {
      isWatched = next;
      if (!next) outage.suspect();
      board.forget();
      pageCache.setWatched(next);
    },
  });
  return {
    pageCache,
    noticeOn: noticeOnPage(services, board),
    release: () => {
      outage.close();
      return watching.close();
    },
  };
}

/** Who the cookies of a visitor speak for. */
function sessionsOf(
  services: Services,
): Pick<WebEnvironment, "findStaffSession" | "findAccount"> {
  const readNames = createProviderNames();
  return {
    findStaffSession: (tenantId, token) =>
      findStaffSession(
        services.contextFor({ tenantId, actor: guestActor }),
        token,
      ),
    findAccount: async (portal, token) => {
      const context = services.contextFor({
        tenantId: await installationTenantId(services),
        actor: guestActor,
      });
      const session = await findAccountSession(context, {
        token,
        portalTenantId: portal.tenantId,
      });
      return session && withProviderName(session, () => readNames(context));
    },
  };
}

function fileIntake({ files }: Services, context: Context) {
  return {
    store: async (content: AsyncIterable<Uint8Array>) => {
      const fileId = newId();
      const stored = await files.put(
        content,
        { tenantId: context.tenantId, fileId },
        context.cipher,
      );
      return { ...stored, fileId };
    },
    remove: (fileId: string) =>
      files.remove({ tenantId: context.tenantId, fileId }),
  };
}

/** Anybody may ask, and each check counts the whole queue: those who ask within a second share one answer. */
const readinessAgeMs = 1_000;

/** Jobs due for longer than this: nobody works the queue. Applicants can go on nevertheless, so no web process leaves the rotation for it. */
const queueStandsStillSeconds = 300;

async function checkReadiness(
  services: Services,
  outage: Outage,
): Promise<readonly ReadinessCheck[]> {
  try {
    const [schema, queue, scanner] = await outage.guard(() =>
      Promise.all([
        services.database.unscoped((db) =>
          readMigrationState(db, migrationsFolder),
        ),
        services.database.unscoped(countQueue),
        checkScanner(services),
      ]),
    );
    return [
      { name: "database", passed: true },
      checkMigrations(schema),
      {
        name: "queue",
        isOptional: true,
        passed: queue.overdueSeconds < queueStandsStillSeconds,
        ...(queue.overdueSeconds >= queueStandsStillSeconds
          ? {
              hint: "jobs wait and no worker takes them; run: npm run portal -- start worker",
            }
          : {}),
      },
      ...scanner,
    ];
  } catch (error) {
    outage.suspect();
    if (!outage.isAway())
      services.logger.error({ error }, "readiness check failed");
    return [
      { name: "database", passed: false, hint: "the database does not answer" },
    ];
  }
}

function checkMigrations({ pending, newer }: MigrationState): ReadinessCheck {
  const name = "migrations";
  if (newer.some(({ breaking }) => breaking))
    return {
      name,
      passed: false,
      hint: "a newer version changed the database; stop this process and start that version",
    };
  return pending.length === 0
    ? { name, passed: true }
    : {
        name,
        passed: false,
        hint: `run: npm run portal -- migrate (${String(pending.length)} pending)`,
      };
}

/** Applicants go on without the scanner, and all web processes have the same: it takes none out of rotation. See ADR 18. */
async function checkScanner({
  scanner,
}: Services): Promise<readonly ReadinessCheck[]> {
  if (!scanner) return [];
  const check = { name: "malware-scanner", isOptional: true } as const;
  return (await scanner.isThere())
    ? [{ ...check, passed: true }]
    : [
        {
          ...check,
          passed: false,
          hint: "clamd does not answer at CLAMD_URL; uploads are taken, and nobody can open them before it has seen them",
        },
      ];
}
