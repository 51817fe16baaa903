import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Browser, Locator, Page } from "playwright-core";
import { apply, type Sent } from "../../src/main/testing/applicant.ts";
import { signedInCitizen } from "../../src/main/testing/signed-in-citizen.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { visitorOf, type Visitor } from "../../src/main/testing/visitor.ts";
import {
  expectAccessible,
  expectFocus,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";
import { keyboard, mouse, type Hand } from "./support/keyboard.ts";
import { confirmPassword, signIn } from "./support/sign-in.ts";

const login = "kevin@schwerin.example";

void describe("a Vorgang, from the deposit to the objection period", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  const open = async (who: Partial<Who> = {}): Promise<Window> => {
    const { visitor, isScripted = true, width = 1280 } = who;
    const javaScriptEnabled = isScripted;
    const window = await openWindow(browser, { javaScriptEnabled, width });
    const url = portal.baseUrl("schwerin");
    const cookies = [...(visitor?.cookies ?? [])];
    await window.page
      .context()
      .addCookies(cookies.map(([name, value]) => ({ name, value, url })));
    return window;
  };

  void test("of a guest without JavaScript; the office works by keyboard alone", async () => {
    const sent = await apply(
      visitorOf(portal, "schwerin"),
      "bewohnerparkausweis",
    );
    const home = portal.baseUrl("schwerin");
    const [office, lead, guest, eyes] = await Promise.all([
      open(),
      open(),
      open({ isScripted: false, width: 360 }),
      open({ width: 360 }),
    ]);
    // axe is a script itself: it looks at the guest's page from a window of its own.
    const look = async () => {
      const cookies = await guest.page.context().cookies();
      await eyes.page.context().addCookies(cookies);
      await eyes.page.goto(guest.page.url());
      await expectAccessible(eyes.page);
    };
    const hand = keyboard(office.page);
    const desk: Desk = {
      page: office.page,
      hand,
      look: () => expectAccessible(office.page),
    };
    const status = `${home}/status/${sent.statusKey}`;

    await office.page.goto(`${home}/arbeitsplatz/konto`);
    await signIn(office.page, login);
    const totp = await setUpSecondFactor(office.page);
    await hand.press(button(office.page, "Abmelden"));
    await office.page.waitForURL(
      ({ pathname }) => pathname === "/arbeitsplatz/anmelden",
    );
    await signInWithCode(office.page, home, totp);
    await openFromQueue(desk, sent);
    await nothingChosen(desk);
    await take(desk);
    await expectPrintable(office.page);
    await askForHouseNumber(desk);

    await guest.page.goto(status);
    await correctHouseNumber(guest.page, look);
    await office.page.reload();
    await office.page.getByText("Korrigiert am").first().waitFor();
    await office.page.getByRole("cell", { name: "14 b" }).waitFor();

    await askExpert(desk, "Samira Yilmaz");
    await lead.page.goto(`${home}/arbeitsplatz/stellungnahmen`);
    await signIn(lead.page, "samira@schwerin.example");
    await giveOpinion(lead.page);
    await write(desk);
    await release(lead.page, { home, reference: sent.reference });

    await guest.page.goto(status);
    await link(guest.page, "Nachrichten lesen und antworten").click();
    await guest.page.getByText("Das ist eine Kopie").first().waitFor();
    await look();
    await office.page.goto(`${home}/arbeitsplatz/postfach`);
    await desk.look();
    await hand.press(
      office.page.getByRole("button", { name: /^Heute versendet/ }).first(),
    );
    await office.page.getByText("Nichts zu versenden").waitFor();
    await guest.page.reload();
    await guest.page.getByText("Widerspruch möglich bis").first().waitFor();
    await look();
    assert.deepEqual(
      [office, lead, guest, eyes].flatMap(({ complaints }) => complaints),
      [],
    );
  });

  void test("of an account, with an expert of another authority, who sees nothing else", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      subject: "wanda",
      displayName: "Wanda Wendt",
    });
    const sent = await apply(visitor, "bewohnerparkausweis");
    const home = portal.baseUrl("schwerin");
    const county = portal.baseUrl("lup");
    const [office, lead, expert, citizen] = await Promise.all([
      open(),
      open(),
      open(),
      open({ visitor }),
    ]);
    const desk: Desk = {
      page: office.page,
      hand: mouse,
      look: () => Promise.resolve(),
    };

    await office.page.goto(`${home}/arbeitsplatz`);
    await signIn(office.page, "verwaltung@schwerin.example");
    await link(office.page, sent.reference).click();
    await take(desk);
    await askForHouseNumber(desk);
    await citizen.page.goto(`${home}/postfach`);
    await link(citizen.page, /Bewohnerparkausweis/).click();
    await citizen.page.getByText("Frage", { exact: false }).first().waitFor();
    await expectAccessible(citizen.page);
    await citizen.page.goto(`${home}/antraege`);
    await link(citizen.page, /Bewohnerparkausweis/).click();
    await correctHouseNumber(citizen.page, () => Promise.resolve());

    await office.page.reload();
    const vorgang = new URL(office.page.url()).pathname;
    await askOtherAuthority(office.page);
    await expert.page.goto(`${county}${vorgang}`);
    await signIn(expert.page, "kevin@lup.example");
    await expert.page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await expert.page.getByText(sent.reference).count(), 0);
    await expert.page.goto(`${county}/arbeitsplatz/stellungnahmen`);
    await giveOpinion(expert.page);
    await office.page.goto(`${home}${vorgang}`);
    await write(desk);
    await lead.page.goto(`${home}/arbeitsplatz/bescheide`);
    await signIn(lead.page, "samira@schwerin.example");
    await release(lead.page, { home, reference: sent.reference });

    await citizen.page.goto(`${home}/postfach`);
    await link(citizen.page, /Bewohnerparkausweis/).click();
    await citizen.page.getByText("Gilt als bekannt gegeben am").waitFor();
    await citizen.page.getByText("Widerspruch möglich bis").waitFor();
    await expectAccessible(citizen.page);
    await retrieve(citizen.page);
    await office.page.goto(`${home}${vorgang}`);
    await office.page
      .getByRole("listitem")
      .filter({ hasText: /Bescheid\s+·.*zuerst abgerufen/s })
      .first()
      .waitFor();
    await takeStep(desk, "Abschließen");
    await citizen.page.goto(`${home}/antraege`);
    await citizen.page.getByText("Abgeschlossen").first().waitFor();
    await expectAccessible(citizen.page);
    assert.deepEqual(
      [office, lead, expert, citizen].flatMap(({ complaints }) => complaints),
      [],
    );
  });
});

