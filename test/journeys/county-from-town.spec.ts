import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { setFormOfLeistung } from "../../src/modules/catalogue/index.ts";
import { systemActor } from "../../src/main/services.ts";
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
import { samplePdf } from "./support/sample-files.ts";
import { signIn } from "./support/sign-in.ts";

const slug = "schuelerbefoerderung";

void describe("from a town's portal to the county", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    const { tenantId } = await portal.portal("lup");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const set = await setFormOfLeistung(context, slug, "bewohnerparkausweis");
    assert.ok(set.ok);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("a guest in Grabow is told that the county gets it, and the county's caseworker has it", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const look = () => expectAccessible(page);
    await page.goto(`${portal.baseUrl("grabow")}/leistungen/${slug}`);
    await page
      .getByText("Zuständig ist: Landkreis Ludwigslust-Parchim")
      .waitFor();
    await look();
    await page.getByRole("link", { name: "Online beantragen" }).first().click();
    await page
      .getByText("Ihr Antrag geht an: Landkreis Ludwigslust-Parchim")
      .waitFor();
    await look();
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    await fill(page, {
      "antragsteller.0.vorname.0": "Ute",
      "antragsteller.0.familienname.0": "Waldner",
      "antragsteller.0.geburtsdatum.0-day": "7",
      "antragsteller.0.geburtsdatum.0-month": "5",
      "antragsteller.0.geburtsdatum.0-year": "1981",
      "antragsteller.0.email.0": "ute@waldner.example",
      "anschrift.0.strasse.0": "Am Markt",
      "anschrift.0.hausnummer.0": "2",
      "anschrift.0.postleitzahl.0": "19300",
      "anschrift.0.ort.0": "Grabow",
    });
    await goOn(page);
    await page.locator('[name="anlass.0"][value="neu"]').check();
    await page.locator('[name="dauer.0"][value="12"]').check();
    await fill(page, {
      "beginn.0-day": "1",
      "beginn.0-month": "9",
      "beginn.0-year": "2027",
    });
    await goOn(page);
    await fill(page, { "fahrzeug.0.kennzeichen.0": "LWL-UW 12" });
    await page.locator('[name="fahrzeug.0.eigenes.0"][value="true"]').check();
    await page.locator('[name="fahrzeugschein.0"]').setInputFiles(samplePdf());
    await goOn(page);
    await page.locator('[name="melderegister.0"][value="ja"]').check();
    await page.locator('[name="richtigkeit.0"][value="ja"]').check();
    await goOn(page);
    await page
      .getByText("geht verbindlich an Landkreis Ludwigslust-Parchim")
      .waitFor();
    await look();
    await page.locator("[name=bestaetigung]").check();
    await page.getByRole("button", { name: "Antrag senden" }).click();
    await page
      .getByText("Ihr Antrag liegt bei: Landkreis Ludwigslust-Parchim")
      .waitFor();
    await look();
    const text = await page.locator("main").innerText();
    const [reference = assert.fail(text)] =
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text) ?? [];
    await page.locator('main a[href*="/status/"]').first().click();
    await page.getByText(reference).first().waitFor();
    assert.equal(
      new URL(page.url()).host,
      new URL(portal.baseUrl("lup")).host,
      "the county says how it stands",
    );
    await look();
    assert.deepEqual(complaints, []);

    const office = await openWindow(browser, { javaScriptEnabled: true });
    await office.page.goto(`${portal.baseUrl("lup")}/arbeitsplatz`);
    await signIn(office.page, "kevin@lup.example");
    await office.page.getByText(reference).first().waitFor();
    await expectAccessible(office.page);
  });
});
