import type { RenderedPage } from "./rendered-page.ts";

/** Whole public pages, kept for seconds: the same for every visitor of a portal in a language. */
export type PageCache = {
  find(key: string, now: number): RenderedPage | undefined;
  keep(key: string, page: RenderedPage, now: number): void;
};

export type PageCacheLimits = {
  readonly ttlMs: number;
  readonly maxPages: number;
};

/** The page kept longest ago makes room for a new one. */
export function createPageCache({
  ttlMs,
  maxPages,
}: PageCacheLimits): PageCache {
  const pages = new Map<
    string,
    { readonly page: RenderedPage; readonly until: number }
  >();
  return {
    find: (key, now) => {
      const kept = pages.get(key);
      return kept && kept.until > now ? kept.page : undefined;
    },
    keep: (key, page, now) => {
      pages.delete(key);
      pages.set(key, { page, until: now + ttlMs });
      // All live equally long, so those that have ended stand first: addresses asked for once do not fill the memory.
      for (const [oldest, { until }] of pages) {
        if (until > now && pages.size <= maxPages) return;
        pages.delete(oldest);
      }
    },
  };
}