type Who = {
  readonly visitor: Visitor;
  readonly isScripted: boolean;
  readonly width: number;
};

/** Where a caseworker works, and how. */
type Desk = {
  readonly page: Page;
  readonly hand: Hand;
  readonly look: () => Promise<void>;
};

const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

const link = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("main").getByRole("link", { name }).first();

const summary = (page: Page, text: string): Locator =>
  page.locator("summary").filter({ hasText: text }).first();

async function setUpSecondFactor(page: Page): Promise<TOTP> {
  await page.getByText("nur durch das Passwort geschützt").waitFor();
  await expectAccessible(page);
  await confirmPassword(page);
  await button(page, "Zweiten Faktor einrichten").click();
  await page.getByRole("img", { name: /QR-Code/ }).waitFor();
  await expectAccessible(page);
  const key = (await page.locator("code").innerText()).replaceAll(/\s/g, "");
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  await page.getByLabel("Code aus der App").fill("000000");
  await button(page, "Einrichtung abschließen").click();
  await page.getByText("Dieser Code gilt nicht.").first().waitFor();
  await expectFocus(page, "error-summary");
  await page.getByLabel("Code aus der App").fill(totp.generate());
  await button(page, "Einrichtung abschließen").click();
  await page.getByText("nur dieses eine Mal").waitFor();
  await expectAccessible(page);
  await link(page, "Weiter zu meinem Zugang").click();
  await page.getByText("zusätzlich einen Code").waitFor();
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
  await button(page, "Weiter").click();
  await page.getByRole("heading", { name: "Vorgänge" }).waitFor();
}

async function openFromQueue(
  { page, hand, look }: Desk,
  { reference }: Sent,
): Promise<void> {
  const filters = page.getByRole("navigation", { name: "Nach Stand filtern" });
  await hand.press(filters.getByRole("link", { name: /Entschieden/ }));
  await page.getByText("Kein Vorgang passt zu dieser Auswahl").waitFor();
  await look();
  await hand.press(link(page, "Alle Vorgänge zeigen"));
  await link(page, reference).waitFor();
  await look();
  await hand.press(link(page, reference));
  await page.getByText("Quittkowski").first().waitFor();
  await look();
}

async function nothingChosen({ page, hand, look }: Desk): Promise<void> {
  await hand.press(button(page, "Speichern"));
  await page
    .getByText("Wählen Sie, was der nächste Schritt ist.")
    .first()
    .waitFor();
  await expectFocus(page, "error-summary");
  await look();
}

async function take(desk: Desk): Promise<void> {
  const { page, hand } = desk;
  await hand.press(button(page, "Übernehmen"));
  await page.getByText("Zugewiesen:").first().waitFor();
  await takeStep(desk, "In Bearbeitung nehmen");
  await page.getByText("Bearbeitung begonnen").first().waitFor();
}

/** On paper nobody can do anything: no buttons, and no heading of what held only those. */
async function expectPrintable(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  assert.equal(
    await page.locator("main :is(button, input):visible").count(),
    0,
  );
  const bare = await page.evaluate(`
    [...document.querySelectorAll(".portal-workbench section.portal-section")]
      .filter((section) => section.checkVisibility())
      .map((section) => [section.querySelector("h2").innerText, section.innerText])
      .filter(([heading, all]) => heading.trim() === all.trim())
      .map(([heading]) => heading)
  `);
  assert.deepEqual(bare, []);
  await page.getByRole("heading", { name: "Angaben im Antrag" }).waitFor();
  await page.emulateMedia({ media: "screen" });
}

