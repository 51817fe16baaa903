import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { Notice } from "../domain/notices/notice.ts";
import { saveNotice } from "../store/notice-store.ts";
import { noticeBox } from "../web/notices/notice-banner.ts";
import { listShownLinks } from "./list-shown-links.ts";

const now = new Date("2027-03-01T09:00:00Z");

describe("links in notices", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  after(() => testDatabase.close());

  const contextOf = (tenant: "schwerin" | "grabow") =>
    testDatabase.contextFor({ tenantId: demoTenants[tenant], now });
  const notice = (changes: Partial<Notice>): Notice => ({
    id: newId(),
    kind: "info",
    de: { title: "Bad zu", body: "Näheres: https://bad.example/zu." },
    en: undefined,
    place: "home",
    isInCommunes: false,
    visibleFrom: new Date("2027-01-01"),
    visibleUntil: null,
    ...changes,
  });
  const collect = async (tenant: "schwerin" | "grabow") => {
    const found = [];
    for await (const part of listShownLinks(contextOf(tenant)))
      found.push(...part);
    return found;
  };

  test("are collected in both languages, with the notice they stand in, and not of one that is over or foreign", async () => {
    const both = notice({
      en: {
        title: "Pool closed",
        body: "See https://bad.example/zu and https://bad.example/en",
      },
    });
    const over = notice({ visibleUntil: new Date("2027-02-01") });
    const context = contextOf("schwerin");
    const { tenantId } = context;
    await context.transaction(async (db) => {
      await saveNotice(db, tenantId, both);
      await saveNotice(db, tenantId, over);
    });
    const place = { kind: "notice", id: both.id, title: "Bad zu" };
    assert.deepEqual(await collect("schwerin"), [
      { url: "https://bad.example/zu", place },
      { url: "https://bad.example/en", place },
    ]);
    assert.deepEqual(await collect("grabow"), []);
  });

  test("are links on the page, and nothing else of a notice is", () => {
    const body = "Näheres: https://bad.example/zu?a=1&b=2. <i>javascript:x</i>";
    const shown = String(
      noticeBox(notice({ de: { title: "Bad", body } }), "de"),
    );
    assert.match(
      shown,
      /href="https:\/\/bad\.example\/zu\?a=1&amp;b=2"[^]*<\/a\s*><\/span\s*>\. &lt;i&gt;javascript:x/,
    );
    assert.equal(shown.split("<a ").length, 2);
  });
});
