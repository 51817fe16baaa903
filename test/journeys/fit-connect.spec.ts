import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  elsewhereService,
  sendFromElsewhere,
} from "../../src/connectors/fit-connect/demo/elsewhere.ts";
import { makeLocalKeys } from "../../src/connectors/fit-connect/demo/local-keys.ts";
import { startLocalService } from "../../src/connectors/fit-connect/demo/local-service.ts";
import type { LocalService } from "../../src/connectors/fit-connect/demo/local-types.ts";
import {
  demoServiceIdentifier,
  setUpFitConnectDemo,
} from "../../src/main/demo-fit-connect.ts";
import { apply } from "../../src/main/testing/applicant.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { visitorOf } from "../../src/main/testing/visitor.ts";
import { pdf } from "../../src/platform/files/testing/sample-files.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("FIT-Connect between portals", () => {
  let portal: TestPortal;
  let service: LocalService;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    service = await startLocalService(await makeLocalKeys(), {
      serviceIdentifier: demoServiceIdentifier,
      more: [elsewhereService],
    });
    assert.ok(await setUpFitConnectDemo(portal.services, service));
  });
  after(async () => {
    await browser.close();
    await service.stop();
    await portal.close();
  });

  const open = async (): Promise<Page> =>
    (await openWindow(browser, { javaScriptEnabled: true })).page;

  void test("an application in Grabow comes into the county's queue beside one from elsewhere, and the citizen sees that it arrived", async () => {
    const county = portal.baseUrl("lup");
    const { statusKey, reference } = await apply(
      visitorOf(portal, "grabow"),
      "hundesteuer",
    );
    const now = new Date();
    const note = pdf("/Note (Nachweis)");
    await sendFromElsewhere(service, { now, pdf: note });

    const citizen = await open();
    await citizen.goto(`${portal.baseUrl("grabow")}/status/${statusKey}`);
    await reloadUntil(citizen, "Ihr Antrag ist angekommen");
    await expectAccessible(citizen);

    const office = await open();
    await office.goto(`${county}/arbeitsplatz`);
    await signIn(office, "kevin@lup.example");
    await reloadUntil(office, "von Serviceportal Nordlicht");
    await reloadUntil(office, "von Stadt Grabow");
    await expectAccessible(office);
    await office
      .getByRole("row", { name: "von Stadt Grabow" })
      .getByRole("link")
      .first()
      .click();
    await office
      .getByText("Eingegangen über FIT-Connect von")
      .first()
      .waitFor();
    await office.getByText(reference).first().waitFor();
    await expectAccessible(office);

    const admin = await open();
    await admin.goto(`${county}/verwaltung/eingaenge`);
    await signIn(admin, "verwaltung@lup.example");
    await admin.getByText("In den letzten 30 Tagen angenommen: 2").waitFor();
    await expectAccessible(admin);
  });
});

/** The worker needs seconds, and pages do not change by themselves. */
async function reloadUntil(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await page.getByText(text).count()) > 0) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.fail(`"${text}" never came`);
}