async function takeStep({ page, hand }: Desk, step: string): Promise<void> {
  await hand.tick(page.getByLabel(step, { exact: true }));
  await hand.press(button(page, "Speichern"));
}

async function askForHouseNumber({ page, hand, look }: Desk): Promise<void> {
  await hand.press(link(page, "Um Korrektur oder Nachweis bitten"));
  await hand.press(button(page, "Frage senden"));
  await page.getByText("Kreuzen Sie mindestens eine Angabe").first().waitFor();
  await hand.tick(page.getByLabel("Hausnummer").first());
  await hand.press(summary(page, "Hinweis zu „Hausnummer"));
  await hand.type(
    page.getByLabel("Ihr Hinweis zu „Hausnummer"),
    "Bitte so, wie sie am Haus steht.",
  );
  await look();
  await hand.press(button(page, "Frage senden"));
  await page.getByText("Rückfrage gestellt").first().waitFor();
}

async function correctHouseNumber(
  page: Page,
  look: () => Promise<void>,
): Promise<void> {
  await page.getByText("Bitte korrigieren Sie Ihre Angaben").waitFor();
  await look();
  await button(page, "Angaben korrigieren").click();
  await page.getByText("Sie haben noch nichts geändert").waitFor();
  await page.getByRole("link", { name: /: Hausnummer/ }).click();
  const houseNumber = page.getByLabel("Hausnummer", { exact: false });
  assert.equal(await houseNumber.inputValue(), "12 a");
  assert.equal(await page.getByLabel("Vorname").count(), 0);
  await page.getByText("Bisher: 12 a.").waitFor();
  await look();
  await houseNumber.fill("14 b");
  await button(page, "Weiter").click();
  await page.getByText("Das ändern Sie").first().waitFor();
  await look();
  await page.getByLabel("Meine Angaben sind richtig").check();
  await button(page, "Korrektur senden").click();
  await page.getByText("Ihre Korrektur ist angekommen").first().waitFor();
  await look();
}

async function askExpert(
  { page, hand, look }: Desk,
  expert: string,
): Promise<void> {
  await hand.press(summary(page, "Anfrage schreiben"));
  await hand.choose(page.getByLabel("Wer soll Stellung nehmen?"), expert);
  await hand.type(
    page.getByLabel("Frage", { exact: true }),
    "Gehört die Zwirbelgasse zum Gebiet?",
  );
  await hand.press(button(page, "Anfrage senden"));
  await page.getByText("Wartet auf Antwort").first().waitFor();
  await look();
}

async function askOtherAuthority(page: Page): Promise<void> {
  await summary(page, "Anfrage schreiben").click();
  await link(page, "Eine andere Behörde suchen und fragen").click();
  await page.getByRole("searchbox").fill("Ludwigslust-Parchim");
  await button(page, "Suchen").click();
  await expectAccessible(page);
  await link(page, /Landkreis Ludwigslust-Parchim/).click();
  await page
    .getByLabel("Frage", { exact: true })
    .fill("Liegt das Fahrzeug bei Ihnen still?");
  await button(page, "Anfrage senden").click();
  await page.getByText("Wartet auf Antwort").first().waitFor();
}

async function giveOpinion(page: Page): Promise<void> {
  await expectAccessible(page);
  await link(page, /Bewohnerparkausweis/).click();
  await page.getByText("Sie sehen nur, was für die Frage nötig ist").waitFor();
  assert.equal(await page.getByText("Quittkowski").count(), 0);
  await expectAccessible(page);
  await page.getByLabel("Ihre Stellungnahme").fill("Keine Bedenken.");
  await button(page, "Stellungnahme senden").click();
  await page.getByText("Niemand wartet auf Ihre Stellungnahme").waitFor();
}

async function write({ page, hand, look }: Desk): Promise<void> {
  await page.reload();
  await page.getByText("Keine Bedenken.").first().waitFor();
  await hand.tick(page.getByLabel("bewilligt", { exact: true }));
  await hand.press(button(page, "Bescheid schreiben"));
  await page.getByRole("heading", { name: "Bescheid schreiben" }).waitFor();
  await look();
  await hand.press(button(page, "Dokument erstellen"));
  await page.getByText("Eine zweite Person gibt frei").first().waitFor();
  await look();
}

async function release(
  page: Page,
  { home, reference }: { readonly home: string; readonly reference: string },
): Promise<void> {
  await page.goto(`${home}/arbeitsplatz/bescheide`);
  await link(page, reference).waitFor();
  await expectAccessible(page);
  await link(page, reference).click();
  await button(page, "Freigeben und bereitstellen").waitFor();
  await expectAccessible(page);
  await button(page, "Freigeben und bereitstellen").click();
  await page.getByText("PAdES").first().waitFor();
}

/** Opens the Bescheid: from then on it counts as retrieved. */
async function retrieve(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    link(page, /^Bescheid .*\.pdf/).click(),
  ]);
  assert.match(download.suggestedFilename(), /^Bescheid .*\.pdf$/);
}
