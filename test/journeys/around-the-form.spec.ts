import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { fill, goOn } from "./support/fill-in.ts";

const firstName = "antragsteller.0.vorname.0";
const familyName = "antragsteller.0.familienname.0";

void describe("around a form", () => {
  let portal: TestPortal;
  let browser: Browser;
  let permit: string;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    permit = `${portal.baseUrl("schwerin")}/leistungen/bewohnerparkausweis`;
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    // axe is a script itself.
    const look = (page: Page) =>
      javaScriptEnabled ? expectAccessible(page) : Promise.resolve();
    void test(`the check before it leads to the application, ${how} scripts`, async () => {
      const { page, complaints } = await openWindow(browser, {
        javaScriptEnabled,
        width: 360,
      });
      await page.goto(`${permit}/antrag`);
      await look(page);
      await page.getByRole("link", { name: "Kurz prüfen" }).click();
      await page.locator('[name="wohnsitz.0"]').first().check();
      await look(page);
      if (!javaScriptEnabled) {
        await page.getByRole("button", { name: "Ergebnis zeigen" }).click();
        await page.getByText("Dazu haben wir noch eine Frage").waitFor();
        await look(page);
      }
      await page.locator('[name="gemeldet.0"]').last().check();
      await page.getByRole("button", { name: "Ergebnis zeigen" }).click();
      await page
        .getByRole("heading", { name: "Vorher brauchen Sie noch etwas" })
        .waitFor();
      await look(page);
      await page.getByText("Antworten ansehen oder ändern").click();
      await page.locator('[name="gemeldet.0"]').first().check();
      await page.getByRole("button", { name: "Ergebnis zeigen" }).click();
      await page
        .getByRole("heading", { name: "Sie sind hier richtig" })
        .waitFor();
      await page.getByRole("link", { name: "Zum Antrag" }).click();
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      await page.getByText("Schritt 1 von").first().waitFor();
      assert.deepEqual(complaints, []);
    });

    void test(`two tabs, Leichte Sprache and a jump to another step, ${how} scripts`, async () => {
      const { page, complaints } = await openWindow(browser, {
        javaScriptEnabled,
      });
      await page.goto(`${permit}/antrag`);
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await fill(other, { [firstName]: "Ada", [familyName]: "Byron" });
      await save(other);
      await fill(page, { [firstName]: "Augusta" });
      await goOn(page);
      await page.getByText("auch in einem anderen Fenster geändert").waitFor();
      await page.getByText("Im anderen Fenster stand: Ada").waitFor();
      assert.equal(await valueOf(page, firstName), "Augusta");
      assert.equal(await valueOf(page, familyName), "Byron");
      await look(page);

      await fill(page, { [familyName]: "Lovelace" });
      await page
        .getByRole("button", { name: "Dieses Formular in Leichter Sprache" })
        .click();
      await page.getByRole("heading", { name: "Wer sind Sie?" }).waitFor();
      assert.equal(await valueOf(page, familyName), "Lovelace");
      assert.equal(
        await page.locator(`[lang="de-simple"] [name="${familyName}"]`).count(),
        1,
      );
      await page.getByText("Alle Schritte anzeigen").click();
      await look(page);
      await page
        .getByRole("navigation", { name: "Schritte des Antrags" })
        .getByRole("button", { name: /^3\./ })
        .click();
      await page
        .getByRole("heading", { name: "Welches Auto fahren Sie?" })
        .waitFor();

      await page.goto(`${permit}/antrag/druck`);
      await page.getByText("Lovelace").waitFor();
      assert.equal(
        await page.getByRole("button", { name: "Drucken" }).count(),
        javaScriptEnabled ? 1 : 0,
      );
      await look(page);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("nav:visible").count(), 0);
      await page.emulateMedia({ media: "screen" });
      await page.goto(`${permit}/formular`);
      await look(page);
      assert.deepEqual(complaints, []);
    });
  }

  void test("the session is prolonged, or ends with everything saved", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await page.clock.install();
    await page.goto(`${permit}/antrag`);
    await page.getByLabel("Andere benutzen dieses Gerät auch").check();
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    await page.getByText("60 Minuten lang nichts tun").waitFor();
    await fill(page, { [firstName]: "Ada" });
    await page.clock.fastForward("56:00");
    const dialog = page.getByRole("dialog", { name: "Sind Sie noch da?" });
    await dialog.waitFor();
    assert.equal(
      await page.evaluate("document.activeElement.closest('dialog') !== null"),
      true,
      "the dialog has the focus",
    );
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Weiter ausfüllen" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await valueOf(page, firstName), "Ada");
    await page.clock.fastForward("54:00");
    assert.equal(await dialog.isVisible(), false, "the time began anew");
    await page.clock.fastForward("02:00");
    await dialog.waitFor();
    await page.clock.fastForward("05:00");
    await page
      .getByRole("heading", { name: "in diesem Browser geschlossen" })
      .waitFor();
    await expectAccessible(page);
    await page.goto(`${permit}/antrag/schritt/1`);
    assert.match(page.url(), /\/antrag$/, "the draft is not open any more");
    assert.deepEqual(complaints, []);
  });

  void test("what was typed is kept when the page is left", async () => {
    const { page } = await openWindow(browser, { javaScriptEnabled: true });
    await page.goto(`${permit}/antrag`);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    // Nobody leaves before the page's script has come.
    await page.waitForURL(/\/schritt\/1$/, { waitUntil: "load" });
    await fill(page, { [familyName]: "Lovelace" });
    await page.goto(`${permit}/antrag/speichern`);
    await expectAccessible(page);
    // The browser sends it on its own after the page is gone; that it arrives is what counts.
    const step = `${permit}/antrag/schritt/1`;
    for (let visits = 0; visits < 100; visits += 1) {
      await page.goto(step);
      if ((await valueOf(page, familyName)) === "Lovelace") return;
    }
    assert.fail("what was typed is not there");
  });
});

async function save(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "Speichern und später weitermachen" })
    .click();
  await page.getByText("Ihr Entwurf ist gespeichert").first().waitFor();
}

function valueOf(page: Page, name: string): Promise<string> {
  return page.locator(`[name="${name}"]`).inputValue();
}
