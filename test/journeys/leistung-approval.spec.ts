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
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("a Leistung that two people publish", () => {
  let portal: TestPortal;
  let browser: Browser;
  let author: Window;
  let second: Window;
  let home: string;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    home = portal.baseUrl("schwerin");
    author = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    second = await openWindow(browser, { javaScriptEnabled: true });
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("one asks, the other one compares and approves", async () => {
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
});
