import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  sampleCodeList,
  sampleSchema,
} from "../../src/modules/forms/testing/sample-schema.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("an editor with a small screen and without scripts", () => {
  let portal: TestPortal;
  let browser: Browser;
  let office: Window;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    office = await openWindow(browser, {
      javaScriptEnabled: false,
      width: 360,
    });
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  /** The page that is open, looked at with axe, which is a script itself. */
  const look = async () => {
    const { page } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    await page.context().addCookies(await office.page.context().cookies());
    await page.goto(office.page.url());
    await expectAccessible(page);
    await page.context().close();
  };

  void test("imports a schema, refines it, tries it out and publishes it", async () => {
    const { page, complaints } = office;
    await page.goto(`${portal.baseUrl("schwerin")}/arbeitsplatz`);
    await signIn(page, "redaktion@schwerin.example");
    for (const step of [
      importSchema,
      refineFields,
      moveToNewPage,
      askBefore,
      keepExample,
    ]) {
      await step(page);
      await look();
    }

    await openSection(page, "Übersicht");
    await page.getByRole("button", { name: "Veröffentlichen" }).click();
    await page.getByText("Veröffentlicht", { exact: true }).waitFor();
    await page.getByText("Es gibt nichts Neues zu veröffentlichen").waitFor();
    await page
      .getByLabel("Entwürfe früherer Fassungen dürfen nicht mehr")
      .waitFor();
    assert.deepEqual(complaints, []);
  });
});

async function importSchema(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Formular einspielen" }).click();
  const file = (name: string, content: string) => ({
    name,
    mimeType: "text/xml",
    buffer: Buffer.from(content),
  });
  const schema = sampleSchema()
    .replace("1:1", "1:*")
    .replaceAll("Familienname", "Vorname");
  await page
    .getByLabel("Stammdatenschema")
    .setInputFiles(file("S1_xdf2.xml", schema));
  await page
    .getByLabel(/^Codelisten/)
    .setInputFiles(file("C1_genericode.xml", sampleCodeList()));
  await page.getByRole("button", { name: "Einspielen" }).click();
  await page.getByText("ist eingespielt").waitFor();
  await page.getByText("Hinweis", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Zum Formular" }).click();
  await page.getByRole("heading", { name: "Herkunft" }).waitFor();
}

async function refineFields(page: Page): Promise<void> {
  await openSection(page, "Struktur");
  await page.getByRole("link", { name: "Vorname" }).click();
  await page.getByRole("heading", { name: "Vorname", level: 1 }).waitFor();
  await page.getByLabel("Höchstens", { exact: false }).first().fill("1");
  await page
    .getByLabel("Beschriftung", { exact: true })
    .fill("Wie heißen Sie?");
  await saved(page);

  await openSection(page, "Struktur");
  await page.getByRole("link", { name: "Farbe" }).click();
  const condition = page.getByLabel("Nur zeigen, wenn");
  await condition.fill("F99 == 'rot'");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("F99").first().waitFor();
  await condition.fill("F1 == 'Muster'");
  await saved(page);
}

async function moveToNewPage(page: Page): Promise<void> {
  await openSection(page, "Seiten");
  await page
    .getByLabel("„Farbe“ auf eine andere Seite")
    .selectOption({ label: "auf eine neue Seite" });
  await page.getByRole("button", { name: /^Umziehen.*Farbe/ }).click();
  await page.getByRole("heading", { name: /^Seite 3:/ }).waitFor();
}

async function askBefore(page: Page): Promise<void> {
  await openSection(page, "Vorab-Check");
  await page.getByRole("button", { name: "Frage hinzufügen" }).click();
  await page.getByLabel("Frage", { exact: true }).fill("Wohnen Sie hier?");
  await page.getByLabel("Kurzer Name").fill("hier");
  for (const [when, ending, text] of [
    ["hier == true", "Sie sind hier richtig", "Bitte beantragen."],
    ["hier == false", "Dafür ist eine andere Behörde", "Fragen Sie dort."],
  ] as const) {
    await page.getByRole("button", { name: "Ergebnis hinzufügen" }).click();
    await page.getByLabel("Gilt, wenn").last().fill(when);
    await page.getByLabel(ending).last().check();
    await page.getByLabel("Erklärung").last().fill(text);
  }
  await saved(page);
  assert.equal(
    await page.getByLabel("Gilt, wenn").first().inputValue(),
    "hier == true",
  );
}

async function keepExample(page: Page): Promise<void> {
  await openSection(page, "Vorschau");
  await page.getByLabel("Wie heißen Sie?").fill("Muster");
  await page.getByLabel("Name des Beispiels").fill("Ohne Abreise");
  await page.getByRole("button", { name: "Als Beispiel behalten" }).click();
  await page.getByText("kommt heraus, was erwartet wird").waitFor();
}

async function saved(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern" }).last().click();
  await page.getByText("Gespeichert", { exact: true }).waitFor();
}

async function openSection(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Bereiche dieses Formulars" })
    .getByRole("link", { name })
    .click();
}
