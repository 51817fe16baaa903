import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { sharedDataMissing } from "../../src/platform/testing/shared-data.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import {
  goOn,
  noticeAddress,
  stepsOfParkingPermit,
} from "./support/fill-in.ts";
import { signIn } from "./support/sign-in.ts";
import { setStage, type Stage } from "./support/stage.ts";

const missing = sharedDataMissing();

for (const javaScriptEnabled of [true, false]) {
  void describe(
    `a citizen of Schwerin applies for the parking permit ${javaScriptEnabled ? "" : "without JavaScript"}`,
    { skip: missing },
    () => {
      let stage: Stage;
      let browser: Browser;
      before(async () => {
        [stage, browser] = await Promise.all([setStage(), launchBrowser()]);
      });
      after(async () => {
        await browser.close();
        await stage.close();
      });

      // axe needs scripts in the page; the pages are the same bytes in both runs
      const look = (page: Page) =>
        javaScriptEnabled ? expectAccessible(page) : Promise.resolve();

      void test("from the search to the decision, while the back office is down at first", async () => {
        const { page, complaints } = await openWindow(browser, {
          javaScriptEnabled,
        });
        const home = stage.portal.baseUrl("schwerin");

        await findService(page, home, look);
        await fillIn(page, look);
        const { reference, statusUrl } = await send(page, look);
        await checkReceipt(page, { home, reference });
        await page.goto(statusUrl);
        await look(page);
        await page.getByText("Eingegangen").first().waitFor();

        const received = await stage.mail.waitFor(noticeAddress, /angekommen/);
        assert.ok(
          received.raw.includes(statusUrl),
          "the mail leads to the status page",
        );
        assert.ok(
          !received.raw.includes("Müßig"),
          "the mail carries no content",
        );
        await stage.mail.waitFor("post@schwerin.example", /arbeitsplatz/);
        await seeWaitingDelivery(browser, stage, reference);
        assert.equal(stage.backOffice.records.size, 0);
        await stage.backOffice.start();

        await handleCase(browser, {
          stage,
          reference,
          javaScriptEnabled,
          look,
        });
        const progressed = await stage.mail.waitFor(
          noticeAddress,
          /Neues|neue/,
        );
        assert.ok(
          !progressed.raw.includes("Parkzone C"),
          "the note is not in the mail",
        );
        await page.goto(statusUrl);
        await page.getByText("In Bearbeitung").first().waitFor();
        await page.getByText("Ihre Wohnung liegt in Parkzone C").waitFor();
        await look(page);

        await deliveredOnce(stage, reference);
        assert.deepEqual(complaints, []);
      });
    },
  );
}

type Look = (page: Page) => Promise<void>;

async function findService(
  page: Page,
  home: string,
  look: Look,
): Promise<void> {
  await page.goto(home);
  await look(page);
  await page
    .getByRole("searchbox")
    .or(page.locator("input[name=q]"))
    .first()
    .fill("anwonerparken");
  await page.getByRole("button", { name: "Suchen" }).first().click();
  await look(page);
  await page
    .getByRole("main")
    .getByRole("link", { name: "Bewohnerparkausweis" })
    .first()
    .click();
  await look(page);
  await page.getByRole("link", { name: "Online beantragen" }).click();
  await look(page);
  await page.getByRole("button", { name: "Antrag beginnen" }).click();
}

async function fillIn(page: Page, look: Look): Promise<void> {
  for (const [index, fillStep] of stepsOfParkingPermit.entries()) {
    await page
      .getByText(`Schritt ${String(index + 1)} von 6`)
      .first()
      .waitFor();
    await look(page);
    if (index < 2) await goOnWithErrors(page, look);
    await fillStep(page);
    await goOn(page);
  }
  await page.getByText("Schritt 6 von 6").first().waitFor();
  await look(page);
}

/** Nothing filled in: the summary stands on top and leads to the fields. */
async function goOnWithErrors(page: Page, look: Look): Promise<void> {
  await goOn(page);
  await page.getByText(/Bitte prüfen Sie \d+ Angaben/).waitFor();
  assert.match(await page.title(), /^Fehler:/);
  await look(page);
}

