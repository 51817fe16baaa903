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
  begin(): number;
  keep(key: string, page: RenderedPage, keeping: Keeping): void;
  /** Something of this tenant changed, or of any. */
  forget(tenantId?: string): void;
  /** Whether changes are told at once; all is forgotten when that begins or ends. */
  setWatched(isWatched: boolean): void;
};

export type PageCacheLimits = {
  /** While changes are told: only what the clock changes gets old. */
  readonly watchedMs: number;
  /** While they are not, and for brief pages. */
  readonly unwatchedMs: number;
  readonly briefMs: number;
  readonly maxPages: number;
};

type Kept = {
  readonly page: RenderedPage;
  readonly keptAt: number;
  readonly tenantIds: readonly string[];
  readonly isBrief: boolean;
};

/** The page kept longest ago makes room for a new one. */
export function createPageCache(limits: PageCacheLimits): PageCache {
  const pages = new Map<string, Kept>();
  const forgottenAt = new Map<string, number>();
  let allForgottenAt = 0;
  let moment = 0;
  let isWatched = false;

  const forgetAll = () => {
    allForgottenAt = moment += 1;
    forgottenAt.clear();
    pages.clear();
  };
  const isFresh = ({ keptAt, isBrief }: Kept, now: number) => {
    const lives = isWatched ? limits.watchedMs : limits.unwatchedMs;
    return now < keptAt + (isBrief ? Math.min(lives, limits.briefMs) : lives);
  };
  return {
    find: (key, now) => {
      const kept = pages.get(key);
      return kept && isFresh(kept, now) ? kept.page : undefined;
    },
    begin: () => moment,
    keep: (key, page, { now, begun, tenantIds, isBrief }) => {
      const changes = tenantIds.map((id) => forgottenAt.get(id) ?? 0);
      if (Math.max(allForgottenAt, ...changes) > begun) return;
      pages.delete(key);
      pages.set(key, { page, keptAt: now, tenantIds, isBrief });
      for (const [oldest, kept] of pages) {
        if (isFresh(kept, now) && pages.size <= limits.maxPages) return;
        pages.delete(oldest);
      }
    },
    forget: (tenantId) => {
      if (tenantId === undefined) {
        forgetAll();
        return;
      }
      moment += 1;
      forgottenAt.set(tenantId, moment);
      for (const [key, { tenantIds }] of pages)
        if (tenantIds.includes(tenantId)) pages.delete(key);
    },
    setWatched: (next) => {
      if (next === isWatched) return;
      isWatched = next;
      forgetAll();
    },
  };
}
