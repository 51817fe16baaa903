import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { apply, type Sent } from "../../src/main/testing/applicant.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { visitorOf } from "../../src/main/testing/visitor.ts";
import {
  expectAccessible,
  expectFocus,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { confirmPassword, signIn } from "./support/sign-in.ts";

const login = "kevin@schwerin.example";

void describe("a caseworker with a second factor", () => {
  let portal: TestPortal;
  let browser: Browser;
  let sent: Sent;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    sent = await apply(visitorOf(portal, "schwerin"), "hundesteuer");
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("asks, gets an answer, decides and closes; the applicant sees each of it", async () => {
    const home = portal.baseUrl("schwerin");
    const office = await openWindow(browser, { javaScriptEnabled: true });
    const applicant = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const statusUrl = `${home}/status/${sent.statusKey}`;
    const seen = async (text: string | RegExp) => {
      await applicant.page.goto(statusUrl);
      await applicant.page.getByText(text).first().waitFor();
      await expectAccessible(applicant.page);
    };

    await office.page.goto(`${home}/arbeitsplatz/konto`);
    await signIn(office.page, login);
    const totp = await setUpSecondFactor(office.page);
    await office.page.getByRole("button", { name: "Abmelden" }).click();
    await signInWithCode(office.page, home, totp);
    await filterQueue(office.page, sent.reference);
    await nothingChosen(office.page);

    await takeStep(office.page, "Rückfrage stellen", "Welche Rasse hat er?");
    await seen("Wir haben eine Frage an Sie");
    await seen("Welche Rasse hat er?");
    await takeStep(office.page, "Rückfrage ist beantwortet");
    await takeStep(office.page, "Bewilligen", "Die Marke kommt mit der Post.");
    await seen(/Entschieden am .*: bewilligt/);
    await takeStep(office.page, "Abschließen");
    await office.page.getByText("Wieder aufnehmen").waitFor();
    await expectAccessible(office.page);
    await seen("Ihr Antrag ist abgeschlossen");
    assert.deepEqual([...office.complaints, ...applicant.complaints], []);
  });
});

async function setUpSecondFactor(page: Page): Promise<TOTP> {
  await page.getByText("nur durch das Passwort geschützt").waitFor();
  await expectAccessible(page);
  await confirmPassword(page);
  await page.getByRole("button", { name: "Zweiten Faktor einrichten" }).click();
  await page.getByRole("img", { name: /QR-Code/ }).waitFor();
  await expectAccessible(page);
  const key = (await page.locator("code").innerText()).replaceAll(/\s/g, "");
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  await page.getByLabel("Code aus der App").fill("000000");
  await page.getByRole("button", { name: "Einrichtung abschließen" }).click();
  await page.getByText("Dieser Code gilt nicht.").first().waitFor();
  await expectFocus(page, "error-summary");
  await expectAccessible(page);
  await page.getByLabel("Code aus der App").fill(totp.generate());
  await page.getByRole("button", { name: "Einrichtung abschließen" }).click();
  await page.getByText("nur dieses eine Mal").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Weiter zu meinem Zugang" }).click();
  await page.getByText("zusätzlich einen Code").waitFor();
  await expectAccessible(page);
  return totp;
}

/** A code works once, so signing in takes the next one; the server accepts it a little early. */
async function signInWithCode(
  page: Page,
  home: string,
  totp: TOTP,
): Promise<void> {
  await page.goto(`${home}/arbeitsplatz`);
  await signIn(page, login);
  await page.getByRole("heading", { name: "Code eingeben" }).waitFor();
  await expectAccessible(page);
  const timestamp = Date.now() + totp.period * 1000;
  await page.getByLabel("Code aus der App").fill(totp.generate({ timestamp }));
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("heading", { name: "Vorgänge" }).waitFor();
}

async function filterQueue(page: Page, reference: string): Promise<void> {
  const filters = page.getByRole("navigation", { name: "Nach Stand filtern" });
  await filters.getByRole("link", { name: /Entschieden/ }).click();
  await page.getByText("Kein Vorgang passt zu dieser Auswahl").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Alle Vorgänge zeigen" }).click();
  await filters.getByRole("link", { name: /Eingegangen/ }).click();
  await page.getByRole("link", { name: reference }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: reference }).click();
  await page.getByText("Wuffelinchen").waitFor();
  await expectAccessible(page);
}

async function nothingChosen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await page
    .getByText("Wählen Sie, was der nächste Schritt ist.")
    .first()
    .waitFor();
  await expectFocus(page, "error-summary");
  await expectAccessible(page);
}

async function takeStep(page: Page, step: string, note = ""): Promise<void> {
  await page.getByLabel(step, { exact: true }).check();
  await page.locator("textarea[name=text]").fill(note);
  await Promise.all([
    page.waitForURL(/\/vorgaenge\/[\w-]+$/),
    page.getByRole("button", { name: "Speichern", exact: true }).click(),
  ]);
}
