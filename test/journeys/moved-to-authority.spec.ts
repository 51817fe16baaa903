import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { runCommandBeside } from "../../src/main/testing/run-command.ts";
import { signedInCitizen } from "../../src/main/testing/signed-in-citizen.ts";
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

const street = "Zwirbelgasse";

void describe("begun in the wrong portal", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    const added = await runCommandBeside(
      portal,
      ...["zustaendigkeit", "add", "grabow", "--name", "Straßen der Stadt"],
      ...["--leistung", "bewohnerparkausweis", "--street", street],
      ...["--to-authority", "schwerin", "--from", "2020-01-01"],
    );
    assert.equal(added.exitCode, 0, added.errors);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  const at = (label: string, path: string) => `${portal.baseUrl(label)}${path}`;

  void test("somebody who is signed in is told, takes it along, sends it, and has it in the account of both portals", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const look = () => expectAccessible(page);
    const subject = "Umzug";
    for (const label of ["grabow", "schwerin"]) {
      const { cookies } = await signedInCitizen(portal, label, { subject });
      await page.context().addCookies(
        [...cookies].map(([name, value]) => ({
          name,
          value,
          url: portal.baseUrl(label),
        })),
      );
    }
    await page.goto(at("grabow", "/leistungen/bewohnerparkausweis/antrag"));
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    await fillInPermit(page);

    // Said above the answers, with a link to the place below them where one goes on.
    const told = "Nach Ihren Angaben ist zuständig: Landeshauptstadt Schwerin";
    await page.getByText(told).first().waitFor();
    await page.locator("#zustaendig").getByText(told).waitFor();
    await look();
    assert.equal(await page.locator("[name=bestaetigung]").count(), 0);
    await page
      .getByRole("button", { name: "Weiter mit: Landeshauptstadt Schwerin" })
      .click();
    await page
      .getByText("geht verbindlich an Landeshauptstadt Schwerin")
      .waitFor();
    await look();
    await page.locator("[name=bestaetigung]").check();
    await page.getByRole("button", { name: "Antrag senden" }).click();
    await page
      .getByText("Ihr Antrag liegt bei: Landeshauptstadt Schwerin")
      .waitFor();
    await look();
    const text = await page.locator("main").innerText();
    assert.doesNotMatch(text, /Wir haben Ihren Antrag/u, "Grabow has not");
    const [reference = assert.fail(text)] =
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text) ?? [];

    for (const label of ["grabow", "schwerin"]) {
      await page.goto(at(label, "/antraege"));
      await page.getByText(reference).first().waitFor();
    }
    await look();
    assert.deepEqual(complaints, []);
  });
});

async function fillInPermit(page: Page): Promise<void> {
  await page
    .getByText(/Schritt 1 von/)
    .first()
    .waitFor();
  await fill(page, {
    "antragsteller.0.vorname.0": "Ute",
    "antragsteller.0.familienname.0": "Waldner",
    "antragsteller.0.geburtsdatum.0-day": "7",
    "antragsteller.0.geburtsdatum.0-month": "5",
    "antragsteller.0.geburtsdatum.0-year": "1981",
    "antragsteller.0.email.0": "ute@waldner.example",
    "anschrift.0.strasse.0": street,
    "anschrift.0.hausnummer.0": "2",
    "anschrift.0.postleitzahl.0": "19053",
    "anschrift.0.ort.0": "Schwerin",
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
  await fill(page, { "fahrzeug.0.kennzeichen.0": "SN-UW 12" });
  await page.locator('[name="fahrzeug.0.eigenes.0"][value="true"]').check();
  await page.locator('[name="fahrzeugschein.0"]').setInputFiles(samplePdf());
  await goOn(page);
  await page.locator('[name="melderegister.0"][value="ja"]').check();
  await page.locator('[name="richtigkeit.0"][value="ja"]').check();
  await goOn(page);
}
