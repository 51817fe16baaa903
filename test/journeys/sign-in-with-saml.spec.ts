import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { RunningDemoProviders } from "../../src/modules/federation/demo/start-demo-providers.ts";
import { offerSamlProviders } from "../../src/main/testing/saml-providers.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";

void describe("signing in with BundID, played by a provider of another maker", () => {
  let portal: TestPortal;
  let provider: RunningDemoProviders;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    provider = await offerSamlProviders(portal);
  });
  after(async () => {
    await browser.close();
    await provider.stop();
    await portal.close();
  });

  const address = (path: string): string =>
    `${portal.baseUrl("grabow")}${path}`;

  /** At the provider's own pages. */
  async function provePersonAt(page: Page, level: string): Promise<void> {
    await page
      .getByRole("heading", { name: "BundID zum Ausprobieren" })
      .waitFor();
    assert.equal(new URL(page.url()).origin, provider.origin);
    await page.locator(`[name=level][value=${level}]`).check();
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("button", { name: "Zurück zum Portal" }).click();
    await page.waitForURL(address("/**"));
  }

  const toBundid = (page: Page) =>
    page.locator('main a[href^="/anmelden/mit/bundid"]').first();

  void test("leads to the account, and shows more of oneself when a page needs it", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await page.goto(address("/anmelden"));
    await expectAccessible(page);
    await toBundid(page).click();
    await provePersonAt(page, "low");
    assert.equal(page.url(), address("/konto"));
    await page.getByText("Erika Mustermann").first().waitFor();
    await expectAccessible(page);

    await page.goto(address("/anmelden?niveau=high&zurueck=%2Fkonto"));
    await toBundid(page).click();
    await provePersonAt(page, "substantial");
    await page.getByText("nicht sicher genug").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Andere Wege zeigen" }).click();

    await page.goto(address("/anmelden?niveau=high&zurueck=%2Fkonto"));
    await toBundid(page).click();
    await provePersonAt(page, "high");
    assert.equal(page.url(), address("/konto"));
    await page.getByText("Erika Mustermann").first().waitFor();
    assert.deepEqual(complaints, []);
  });

  void test("works without scripts, with one button more", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: false,
      width: 360,
    });
    await page.goto(address("/anmelden"));
    await toBundid(page).click();
    await page.getByRole("button", { name: "Weiter zu BundID" }).click();
    await provePersonAt(page, "substantial");
    assert.equal(page.url(), address("/konto"));
    await page.getByText("Erika Mustermann").first().waitFor();
    assert.deepEqual(complaints, []);
  });
});
