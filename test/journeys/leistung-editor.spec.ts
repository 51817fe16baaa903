import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openAsOwner } from "../../src/main/testing/tenant-rows.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("an editor of a Leistung", () => {
  let portal: TestPortal;
  let browser: Browser;
  let office: Window;
  let citizen: Window;
  let home: string;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    home = portal.baseUrl("schwerin");
    office = await openWindow(browser, { javaScriptEnabled: true });
    citizen = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  const reads = async (text: string) => {
    await citizen.page.goto(`${home}/leistungen/wohngeld`);
    return citizen.page.getByText(text).count();
  };

  void test("changes a text, which is saved by itself and seen by nobody else", async () => {
    const { page } = office;
    await page.goto(`${home}/arbeitsplatz`);
    await signIn(page, "redaktion@schwerin.example");
    await page.getByRole("heading", { name: "Formulare" }).waitFor();
    await page.goto(`${home}/verwaltung/leistungen?q=Wohngeld`);
    await page.getByRole("link", { name: "Wohngeld", exact: true }).click();
    await page
      .getByLabel("Kurz gesagt (Deutsch)")
      .fill("Ein Zuschuss zu Ihrer Miete.");
    await page.getByText(/^Gespeichert um \d\d:\d\d Uhr$/).waitFor();
    assert.equal(await reads("Ein Zuschuss zu Ihrer Miete."), 0);
    await page.reload();
    await page.getByText("Sie sehen den Entwurf von").waitFor();
    assert.equal(
      await page.getByLabel("Kurz gesagt (Deutsch)").inputValue(),
      "Ein Zuschuss zu Ihrer Miete.",
    );
    await expectAccessible(page);
    await page.goto(`${home}/verwaltung/leistungen?nur=entwuerfe`);
    await page.getByText("nicht veröffentlichte Änderungen").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Wohngeld", exact: true }).click();
  });

  void test("looks at the preview and plans its publication", async () => {
    const { page } = office;
    await page.getByRole("button", { name: "Vorschau ansehen" }).click();
    await page.getByText("Das ist eine Vorschau").waitFor();
    await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
    await page.getByText("Später veröffentlichen").click();
    await page.getByLabel("Tag", { exact: false }).last().fill("1.3.2099");
    await page.getByLabel("Uhrzeit").fill("acht");
    const act = page.getByRole("button", { name: "Zu diesem Zeitpunkt" });
    await act.click();
    await page.getByText("Schreiben Sie „Uhrzeit“ so: 8:00.").first().waitFor();
    await expectAccessible(page);
    await page.getByLabel("Uhrzeit").fill("8:00");
    await act.click();
    await page.getByText("Geplant für Sonntag, 1. März 2099").waitFor();
    await expectAccessible(page);
    assert.equal(await reads("Ein Zuschuss zu Ihrer Miete."), 0);
  });

  void test("is read by everybody when its moment has come", async () => {
    const owner = openAsOwner(portal.databaseAddress);
    await owner.query("update catalogue.plan set publish_at = now()");
    await owner.query(
      "update jobs.job set run_at = now() where name = 'catalogue.publish-planned'",
    );
    await owner.close();
    for (let count = 0; count < 50; count += 1) {
      if ((await reads("Ein Zuschuss zu Ihrer Miete.")) > 0) break;
      await citizen.page.waitForTimeout(200);
    }
    assert.equal(await reads("Ein Zuschuss zu Ihrer Miete."), 1);
    await office.page.reload();
    await office.page.getByText(/Fassung 2 vom/).waitFor();
    assert.deepEqual(office.complaints, []);
    assert.deepEqual(citizen.complaints, []);
  });
});
