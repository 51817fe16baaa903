import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { apply, type Sent } from "../../src/main/testing/applicant.ts";
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

void describe("a correction the office asks for", () => {
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

  void test("is asked with ticks, made by a guest without JavaScript, and shown old beside new", async () => {
    const home = portal.baseUrl("schwerin");
    const office = await openWindow(browser, { javaScriptEnabled: true });
    const guest = await openWindow(browser, {
      javaScriptEnabled: false,
      width: 360,
    });

    const eyes = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    // axe is a script itself: it looks at the guest's page from a window of its own.
    const look = async () => {
      const cookies = await guest.page.context().cookies();
      await eyes.page.context().addCookies(cookies);
      await eyes.page.goto(guest.page.url());
      await expectAccessible(eyes.page);
    };

    await office.page.goto(`${home}/arbeitsplatz`);
    await signIn(office.page, "kevin@schwerin.example");
    await office.page.getByRole("link", { name: sent.reference }).click();
    await office.page
      .getByRole("link", { name: "Um Korrektur oder Nachweis bitten" })
      .click();
    await press(office.page, "Frage senden");
    await office.page
      .getByText("Kreuzen Sie mindestens eine Angabe")
      .first()
      .waitFor();
    await office.page
      .getByLabel("Hausnummer", { exact: false })
      .first()
      .check();
    await office.page.getByText("Hinweis zu „Hausnummer").first().click();
    await office.page
      .getByLabel("Ihr Hinweis zu „Hausnummer", { exact: false })
      .fill("Bitte so, wie sie am Haus steht.");
    await expectAccessible(office.page);
    await press(office.page, "Frage senden");
    await office.page.getByText("Rückfrage gestellt").first().waitFor();

    await guest.page.goto(`${home}/status/${sent.statusKey}`);
    await guest.page.getByText("Bitte korrigieren Sie Ihre Angaben").waitFor();
    await look();
    await press(guest.page, "Angaben korrigieren");
    await guest.page.getByText("Sie haben noch nichts geändert").waitFor();
    await guest.page.getByRole("link", { name: /: Hausnummer/ }).click();
    const houseNumber = guest.page.getByLabel("Hausnummer", { exact: false });
    assert.equal(await houseNumber.inputValue(), "12 a");
    assert.equal(await guest.page.getByLabel("Vorname").count(), 0);
    await guest.page.getByText("Bisher: 12 a.").waitFor();
    await look();
    await houseNumber.fill("14 b");
    await press(guest.page, "Weiter");
    await guest.page.getByText("Das ändern Sie").first().waitFor();
    await look();
    await guest.page.getByLabel("Meine Angaben sind richtig").check();
    await press(guest.page, "Korrektur senden");
    await guest.page
      .getByText("Ihre Korrektur ist angekommen")
      .first()
      .waitFor();
    await look();

    await office.page.reload();
    await office.page.getByText("Korrigiert am").first().waitFor();
    await office.page.getByRole("cell", { name: "14 b" }).waitFor();
    assert.deepEqual(
      [...office.complaints, ...guest.complaints, ...eyes.complaints],
      [],
    );
  });
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
