import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { systemActor } from "../../src/main/services.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { setFormOfLeistung } from "../../src/modules/catalogue/index.ts";
import {
  sampleCodeList,
  sampleSchema,
} from "../../src/modules/forms/testing/sample-schema.ts";
import {
  expectAccessible,
  expectFocus,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const login = "redaktion@schwerin.example";

void describe("an editor", () => {
  let portal: TestPortal;
  let browser: Browser;
  let office: Window;
  let home: string;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    home = portal.baseUrl("schwerin");
    office = await openWindow(browser, { javaScriptEnabled: true });
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  /** What an operator does with `import form --leistung`. */
  const useForm = async (leistung: string) => {
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const set = await setFormOfLeistung(context, leistung, "S1");
    assert.ok(set.ok);
  };

  void test("imports a schema, and hears what is wrong with a broken one", async () => {
    const { page } = office;
    await page.goto(`${home}/arbeitsplatz`);
    await signIn(page, login);
    await page.getByRole("heading", { name: "Formulare" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Formular einspielen" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Einspielen" }).click();
    await page.getByText("Wählen Sie die Datei").first().waitFor();
    await expectFocus(page, "error-summary");
    await expectAccessible(page);

    await handOver(page, sampleSchema().replace(">date<", ">datum<"));
    await page.getByText("Nichts wurde gespeichert").waitFor();
    await page
      .getByText(/Zeile \d+/)
      .first()
      .waitFor();
    await expectAccessible(page);

    await handOver(page, sampleSchema());
    await page.getByText("ist eingespielt").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Zum Formular" }).click();
    await page.getByRole("heading", { name: "Herkunft" }).waitFor();
    await expectAccessible(page);
  });

  void test("refines it, publishes it, and the applicant sees it", async () => {
    const { page, complaints } = office;
    await openSection(page, "JSON");
    const json = page.getByLabel("Anpassung");
    await json.fill("{ kein JSON");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Das ist kein JSON").first().waitFor();
    assert.equal(await json.inputValue(), "{ kein JSON");
    await expectAccessible(page);
    await page.goto(page.url());
    const overlay = JSON.parse(await json.inputValue()) as object;
    await json.fill(JSON.stringify({ ...overlay, title: "Mein Antrag" }));
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Gespeichert", { exact: true }).waitFor();

    await openSection(page, "Struktur");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Familienname" }).click();
    await expectAccessible(page);
    await page
      .getByLabel("Beschriftung", { exact: true })
      .fill("Wie heißen Sie?");
    await page.getByLabel("Nur zeigen, wenn").fill("F99 == 'rot'");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("F99").first().waitFor();
    await expectFocus(page, "error-summary");
    assert.equal(
      await page.getByLabel("Beschriftung", { exact: true }).inputValue(),
      "Wie heißen Sie?",
    );
    await expectAccessible(page);
    await page.getByLabel("Nur zeigen, wenn").fill("");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Gespeichert", { exact: true }).waitFor();

    await preparePages(page);
    await addCheck(page);
    await keepExample(page);
    for (const name of ["Vor dem Antrag", "Fassungen", "JSON"]) {
      await openSection(page, name);
      await expectAccessible(page);
    }

    await openSection(page, "Übersicht");
    await page.getByRole("button", { name: "Veröffentlichen" }).click();
    await page.getByText(/^Veröffentlicht am/).waitFor();
    await expectAccessible(page);

    await useForm("hundesteuer");
    const applicant = await openWindow(browser, { javaScriptEnabled: true });
    await applicant.page.goto(`${home}/leistungen/hundesteuer/antrag`);
    await applicant.page.getByRole("button", { name: /beginnen/ }).click();
    await applicant.page.getByText("Wie heißen Sie?").first().waitFor();
    assert.deepEqual([...complaints, ...applicant.complaints], []);
  });

  void test("takes a newer version over and sees where it meets what was refined", async () => {
    const { page, complaints } = office;
    await page.goto(`${home}/verwaltung/formulare/einspielen`);
    await handOver(page, sampleSchema().replaceAll("Familienname", "Nachname"));
    await page.getByRole("link", { name: "Zum Formular" }).click();
    await page.getByText("Es gibt eine neuere Fassung").waitFor();
    await openSection(page, "Fassungen");
    await page.getByText("trifft sie auf Ihre Anpassung").waitFor();
    await page.getByText("aber Ihre Anpassung ersetzt es").waitFor();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Auf dieser Fassung aufbauen/ })
      .click();
    await page.getByText("Gespeichert", { exact: true }).waitFor();
    assert.equal(
      await page.getByText("Es gibt eine neuere Fassung").count(),
      0,
    );
    await page.getByText("1 offener Entwurf bleibt").waitFor();
    await page.getByRole("button", { name: "Veröffentlichen" }).click();
    await page.getByText("Veröffentlicht", { exact: true }).waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });
});

async function handOver(page: Page, schema: string): Promise<void> {
  const file = (name: string, content: string) => ({
    name,
    mimeType: "text/xml",
    buffer: Buffer.from(content),
  });
  await page
    .getByLabel("Stammdatenschema")
    .setInputFiles(file("S1_xdf2.xml", schema));
  await page
    .getByLabel(/^Codelisten/)
    .setInputFiles([file("C1_genericode.xml", sampleCodeList())]);
  await page.getByRole("button", { name: "Einspielen" }).click();
}

async function openSection(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Bereiche dieses Formulars" })
    .getByRole("link", { name })
    .click();
}

/** Puts the only colour question on a page of its own, which then comes first. */
async function preparePages(page: Page): Promise<void> {
  await openSection(page, "Seiten");
  await expectAccessible(page);
  await page
    .getByLabel("„Farbe“ auf eine andere Seite")
    .selectOption({ label: "auf eine neue Seite" });
  await page.getByRole("button", { name: /^Umziehen.*Farbe/ }).click();
  await page.getByText("Gespeichert", { exact: true }).waitFor();
  await page.getByRole("heading", { name: /^Seite 3:/ }).waitFor();
}

async function addCheck(page: Page): Promise<void> {
  await openSection(page, "Regeln");
  await page.getByRole("link", { name: "Neue Prüfung" }).click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Geben Sie der Prüfung einen Namen").first().waitFor();
  await expectAccessible(page);
  await page.getByLabel("Name der Prüfung").fill("nicht-rot");
  await page.getByLabel("Es muss gelten").fill("F2 != 'rot'");
  await page.getByLabel("Meldung, wenn").fill("Rot ist ausverkauft.");
  await page
    .getByLabel("Feld, bei dem die Meldung steht")
    .selectOption({ label: "Farbe" });
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Gespeichert", { exact: true }).waitFor();
}

async function keepExample(page: Page): Promise<void> {
  await openSection(page, "Vorschau");
  await expectAccessible(page);
  await page.getByLabel("Wie heißen Sie?").fill("Muster");
  await page.getByRole("button", { name: "Angaben prüfen" }).click();
  await page.getByText("Abreise").first().waitFor();
  await expectFocus(page, "error-summary");
  assert.equal(await page.getByLabel("Wie heißen Sie?").inputValue(), "Muster");
  await page.getByLabel("Name des Beispiels").fill("Ohne Abreise");
  await page.getByRole("button", { name: "Als Beispiel behalten" }).click();
  await page.getByText("kommt heraus, was erwartet wird").waitFor();
  await expectAccessible(page);
}
