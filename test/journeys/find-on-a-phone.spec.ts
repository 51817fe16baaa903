import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { seedDemoCompany } from "../../src/main/demo/seed-company.ts";
import {
  openAsOwner,
  type DatabaseOwner,
} from "../../src/main/testing/tenant-rows.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

void describe("somebody with a phone, everyday words and no scripts", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let browser: Browser;
  let phone: Window;
  let looking: Window;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    await seedDemoCompany(portal.services);
    owner = openAsOwner(portal.databaseAddress);
    phone = await openWindow(browser, { javaScriptEnabled: false, width: 360 });
    looking = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
  });
  after(async () => {
    await browser.close();
    await owner.close();
    await portal.close();
  });

  /** axe is a script itself: it looks at the same address in a window that runs scripts. */
  const look = async () => {
    await looking.page.goto(phone.page.url());
    await expectAccessible(looking.page);
  };

  const search = async (words: string, label = "schwerin") => {
    const { page } = phone;
    await page.goto(portal.baseUrl(label));
    await page.getByRole("searchbox", { name: "Leistung suchen" }).fill(words);
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByRole("heading", { level: 1, name: words }).waitFor();
  };
  const open = async (name: string) => {
    await phone.page.getByRole("link", { name, exact: true }).first().click();
    await phone.page.getByRole("heading", { level: 1, name }).waitFor();
  };
  const first = () => phone.page.getByRole("main").getByRole("link");
  const seen = (text: string) =>
    phone.page.getByText(text).first().waitFor({ state: "visible" });

  void test("types Perso and learns what to do and where", async () => {
    await phone.page.goto(portal.baseUrl("schwerin"));
    await look();
    await search("Perso");
    await look();
    await open("Personalausweis");
    await seen("Persönlich oder schriftlich beim Amt");
    await seen("Vereinbaren Sie einen Termin im Bürgerbüro.");
    await look();
    await phone.page
      .getByRole("link", { name: "So erreichen Sie das Amt" })
      .click();
    await phone.page
      .getByRole("heading", { level: 1, name: "Bürgerbüro" })
      .waitFor();
    await seen("Am Packhof 2–6");
    await look();
  });

  for (const [word, title] of [
    ["Knöllchen", "Knöllchen: Verwarnung wegen Falschparkens"],
    ["TÜV", "Hauptuntersuchung abgelaufen"],
  ] as const)
    void test(`types ${word} and comes to the page that says what to do first`, async () => {
      await search(word);
      await seen("Nicht das Richtige dabei?");
      await open(title);
      await seen("Das tun Sie zuerst");
      await look();
    });

  void test("types Anwohnerparkausweis and begins the application", async () => {
    await search("Anwohnerparkausweis");
    await open("Bewohnerparkausweis");
    await phone.page.getByRole("link", { name: "Online beantragen" }).click();
    await phone.page
      .getByRole("heading", { level: 1, name: "Antrag stellen" })
      .waitFor();
    await look();
  });

  void test("types what nobody offers, sees what others ask for and whom to call, and the gap is counted", async () => {
    await search("Xylofon");
    await seen("Dazu haben wir nichts gefunden");
    await seen("Danach fragen andere");
    await seen("Sie finden es nicht? Fragen Sie uns:");
    await look();
    assert.ok((await first().all()).length > 5);
    await gapIsCounted();
  });

  void test("asks a municipal company, which answers first and speaks of no Amt", async () => {
    await search("Sperrmüll", "abfall");
    const cards = await phone.page.locator("main article").allTextContents();
    const isOwn = cards.map((card) =>
      card.includes("Abfallwirtschaft Schwerin"),
    );
    assert.ok(isOwn.includes(true) && isOwn.includes(false));
    assert.equal(isOwn.indexOf(false), isOwn.lastIndexOf(true) + 1);
    await look();
    await open("Container für Abfälle bestellen");
    assert.equal(await phone.page.getByText("beim Amt").count(), 0);
    assert.equal(await phone.page.getByText("Ämter").count(), 0);
    await look();
  });

  void test("finds a Leistung in a topic that the town made a minute ago", async () => {
    const office = await openWindow(browser, {
      javaScriptEnabled: false,
      width: 360,
    });
    const { page } = office;
    const lookAtOffice = async () => {
      const cookies = await page.context().cookies();
      await looking.page.context().addCookies(cookies);
      await looking.page.goto(page.url());
      await expectAccessible(looking.page);
    };
    await page.goto(`${portal.baseUrl("schwerin")}/arbeitsplatz`);
    await signIn(page, "redaktion@schwerin.example");
    await page.goto(`${portal.baseUrl("schwerin")}/verwaltung/themen`);
    await lookAtOffice();
    await page.getByRole("link", { name: "Neues Thema anlegen" }).click();
    await page.getByLabel("Name (Deutsch)").fill("Wenn das Geld knapp ist");
    await page
      .getByLabel("Wo steht das Thema?")
      .selectOption("Oben, für Bürgerinnen und Bürger");
    await lookAtOffice();
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Das Thema ist angelegt.").waitFor();
    await page.getByLabel("Leistung suchen").fill("Wohngeld");
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByRole("button", { name: /^Dazunehmen.*Wohngeld$/ }).click();
    await page.getByText("Die Leistung steht jetzt in diesem Thema").waitFor();
    await lookAtOffice();

    await phone.page.goto(portal.baseUrl("schwerin"));
    await phone.page
      .getByRole("link", { name: "Wenn das Geld knapp ist" })
      .click();
    await open("Wohngeld");
    assert.deepEqual(office.complaints, []);
  });

  void test("meets nothing that the browser complains about", () => {
    assert.deepEqual(phone.complaints, []);
    assert.deepEqual(looking.complaints, []);
  });

  /** Written by itself some seconds after the search. */
  const gapIsCounted = async () => {
    for (let tries = 0; tries < 150; tries += 1) {
      const rows = await owner.query<{ occasions: number }>(
        "select occasions from catalogue.search_gap",
      );
      if (rows.some(({ occasions }) => occasions === 1)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail("no gap was counted");
  };
});