async function send(
  page: Page,
  look: Look,
): Promise<{ reference: string; statusUrl: string }> {
  await page.getByText("Nutzungsüberlassung für Jörg Müßig.pdf").waitFor();
  await page.locator("input[name=email]").fill(noticeAddress);
  await page.getByRole("button", { name: "Antrag senden" }).click();
  await page
    .getByText("Bestätigen Sie, dass Sie den Antrag jetzt senden möchten.")
    .first()
    .waitFor();
  await look(page);
  assert.equal(
    await page.locator("input[name=email]").inputValue(),
    noticeAddress,
  );
  await page.locator("input[name=bestaetigung]").check();
  await page.getByRole("button", { name: "Antrag senden" }).click();
  await page.getByText("Ihr Antrag ist angekommen").first().waitFor();
  await look(page);
  const [reference] =
    /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(
      await page.getByRole("main").innerText(),
    ) ?? [];
  const statusUrl = await page
    .locator('a[href*="/status/"]')
    .first()
    .getAttribute("href");
  assert.ok(reference && statusUrl);
  return { reference, statusUrl: new URL(statusUrl, page.url()).href };
}

async function checkReceipt(
  page: Page,
  { home, reference }: { readonly home: string; readonly reference: string },
): Promise<void> {
  const link = page.getByRole("link", {
    name: "Eingangsbestätigung als PDF herunterladen",
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    link.click(),
  ]);
  assert.match(download.suggestedFilename(), new RegExp(`${reference}\\.pdf$`));
  // back and reload are safe: still the same confirmation
  await page.reload();
  await page.getByText(reference).first().waitFor();
  await page.goto(`${home}/quittung/${reference.toLowerCase()}`);
  await page.getByText("Diese Eingangsbestätigung ist echt").waitFor();
  assert.ok(!(await page.content()).includes("Müßig"));
}

type Office = {
  readonly stage: Stage;
  readonly reference: string;
  readonly javaScriptEnabled: boolean;
  readonly look: Look;
};

async function handleCase(
  browser: Browser,
  { stage, reference, javaScriptEnabled, look }: Office,
): Promise<void> {
  const { page, complaints } = await openWindow(browser, { javaScriptEnabled });
  await page.goto(`${stage.portal.baseUrl("schwerin")}/arbeitsplatz`);
  await look(page);
  await signIn(page, "kevin@schwerin.example");
  await page.getByText(reference).first().waitFor();
  await look(page);
  await page.getByRole("link", { name: reference }).first().click();
  await page.getByText("Müßig-Çelik").first().waitFor();
  await page
    .getByText("Nutzungsüberlassung für Jörg Müßig.pdf")
    .first()
    .waitFor();
  await look(page);
  await page.getByLabel("In Bearbeitung nehmen").check();
  await page
    .locator("textarea[name=text]")
    .fill("Ihre Wohnung liegt in Parkzone C. <b>Bitte</b> warten Sie.");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await page.getByText("In Bearbeitung").first().waitFor();
  await look(page);
  assert.deepEqual(complaints, []);
  await page.context().close();
}

/** Nothing is hidden: the administrator sees what waits, and why. */
async function seeWaitingDelivery(
  browser: Browser,
  stage: Stage,
  reference: string,
): Promise<void> {
  const { page } = await openWindow(browser, { javaScriptEnabled: true });
  await page.goto(
    `${stage.portal.baseUrl("schwerin")}/arbeitsplatz/zustellungen`,
  );
  await signIn(page, "verwaltung@schwerin.example");
  await page.getByText(reference).first().waitFor();
  await page.getByText("Fachverfahren Parken").first().waitFor();
  await expectAccessible(page);
  await page.context().close();
}

/** Down at first, then up: the web hook gets it once; the folder has it, too. */
async function deliveredOnce(
  { backOffice, portal }: Stage,
  reference: string,
): Promise<void> {
  for (
    let attempt = 0;
    attempt < 400 && backOffice.records.size === 0;
    attempt += 1
  )
    await sleep(100);
  assert.deepEqual(
    [...backOffice.records.values()].map((record) => record.reference),
    [reference],
  );
  const folder = join(
    portal.services.settings.dataDir,
    "zustellung",
    "schwerin",
    "bewohnerparkausweis",
  );
  const packages = (await readdir(folder)).filter((name) =>
    name.startsWith(reference),
  );
  assert.equal(packages.length, 1);
}
