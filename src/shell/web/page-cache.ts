import type { RenderedPage } from "./rendered-page.ts";

/** How a page that was made is kept. */
export type Keeping = {
  readonly now: number;
  /** `begin()` before the page was made: a change since then keeps it out. */
  readonly begun: number;
  /** Tenants whose changes may show on the page. */
  readonly tenantIds: readonly string[];
  /** For pages of which there is no end, such as lists of hits. */
  readonly isBrief: boolean;
};

/** Whole public pages: the same for every visitor of a portal in a language. */
export type PageCache = {
  find(key: string, now: number): RenderedPage | undefined;
  /** What is not up to date any more, or not sure to be; nothing that is known to have changed. For when no page can be made. */
  findStale(key: string, now: number): StalePage | undefined;
  begin(): number;
  keep(key: string, page: RenderedPage, keeping: Keeping): void;
  /** Something of this tenant changed, or of any. */
  forget(tenantId?: string): void;
  /** The page is not there any more, or shows something else to each visitor. */
  drop(key: string): void;
  /** Whether changes are told at once; when that begins or ends no page is sure to be up to date. */
  setWatched(isWatched: boolean): void;
};

export type PageCacheLimits = {
  /** While changes are told: only what the clock changes gets old. */
  readonly watchedMs: number;
  /** While they are not, and for brief pages. */
  readonly unwatchedMs: number;
  readonly briefMs: number;
  /** How old a page may be that is shown because no other can be made. */
  readonly staleMs: number;
  readonly maxPages: number;
  /** Of all pages together, before they are compressed. */
  readonly maxBytes: number;
};

export type StalePage = {
  readonly page: RenderedPage;
  readonly keptAt: number;
};

type Kept = {
  readonly page: RenderedPage;
  readonly keptAt: number;
  readonly tenantIds: readonly string[];
  readonly isBrief: boolean;
  readonly bytes: number;
  /** Something may have been missed since it was made. */
  isUnsure: boolean;
};

/** The page kept longest ago makes room for a new one. */
export function createPageCache(limits: PageCacheLimits): PageCache {
  const pages = keepWithin(limits);
  const forgottenAt = new Map<string, number>();
  let allForgottenAt = 0;
  let moment = 0;
  let isWatched = false;

  const keepNothingBegun = () => {
    allForgottenAt = moment += 1;
    forgottenAt.clear();
  };
  const findIf = (key: string, isWanted: (kept: Kept) => boolean) => {
    const kept = pages.get(key);
    return kept && isWanted(kept) ? kept : undefined;
  };
  const isFresh = (kept: Kept, now: number) =>
    now < freshUntil(kept, { ...limits, isWatched });
  const isUseful = (kept: Kept, now: number) =>
    isFresh(kept, now) || (!kept.isBrief && now < kept.keptAt + limits.staleMs);
  return {
    find: (key, now) => findIf(key, (kept) => isFresh(kept, now))?.page,
    findStale: (key, now) => findIf(key, (kept) => isUseful(kept, now)),
    drop: pages.delete,
    begin: () => moment,
    keep: (key, page, { now, begun, tenantIds, isBrief }) => {
      const changes = tenantIds.map((id) => forgottenAt.get(id) ?? 0);
      if (Math.max(allForgottenAt, ...changes) > begun) return;
      const bytes = page.bytes("identity").length;
      const fate = { tenantIds, isBrief, bytes, isUnsure: false };
      pages.set(key, { page, keptAt: now, ...fate });
      pages.makeRoom((kept) => isUseful(kept, now));
    },
    forget: (tenantId) => {
      if (tenantId === undefined) {
        keepNothingBegun();
        pages.clear();
        return;
      }
      moment += 1;
      forgottenAt.set(tenantId, moment);
      dropAllOf(pages, tenantId);
    },
    setWatched: (next) => {
      if (next === isWatched) return;
      isWatched = next;
      keepNothingBegun();
      for (const kept of pages.values()) kept.isUnsure = true;
    },
  };
}

function freshUntil(
  { keptAt, isBrief, isUnsure }: Kept,
  { isWatched, ...limits }: PageCacheLimits & { readonly isWatched: boolean },
): number {
  if (isUnsure) return 0;
  const lives = isWatched ? limits.watchedMs : limits.unwatchedMs;
  return keptAt + (isBrief ? Math.min(lives, limits.briefMs) : lives);
}

type KeptWithin = ReturnType<typeof keepWithin>;

/** Pages in the order in which they came, and how much they are. */
function keepWithin({
  maxPages,
  maxBytes,
}: Pick<PageCacheLimits, "maxPages" | "maxBytes">) {
  const pages = new Map<string, Kept>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  return {
    get: (key: string) => pages.get(key),
    values: () => pages.values(),
    entries: () => pages.entries(),
    delete: drop,
    set: (key: string, kept: Kept) => {
      drop(key);
      pages.set(key, kept);
      bytes += kept.bytes;
    },
    clear: () => {
      pages.clear();
      bytes = 0;
    },
    makeRoom: (isUseful: (kept: Kept) => boolean) => {
      for (const [oldest, kept] of pages)
        if (pages.size > maxPages || bytes > maxBytes || !isUseful(kept))
          drop(oldest);
    },
  };
}

function dropAllOf(pages: KeptWithin, tenantId: string): void {
  for (const [key, { tenantIds }] of pages.entries())
    if (tenantIds.includes(tenantId)) pages.delete(key);
}
