import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Browser } from "playwright-core";
import { systemActor } from "../../src/main/services.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  findLeistungBySlug,
  listLeistungNames,
} from "../../src/modules/catalogue/index.ts";
import type { LinkPlace } from "../../src/modules/links/domain/link.ts";
import {
  saveState,
  saveUses,
} from "../../src/modules/links/store/link-store.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("the desk of who edits Leistungen", () => {
  let portal: TestPortal;
  let browser: Browser;
  let author: Window;
  let second: Window;
  let town: Window;
  let home: string;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false, variables: { LINK_CHECK: "on" } }),
      launchBrowser(),
    ]);
    home = portal.baseUrl("schwerin");
    author = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    second = await openWindow(browser, { javaScriptEnabled: true });
    town = await openWindow(browser, { javaScriptEnabled: true });
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("one asks to publish, the other one compares and approves", async () => {
    const { page } = second;
    await page.goto(`${home}/arbeitsplatz`);
    await signIn(page, "verwaltung@schwerin.example");
    await page.goto(`${home}/verwaltung/leistungen/regeln`);
    await page.getByLabel("Eine zweite Person gibt frei").check();
    await page.getByRole("button", { name: "Regeln speichern" }).click();
    await page.getByText("Regeln gespeichert").waitFor();
    await expectAccessible(page);

    const writing = author.page;
    await writing.goto(`${home}/arbeitsplatz`);
    await signIn(writing, "redaktion@schwerin.example");
    await writing.goto(`${home}/verwaltung/leistungen?q=Wohngeld`);
    await writing.getByRole("link", { name: "Wohngeld", exact: true }).click();
    await writing
      .getByLabel("Kurz gesagt (Deutsch)")
      .fill("Ein Zuschuss zu Ihrer Miete.");
    await writing
      .getByRole("button", { name: "Zur Freigabe geben", exact: true })
      .click();
    await writing.getByText("Zur Freigabe gegeben").first().waitFor();
    await expectAccessible(writing);

    await page.goto(`${home}/verwaltung/leistungen?nur=freigaben`);
    await page.getByRole("link", { name: "Wohngeld", exact: true }).click();
    await page.locator("ins").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Freigeben und sofort" }).click();
    await page.getByText("Freigegeben und veröffentlicht").first().waitFor();
    await expectAccessible(page);
    await page.goto(`${home}/leistungen/wohngeld`);
    assert.ok(
      (await page.getByText("Ein Zuschuss zu Ihrer Miete.").count()) > 0,
    );
    assert.deepEqual([...author.complaints, ...second.complaints], []);
  });

  void test("a town hides what its county offers, and shows it again", async () => {
    const { page, complaints } = town;
    await page.goto(`${portal.baseUrl("grabow")}/arbeitsplatz`);
    await signIn(page, "redaktion@grabow.example");
    await page.goto(
      `${portal.baseUrl("grabow")}/verwaltung/leistungen/von-oben?q=Altlasten`,
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Verbergen/ }).click();
    await page.getByRole("button", { name: /^Wieder zeigen/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Wieder zeigen/ }).click();
    await page.getByText("steht wieder in Ihrem Portal").waitFor();
    assert.deepEqual(complaints, []);
  });

  void test("links that lead nowhere are listed, and lead to where they stand", async () => {
    const { page, complaints } = town;
    await page.goto(`${portal.baseUrl("grabow")}/verwaltung/links`);
    await page.getByText("noch nie geprüft").waitFor();
    assert.equal(await page.getByText("führen ans Ziel").count(), 0);
    const place = await saveBrokenLinks(portal);
    await page.reload();
    await page.getByText("Die Seite gibt es nicht (404)").waitFor();
    await page.getByRole("heading", { name: "Umgezogen" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Jetzt prüfen" }).click();
    await page.getByText("Die Prüfung beginnt gleich").waitFor();
    await expectAccessible(page);
    await page
      .getByRole("link", { name: `${place.title} bearbeiten` })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: place.title }).waitFor();
    assert.deepEqual(complaints, []);
  });

  void test("the address of a Leistung that was deleted says so, until an editor names its successor", async () => {
    const { page, complaints } = town;
    const grabow = portal.baseUrl("grabow");
    const { slug, title } = await deleteLeistung(portal);
    await page.goto(`${grabow}/leistungen/${slug}`);
    await page.getByText("Hier stand die Leistung").waitFor();
    await expectAccessible(page);
    await page.goto(`${grabow}/verwaltung/leistungen/frueher`);
    await page.getByText(title).first().waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: `Nachfolger von „${title}“` }).click();
    await page.getByLabel("Leistung suchen").fill("Wohngeld");
    await page.getByRole("button", { name: "Suchen" }).last().click();
    await page.getByText("Gefundene Leistungen").waitFor();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Als Nachfolger wählen/ })
      .first()
      .click();
    await page.getByText("Der Nachfolger ist gewählt").waitFor();
    await expectAccessible(page);
    await page.goto(`${grabow}/leistungen/${slug}`);
    await page.getByText("An seiner Stelle steht jetzt").first().waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });
});

/** The last one of the town, as an import would take it away. */
async function deleteLeistung(portal: TestPortal) {
  const { tenantId } = await portal.portal("grabow");
  const context = portal.services.contextFor({ tenantId, actor: systemActor });
  const last = (await listLeistungNames(context)).at(-1);
  assert.ok(last);
  const leistung = await findLeistungBySlug(context, last.slug);
  assert.ok(leistung);
  await context.transaction((db) =>
    sql`delete from catalogue.leistung where tenant_id = ${tenantId} and id = ${leistung.id}`.execute(
      db,
    ),
  );
  return { slug: last.slug, title: leistung.content.title.de };
}

/** What a worker would have found in the texts of a Leistung of the town. */
async function saveBrokenLinks(portal: TestPortal): Promise<LinkPlace> {
  const { tenantId } = await portal.portal("grabow");
  const context = portal.services.contextFor({ tenantId, actor: systemActor });
  const [first] = await listLeistungNames(context);
  const leistung = await findLeistungBySlug(context, first?.slug ?? "");
  assert.ok(leistung);
  const title = leistung.content.title.de;
  const place = { kind: "leistung", id: leistung.id, title } as const;
  const now = new Date();
  const path =
    "sehr-langer-name-der-seite-ohne-eine-stelle-zum-umbrechen/".repeat(3);
  const gone = `https://www.grabow.example/${path}`;
  const moved = "https://alt.grabow.example/";
  await context.transaction(async (db) => {
    await saveUses(db, tenantId, {
      uses: [gone, moved].map((url) => ({ url, place })),
      now,
    });
    const looked = { since: now, checkedAt: now, nextAt: now };
    await saveState(db, tenantId, {
      ...{ ...looked, url: gone, state: "gone", detail: "404", movedTo: null },
    });
    await saveState(db, tenantId, {
      ...{ ...looked, url: moved, state: "moved", detail: null },
      movedTo: "https://neu.grabow.example/",
    });
  });
  return place;
}
