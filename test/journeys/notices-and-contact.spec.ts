import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("what an office tells everybody, and what people write to it", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  const open = async (path: string) => {
    const window = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    await window.page.goto(`${portal.baseUrl("schwerin")}${path}`);
    return window;
  };

  void test("an outage is looked at, posted, seen by everybody and ended", async () => {
    const citizen = await open("/leistungen/hundesteuer");
    const banner = citizen.page.getByRole("region", {
      name: "Aktuelle Hinweise",
    });
    assert.equal(await banner.count(), 0);

    const { page, complaints } = await open("/arbeitsplatz/anmelden");
    await signIn(page, "redaktion@schwerin.example");
    await page.goto(`${portal.baseUrl("schwerin")}/verwaltung/hinweise/neu`);
    await page.getByLabel("Störung").check();
    await page.getByLabel("Alle Seiten").check();
    await page
      .getByLabel("Überschrift", { exact: true })
      .fill("Zahlung gestört");
    await page.getByRole("button", { name: "Vorschau" }).press("Enter");
    await page.getByText("Geben Sie einen Text ein.").first().waitFor();
    await page
      .getByLabel("Text", { exact: true })
      .fill("Bitte zahlen Sie später.");
    await page.getByRole("button", { name: "Vorschau" }).press("Enter");
    await page.getByRole("heading", { name: "Vorschau" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Hinweis zeigen" }).press("Enter");
    await page.getByText("Der Hinweis ist gespeichert").waitFor();
    await expectAccessible(page);

    await citizen.page.reload();
    await banner.getByText("Bitte zahlen Sie später.").waitFor();
    await expectAccessible(citizen.page);

    await page
      .getByRole("button", { name: /Jetzt beenden.*Zahlung gestört/ })
      .click();
    await page.getByText("Der Hinweis ist beendet").waitFor();
    await citizen.page.reload();
    assert.equal(await banner.count(), 0);
    assert.deepEqual([...complaints, ...citizen.complaints], []);
  });

  void test("somebody writes to an office, and a caseworker reads it", async () => {
    const { page, complaints } = await open("/aemter/buergerbuero");
    await page.getByRole("link", { name: "Nachricht" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "senden" }).click();
    await page.locator(".portal-error-summary").waitFor();
    await page.locator("textarea").fill("Wann haben Sie im August offen?");
    await page.getByRole("button", { name: "senden" }).click();
    await page.waitForURL("**/kontakt/gesendet");
    await expectAccessible(page);

    const staff = await open("/arbeitsplatz/anmelden");
    await signIn(staff.page, "kevin@schwerin.example");
    await staff.page.goto(`${portal.baseUrl("schwerin")}/verwaltung/kontakt`);
    await staff.page
      .locator("main")
      .getByRole("link", { name: /^Nachricht vom/ })
      .first()
      .click();
    await staff.page.getByText("Wann haben Sie im August offen?").waitFor();
    await expectAccessible(staff.page);
    assert.deepEqual([...complaints, ...staff.complaints], []);
  });
});
