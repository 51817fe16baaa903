import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPageCache, type PageCache } from "./page-cache.ts";
import { renderedPage } from "./rendered-page.ts";

const page = renderedPage("<p>1</p>", 1);

function cache(): PageCache {
  return createPageCache({
    watchedMs: 60_000,
    unwatchedMs: 1_000,
    briefMs: 5_000,
    staleMs: 600_000,
    maxPages: 3,
    maxBytes: 1_000,
  });
}

function keep(
  pages: PageCache,
  key: string,
  changes: { begun?: number; tenantIds?: string[]; isBrief?: boolean } = {},
): void {
  const { begun = pages.begin(), tenantIds = ["a"], isBrief = false } = changes;
  pages.keep(key, page, { now: 0, begun, tenantIds, isBrief });
}

describe("kept pages", () => {
  test("live long while changes are told, a second while they are not", () => {
    const pages = cache();
    keep(pages, "x");
    assert.ok(pages.find("x", 999));
    assert.equal(pages.find("x", 1_000), undefined);
    pages.setWatched(true);
    assert.equal(pages.find("x", 0), undefined, "made before anybody listened");
    keep(pages, "x");
    keep(pages, "hits", { isBrief: true });
    assert.ok(pages.find("x", 59_999));
    assert.ok(pages.find("hits", 4_999));
    assert.equal(pages.find("hits", 5_000), undefined);
    pages.setWatched(false);
    assert.equal(
      pages.find("x", 0),
      undefined,
      "something may have been missed",
    );
  });

  test("are forgotten with what changed, of this tenant and of those around it", () => {
    const pages = cache();
    pages.setWatched(true);
    keep(pages, "town", { tenantIds: ["town", "county"] });
    keep(pages, "other", { tenantIds: ["other"] });
    pages.forget("county");
    assert.equal(pages.find("town", 0), undefined);
    assert.ok(pages.find("other", 0));
    pages.forget();
    assert.equal(pages.find("other", 0), undefined);
  });

  test("a page that was being made when something changed is not kept", () => {
    const pages = cache();
    pages.setWatched(true);
    const begun = pages.begin();
    pages.forget("a");
    keep(pages, "old", { begun });
    assert.equal(pages.find("old", 0), undefined);
    keep(pages, "other", { begun, tenantIds: ["b"] });
    assert.ok(pages.find("other", 0));
    keep(pages, "new");
    assert.ok(pages.find("new", 0));
  });

  test("are there for an outage when they are old or not sure, but not when they changed", () => {
    const pages = cache();
    pages.setWatched(true);
    keep(pages, "x", { tenantIds: ["a"] });
    keep(pages, "y", { tenantIds: ["b"] });
    keep(pages, "hits", { isBrief: true });
    pages.setWatched(false);
    assert.equal(pages.find("x", 0), undefined);
    assert.equal(pages.findStale("x", 599_999)?.page, page);
    assert.equal(pages.findStale("x", 600_000), undefined);
    assert.equal(pages.findStale("hits", 0), undefined, "of no end");
    pages.forget("a");
    assert.equal(pages.findStale("x", 0), undefined);
    assert.ok(pages.findStale("y", 0));
    pages.drop("y");
    assert.equal(pages.findStale("y", 0), undefined);
  });

  test("the oldest makes room", () => {
    const pages = cache();
    pages.setWatched(true);
    for (const key of ["1", "2", "3", "4"]) keep(pages, key);
    assert.equal(pages.find("1", 0), undefined);
    assert.ok(pages.find("4", 0));
  });

  test("large ones make room as soon as all together are too much", () => {
    const pages = cache();
    pages.setWatched(true);
    const keepLarge = (key: string) => {
      pages.keep(key, renderedPage("x".repeat(600), 1), {
        now: 0,
        begun: pages.begin(),
        tenantIds: ["a"],
        isBrief: false,
      });
    };
    keepLarge("1");
    keepLarge("1");
    keep(pages, "2");
    assert.ok(pages.find("1", 0), "the same page counts once");
    keepLarge("3");
    assert.equal(pages.find("1", 0), undefined);
    assert.ok(pages.find("2", 0));
    pages.forget();
    keepLarge("4");
    keep(pages, "5");
    assert.ok(pages.find("4", 0), "what was forgotten counts no more");
  });
});
