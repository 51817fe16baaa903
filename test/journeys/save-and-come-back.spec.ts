import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  expectFocus,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { fill, goOn } from "./support/fill-in.ts";
import { startMailServer, type MailServer } from "./support/mail-server.ts";
import { samplePdf } from "./support/sample-files.ts";

const email = "verein@example.org";

void describe("a guest begins on the phone and finishes elsewhere", () => {
  let portal: TestPortal;
  let mail: MailServer;
  let browser: Browser;
  before(async () => {
    [mail, browser] = await Promise.all([startMailServer(), launchBrowser()]);
    portal = await startTestPortal({ variables: { SMTP_URL: mail.url } });
  });
  after(async () => {
    await browser.close();
    await portal.close();
    await mail.stop();
  });

  void test("the registration of an event, with a private link by mail", async () => {
    const phone = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    await begin(phone.page, portal.baseUrl("schwerin"));
    await planDays(phone.page);
    const link = await saveWithMail(phone.page, mail);

    const desk = await openWindow(browser, { javaScriptEnabled: true });
    await desk.page.goto(link);
    assert.match(
      desk.page.url(),
      /\/schritt\/3$/,
      "goes on at the first open step",
    );
    await expectAccessible(desk.page);
    await finish(desk.page);
    assert.deepEqual([...phone.complaints, ...desk.complaints], []);
  });
});

async function begin(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/leistungen/veranstaltung`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Online beantragen" }).click();
  await page.getByText("Der Antrag hat 5 Schritte").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Antrag beginnen" }).click();
  await page.getByText("Schritt 1 von 5").first().waitFor();
  await fill(page, {
    "antragsteller.0.vorname.0": "Åsa",
    "antragsteller.0.familienname.0": "Lindström-Öztürk",
    "antragsteller.0.geburtsdatum.0-day": "3",
    "antragsteller.0.geburtsdatum.0-month": "4",
    "antragsteller.0.geburtsdatum.0-year": "1978",
    "antragsteller.0.email.0": email,
    "anschrift.0.strasse.0": "Werderstraße",
    "anschrift.0.hausnummer.0": "7",
    "anschrift.0.postleitzahl.0": "19055",
    "anschrift.0.ort.0": "Schwerin",
  });
  await page.locator('[name="anschrift.0.ort.0"]').press("Enter");
  await page.getByText("Schritt 2 von 5").first().waitFor();
  await expectAccessible(page);
  await fill(page, {
    "titel.0": "Hoffest am Pfaffenteich",
    "beschreibung.0": "Kaffee, Kuchen, ein Chor.",
    "besucher.0": "150",
  });
  await page.locator('[name="art.0"]').selectOption("strassenfest");
  await page.locator('[name="musik.0"]').last().check();
  await page.locator('[name="alkohol.0"]').last().check();
  // Nothing was sent yet: what was typed comes back all the same.
  await page.reload();
  await page.locator('[name="titel.0"][value^="Hoffest"]').waitFor();
  await goOn(page);
  await page.getByText("Schritt 3 von 5").first().waitFor();
}

/** What is added gets the focus, and what is left gets it after removing; the page does not jump to its top. */
async function planDays(page: Page): Promise<void> {
  await fill(page, { "flaechen.0": "Pfaffenteich, Südufer" });
  await page
    .getByRole("button", { name: "Weitere Angabe hinzufügen: Tag" })
    .click();
  await page.getByRole("group", { name: "Tag 2" }).waitFor();
  await expectFocus(page, "tag.1");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Entfernen: Tag 2" }).click();
  await page.getByRole("group", { name: "Tag 2" }).waitFor({ state: "hidden" });
  await expectFocus(page, "tag.0");
  await page
    .getByRole("button", {
      name: "Weitere Angabe hinzufügen: Straße oder Platz",
    })
    .click();
  await page.locator('[name="flaechen.1"]').waitFor();
  await expectFocus(page, "flaechen.1");
  await page.keyboard.type("August-Bebel-Straße");
  assert.equal(
    await page.locator('[name="flaechen.0"]').inputValue(),
    "Pfaffenteich, Südufer",
  );
}

async function saveWithMail(page: Page, mail: MailServer): Promise<string> {
  await page
    .getByRole("button", { name: "Speichern und später weitermachen" })
    .click();
  await page.getByText("Ihr Entwurf ist gespeichert").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Privaten Link anzeigen" }).click();
  await page.getByRole("button", { name: "Link kopieren" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("E-Mail-Adresse").fill("verein@");
  await page.getByRole("button", { name: "Link schicken" }).click();
  await page.getByText("Bitte prüfen Sie eine Angabe").waitFor();
  await expectFocus(page, "error-summary");
  await expectAccessible(page);
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Link schicken" }).click();
  await page.getByText("Die E-Mail ist unterwegs").waitFor();
  const { raw } = await mail.waitFor(email, /\/antrag\//);
  const [link] = /http:\S+\/antrag\/[\w-]{43}/.exec(raw) ?? [];
  assert.ok(link);
  assert.ok(!raw.includes("Pfaffenteich"), "the mail carries no content");
  return link;
}

async function finish(page: Page): Promise<void> {
  await fill(page, {
    "tag.0.datum.0-day": "12",
    "tag.0.datum.0-month": "6",
    "tag.0.datum.0-year": "2027",
    "tag.0.beginn.0": "14:00",
    "tag.0.ende.0": "22:00",
  });
  assert.equal(
    await page.locator('[name="flaechen.1"]').inputValue(),
    "August-Bebel-Straße",
  );
  await goOn(page);
  await page.getByText("Schritt 4 von 5").first().waitFor();
  await page
    .locator('[name="lageplan.0"]')
    .setInputFiles(samplePdf("Lageplan.pdf"));
  await goOn(page);
  await page.getByText("Bitte prüfen Sie eine Angabe").waitFor();
  await page.getByText("Lageplan.pdf (PDF").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Ja, das bestätige ich.").check();
  await goOn(page);
  await page.getByText("Schritt 5 von 5").first().waitFor();
  await expectAccessible(page);
  await page.locator("input[name=bestaetigung]").check();
  await page.getByRole("button", { name: "Antrag senden" }).click();
  await page
    .getByRole("heading", { name: "Ihr Antrag ist angekommen" })
    .waitFor();
  await expectAccessible(page);
  await page.locator('main a[href*="/status/"]').click();
  await page.getByText(/Eingegangen am .* \(heute\)/).waitFor();
  await page
    .getByText(/Arbeitstage/)
    .first()
    .waitFor();
  await expectAccessible(page);
}
