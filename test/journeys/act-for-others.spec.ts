import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
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
import { fill } from "./support/fill-in.ts";
import { startMailServer, type MailServer } from "./support/mail-server.ts";

void describe("acting for others", () => {
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

  /** A window of somebody who is signed in on a portal. */
  const windowOf = async (
    subject: string,
    label: string,
    javaScriptEnabled: boolean,
  ) => {
    const { cookies } = await signedInCitizen(portal, label, { subject });
    const opened = await openWindow(browser, { javaScriptEnabled });
    await opened.page.context().addCookies(
      [...cookies].map(([name, value]) => ({
        name,
        value,
        url: portal.baseUrl(label),
      })),
    );
    return opened;
  };

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    // axe is a script itself.
    const look = (page: Page) =>
      javaScriptEnabled ? expectAccessible(page) : Promise.resolve();
    const open = (who: string, label = "schwerin") =>
      windowOf(`${who} ${how}`, label, javaScriptEnabled);

    // Without scripts its forms are those of a mandate.
    if (javaScriptEnabled)
      void test("an organisation: invite, accept, act for it, remove", async () => {
        const jana = await open("Jana");
        await createClub(jana.page, portal.baseUrl("schwerin"), look);
        const link = await invite(jana.page, {
          mail,
          to: `kofi-${how}@example.org`,
          look,
        });

        const kofi = await open("Kofi");
        await accept(kofi.page, link, look);
        await kofi.page
          .getByRole("link", { name: "Segelclub Schweriner See" })
          .click();
        await look(kofi.page);
        await kofi.page
          .getByRole("button", { name: "Für diese Organisation handeln" })
          .click();
        await actsFor(kofi.page).waitFor();
        await look(kofi.page);
        const elsewhere = await open("Kofi", "grabow");
        await elsewhere.page.goto(
          `${portal.baseUrl("grabow")}/konto/handeln-fuer`,
        );
        await elsewhere.page.getByLabel("für Segelclub Schweriner See").check();
        await elsewhere.page
          .getByRole("button", { name: "Übernehmen" })
          .click();
        await actsFor(elsewhere.page).waitFor();

        await removeMember(jana.page, `Kofi ${how}`, look);
        for (const { page } of [kofi, elsewhere]) {
          await page.reload();
          assert.equal(await actsFor(page).count(), 0);
          assert.equal(
            await page.getByLabel("für Segelclub Schweriner See").count(),
            0,
          );
        }
        for (const { complaints } of [jana, kofi, elsewhere])
          assert.deepEqual(complaints, []);
      });

    void test(`a mandate for one Leistung: give, accept, act, end, ${how} scripts`, async () => {
      const oma = await open("Oma");
      const link = await giveMandate(oma.page, {
        home: portal.baseUrl("schwerin"),
        mail,
        to: `enkel-${how}@example.org`,
        look,
      });
      const enkel = await open("Enkel");
      await accept(enkel.page, link, look);
      await enkel.page.getByRole("link", { name: `Oma ${how}` }).click();
      await look(enkel.page);
      await enkel.page
        .getByRole("button", { name: `Für Oma ${how} handeln` })
        .click();
      const acts = enkel.page.locator(".portal-account-bar strong");
      await acts.waitFor();

      await oma.page.reload();
      await oma.page
        .getByText("hat begonnen, in Vertretung zu handeln")
        .waitFor();
      await look(oma.page);
      await oma.page.getByRole("link", { name: "Beenden" }).click();
      await look(oma.page);
      await oma.page.getByRole("button", { name: "Beenden" }).click();
      await oma.page.getByText("beendet", { exact: true }).waitFor();
      await enkel.page.reload();
      assert.equal(await acts.count(), 0);
      for (const { complaints } of [oma, enkel])
        assert.deepEqual(complaints, []);
    });
  }

  void test("a parent states whom they represent; mistakes are told at once", async () => {
    const { page, complaints } = await windowOf("Eltern", "schwerin", true);
    await page.goto(
      `${portal.baseUrl("schwerin")}/konto/vollmachten/vertretung`,
    );
    await page.getByRole("button", { name: "Angeben" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Elternteil").check();
    await fill(page, {
      personName: "Kim Kind",
      "birthday-day": "1",
      "birthday-month": "2",
      "birthday-year": "2020",
      statement: "Gemeinsames Sorgerecht",
    });
    await page.locator("#scope").selectOption("all");
    await page.getByRole("button", { name: "Angeben" }).click();
    await page.getByText("Eigene Angabe, nicht geprüft").waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });
});

type Look = (page: Page) => Promise<void>;

function actsFor(page: Page) {
  return page
    .locator(".portal-account-bar strong")
    .filter({ hasText: "Segelclub" });
}

async function createClub(page: Page, home: string, look: Look): Promise<void> {
  await page.goto(`${home}/konto/organisationen`);
  await page.getByText("Sie gehören zu keiner Organisation").waitFor();
  await look(page);
  await page.getByRole("link", { name: "Organisation anlegen" }).click();
  await page.getByRole("button", { name: "Anlegen" }).click();
  await page.getByRole("alert").waitFor();
  await look(page);
  await fill(page, {
    name: "Segelclub Schweriner See",
    legalForm: "eingetragener Verein",
    registerCourt: "Amtsgericht Schwerin",
    registerNumber: "VR 567",
    street: "Seeufer",
    houseNumber: "1 a",
    postcode: "19055",
    town: "Schwerin",
  });
  await page.getByRole("button", { name: "Anlegen" }).click();
  await page
    .getByRole("heading", { name: "Segelclub Schweriner See" })
    .waitFor();
  await look(page);
}

type Letter = {
  readonly mail: MailServer;
  readonly to: string;
  readonly look: Look;
};

async function invite(page: Page, { mail, to, look }: Letter): Promise<string> {
  await page.getByRole("link", { name: "Mitglied einladen" }).click();
  await look(page);
  await page.getByLabel("E-Mail-Adresse").fill(to);
  await page.getByLabel("Darf senden").check();
  await page.getByRole("button", { name: "Einladung senden" }).click();
  await page.getByText(to).first().waitFor();
  await look(page);
  return linkIn(mail, to);
}

async function linkIn(mail: MailServer, to: string): Promise<string> {
  const { raw } = await mail.waitFor(to, /einladung/);
  // Quoted-printable (RFC 2045 section 6.7): long lines are broken with "=".
  const text = raw.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
  assert.doesNotMatch(text, /Segelclub|Oma|Jana/);
  return (
    /https?:\S+\/einladung\/[\w-]{43}/.exec(text)?.[0] ?? assert.fail(text)
  );
}

async function accept(page: Page, link: string, look: Look): Promise<void> {
  await page.goto(link);
  await look(page);
  await page.getByRole("button", { name: "Annehmen" }).click();
  await page.waitForURL(/\/konto\//);
  await look(page);
}

async function removeMember(
  page: Page,
  name: string,
  look: Look,
): Promise<void> {
  await page.reload();
  await page.locator("tr", { hasText: name }).getByRole("link").click();
  await look(page);
  await page.getByRole("button", { name: "Entfernen" }).click();
  await page
    .getByRole("heading", { name: "Segelclub Schweriner See" })
    .waitFor();
  assert.equal(
    await page.locator("tr", { hasText: name }).getByRole("link").count(),
    0,
  );
}

async function giveMandate(
  page: Page,
  { home, mail, to, look }: Letter & { readonly home: string },
): Promise<string> {
  await page.goto(`${home}/konto/vollmachten`);
  await look(page);
  await page.getByRole("link", { name: "Vollmacht geben" }).click();
  await look(page);
  await page.getByLabel("E-Mail-Adresse der Person").fill(to);
  await page.locator("#scope").selectOption("leistung:schwerin/hundesteuer");
  await page
    .getByRole("button", { name: "Vollmacht geben und einladen" })
    .click();
  await page.getByText("noch nicht angenommen").waitFor();
  await look(page);
  return linkIn(mail, to);
}
