import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { apply } from "../../src/main/testing/applicant.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { visitorOf } from "../../src/main/testing/visitor.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("what every page has, and the installation's own host", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("the operator reads mail that no server took", async () => {
    const { reference } = await apply(
      visitorOf(portal, "schwerin"),
      "hundesteuer",
    );
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await page.goto(`${portal.baseUrl("")}/betrieb`);
    await expectAccessible(page);
    await signIn(page, "betrieb@installation.example");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page);
    await page.goto(`${portal.baseUrl("")}/betrieb/mails`);
    await page.getByText("Es ist kein Mailserver eingestellt").waitFor();
    await expectAccessible(page);
    await page
      .getByRole("link", { name: /Ihr Antrag ist angekommen/ })
      .first()
      .click();
    const link = page.locator('main a[href*="/status/"]');
    await link.waitFor();
    await expectAccessible(page);
    await page.goto((await link.getAttribute("href")) ?? "");
    await page.getByText(reference).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  void test("the finder leads from a place to its portal, by keyboard alone", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    await page.goto(portal.baseUrl(""));
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    assert.equal(
      await page.evaluate("document.activeElement.textContent"),
      "Zum Inhalt springen",
    );
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Nirgendwo");
    await page.keyboard.press("Enter");
    await page.getByText("Diesen Ort haben wir nicht gefunden").waitFor();
    await expectAccessible(page);
    await page.getByLabel("Wo wohnen Sie?").fill("Spornitz");
    await page.keyboard.press("Enter");
    await page
      .getByRole("heading", { name: "Zuständig für Ihren Ort" })
      .waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Amt Parchimer Umland" }).click();
    await page.getByText("Finden Sie Leistungen").waitFor();
    assert.match(page.url(), /^http:\/\/parchimer-umland\.localhost/);
    assert.deepEqual(complaints, []);
  });

  void test("the language changes on the page one is on, and stays", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    const home = portal.baseUrl("schwerin");
    await page.goto(`${home}/leistungen?q=Parkplatz`);
    await page.getByRole("link", { name: "English" }).click();
    await page
      .getByLabel("Search for a service")
      .or(page.getByRole("searchbox"))
      .first()
      .waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), "Parkplatz");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await expectAccessible(page);
    await page.goto(`${home}/leistungen/bewohnerparkausweis`);
    await page.getByRole("link", { name: "Apply online" }).click();
    await page.getByRole("heading", { name: "Apply", exact: true }).waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });

  void test("dark stays dark on every page, without JavaScript", async () => {
    const { page } = await openWindow(browser, { javaScriptEnabled: false });
    const home = portal.baseUrl("schwerin");
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`${home}/darstellung`);
    await page.getByLabel("Dunkel").check();
    await page.getByRole("button", { name: "Auswahl speichern" }).click();
    await page.goto(`${home}/leistungen/bewohnerparkausweis`);
    // axe needs scripts, so the same visitor goes on in a window that has them
    const context = await browser.newContext({
      storageState: await page.context().storageState(),
      colorScheme: "light",
    });
    const withScripts = await context.newPage();
    for (const path of [
      "/",
      "/leistungen/bewohnerparkausweis",
      "/darstellung",
    ]) {
      await withScripts.goto(`${home}${path}`);
      const background = await withScripts.evaluate<string>(
        "getComputedStyle(document.documentElement).colorScheme + getComputedStyle(document.body).backgroundColor",
      );
      assert.match(background, /^dark/);
      await expectAccessible(withScripts);
    }
  });

  void test("error pages look like the portal and lead on", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const home = portal.baseUrl("schwerin");
    const expectations = [
      ["/gibt-es-nicht", 404, "Diese Seite gibt es nicht"],
      [`/status/${"x".repeat(43)}`, 404, "Diese Seite gibt es nicht"],
      ["/leistungen/%E0", 400, "Diese Anfrage haben wir nicht verstanden"],
    ] as const;
    for (const [path, status, title] of expectations) {
      const answer = await page.goto(`${home}${path}`);
      assert.equal(answer?.status(), status, path);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.getByRole("link", { name: "Zur Startseite" }).waitFor();
      await expectAccessible(page);
    }
    assert.deepEqual(complaints, []);
  });
});
