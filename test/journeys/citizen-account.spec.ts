import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { RunningDemoProviders } from "../../src/modules/federation/demo/start-demo-providers.ts";
import { offerSamlProviders } from "../../src/main/testing/saml-providers.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { goOn } from "./support/fill-in.ts";
import { startMailServer, type MailServer } from "./support/mail-server.ts";
import { samplePdf } from "./support/sample-files.ts";

const email = "erika@example.org";
const password = "drei Enten am Pfaffenteich";

void describe("one account for all portals", () => {
  let portal: TestPortal;
  let providers: RunningDemoProviders;
  let mail: MailServer;
  let browser: Browser;
  before(async () => {
    [mail, browser] = await Promise.all([startMailServer(), launchBrowser()]);
    portal = await startTestPortal({ variables: { SMTP_URL: mail.url } });
    providers = await offerSamlProviders(portal);
  });
  after(async () => {
    await browser.close();
    await providers.stop();
    await portal.close();
    await mail.stop();
  });

  const at = (label: string, path: string) => `${portal.baseUrl(label)}${path}`;

  void test("from registering in Grabow to deleting it in Schwerin", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    const look = () => expectAccessible(page);

    await page.goto(at("grabow", "/anmelden"));
    await look();
    await page.getByRole("link", { name: "Neues Konto anlegen" }).click();
    await look();
    await page.getByLabel("Ihr Name").fill("Erika Mustermann");
    await page.getByLabel("E-Mail-Adresse").fill(email);
    await page.getByLabel("Passwort").fill(password);
    await page.getByRole("button", { name: "Konto anlegen" }).click();
    await page.getByText("Sehen Sie in Ihr E-Mail-Postfach").waitFor();
    await look();
    await page.goto(await confirmationLink(mail));
    await look();
    await page.getByLabel("Passwort").fill(password);
    await page.getByRole("button", { name: "Bestätigen und anmelden" }).click();
    await page.getByText("Niveau „niedrig“").waitFor();
    await look();

    await page.goto(at("grabow", "/leistungen/hundesteuer/antrag"));
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    await page
      .getByText(/Schritt 1 von/)
      .first()
      .waitFor();
    await fillInHuntingLicence(page, {
      home: at("grabow", ""),
      look,
      describeOneself: typeOwnData,
    });

    await page.getByRole("link", { name: "Jetzt ausweisen" }).click();
    await look();
    await page.getByRole("link", { name: "Weiter mit BundID (Demo)" }).click();
    await proveOneself(page, { person: "Erika Mustermann", way: "eID", look });
    await page
      .getByText("Soll BundID (Demo) zu Ihrem Konto gehören?")
      .waitFor();
    await look();
    await page.getByRole("button", { name: "Verknüpfen und weiter" }).click();
    await page.getByText("Wer sendet").waitFor();
    await look();
    await send(page);
    await look();

    await goToSchwerin(page, { from: at("grabow", "/konto"), look });
    await page.goto(at("schwerin", "/antraege"));
    const rowOf = (text: string) =>
      page.getByRole("row").filter({ hasText: text });
    await rowOf("Jagdschein")
      .filter({ hasText: "Landkreis Ludwigslust-Parchim" })
      .waitFor();
    await rowOf("Hund").filter({ hasText: "Dort weiter ausfüllen" }).waitFor();
    await look();
    await page.goto(at("schwerin", "/konto/angaben"));
    await page.getByText("BundID (Demo)").first().waitFor();
    await look();

    await page.goto(at("schwerin", "/konto/nachweise"));
    await look();
    await page
      .getByRole("link", { name: "Verknüpfen: Unternehmenskonto" })
      .click();
    await proveOneself(page, { person: "Erika Mustermann", way: "eID", look });
    await page.getByRole("button", { name: "Verknüpfen und weiter" }).click();
    await page.goto(at("schwerin", "/konto/handeln-fuer"));
    await look();
    await page.getByLabel("für Muster Bau GmbH").check();
    await page.getByRole("button", { name: "Übernehmen" }).click();
    const actsFor = page.locator(".portal-account-bar strong");
    await actsFor.filter({ hasText: "Muster Bau GmbH" }).waitFor();
    await page.goto(at("schwerin", "/antraege"));
    await page.getByText("Noch keine Anträge").waitFor();
    await look();

    await page.goto(at("schwerin", "/konto/daten"));
    await look();
    await page.getByLabel("Ja, ich möchte mein Konto löschen.").check();
    await page.getByRole("button", { name: "Konto löschen" }).click();
    await page.getByText("Ihr Konto ist gelöscht").first().waitFor();
    await look();
    for (const label of ["schwerin", "grabow"]) {
      await page.goto(at(label, "/konto"));
      await page.getByRole("heading", { name: "Anmelden", level: 1 }).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  void test("without scripts, on a phone: sign in, apply, prove too little, then enough", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: false,
      width: 360,
    });
    const look = () => Promise.resolve();
    await page.goto(at("grabow", "/anmelden"));
    await page.getByLabel("E-Mail-Adresse").fill("wilhelm@konto.example");
    await page.getByLabel("Passwort").fill("Demo Leuchtturm 27");
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await page.getByText("Angemeldet als Wilhelm Muster").waitFor();
    await fillInHuntingLicence(page, {
      home: at("grabow", ""),
      look,
      describeOneself: takeOwnData,
    });

    for (const way of ["Zertifikat", "eID"]) {
      await page.getByRole("link", { name: "Jetzt ausweisen" }).click();
      await page
        .getByRole("link", { name: "Weiter mit BundID (Demo)" })
        .click();
      await page
        .getByRole("button", { name: "Weiter zu BundID (Demo)" })
        .click();
      await proveOneself(page, { person: "Wilhelm Muster", way, look });
      if (way === "eID") break;
      await page.getByText("nicht sicher genug").waitFor();
      await page
        .getByText("Was Sie schon eingegeben haben, ist noch da")
        .waitFor();
      await page.goto(at("grabow", "/leistungen/jagdschein/antrag/pruefen"));
    }
    await page.getByRole("button", { name: "Verknüpfen und weiter" }).click();
    await send(page);
    assert.deepEqual(complaints, []);
  });
});

type Look = () => Promise<void>;

async function confirmationLink(mail: MailServer): Promise<string> {
  const { raw } = await mail.waitFor(email, /bestaetigen/);
  // Quoted-printable (RFC 2045 section 6.7): long lines are broken with "=".
  const text = raw.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
  return (
    /https?:\S+\/bestaetigen\/[\w-]{43}/.exec(text)?.[0] ?? assert.fail(text)
  );
}

/** The county's form in the town's portal, from its page to the summary. */
async function fillInHuntingLicence(
  page: Page,
  {
    home,
    look,
    describeOneself,
  }: {
    readonly home: string;
    readonly look: Look;
    readonly describeOneself: (page: Page) => Promise<void>;
  },
): Promise<void> {
  await page.goto(`${home}/leistungen/jagdschein`);
  await page.getByText("Landkreis Ludwigslust-Parchim").first().waitFor();
  await look();
  await page.getByRole("link", { name: "Online beantragen" }).first().click();
  await page.getByText("Das genügt noch nicht").waitFor();
  await look();
  await page.getByRole("button", { name: "Antrag beginnen" }).click();

  await describeOneself(page);
  await look();
  await goOn(page);

  await page.getByLabel("Meinen ersten Jagdschein beantragen").check();
  await page.getByLabel("Drei Jagdjahre").check();
  await typeDate(page, "Ab wann soll er gelten?", ["1", "4", "2099"]);
  await look();
  await goOn(page);

  await page.getByLabel("Zeugnis der Jägerprüfung").setInputFiles(samplePdf());
  await typeInto(page, {
    "Name der Versicherung": "Jägerschutz",
    "Nummer des Vertrags": "4711",
  });
  await page.getByLabel("Nachweis der Versicherung").setInputFiles(samplePdf());
  await look();
  await goOn(page);

  for (const consent of await page.getByRole("checkbox").all())
    await consent.check();
  await look();
  await goOn(page);
  await page.getByText("Zum Senden brauchen Sie das Niveau „hoch“").waitFor();
  await page.getByText("90,00").first().waitFor();
  await look();
}

async function typeOwnData(page: Page): Promise<void> {
  await typeInto(page, {
    Vorname: "Erika",
    Familienname: "Mustermann",
    "E-Mail (freiwillig)": email,
    Geburtsort: "Berlin",
    Straße: "Am Markt",
    Hausnummer: "5",
    Postleitzahl: "19300",
    Ort: "Grabow",
  });
  await typeDate(page, "Geburtsdatum", ["12", "8", "1964"]);
}

/** The account knows this person: one consent instead of typing. */
async function takeOwnData(page: Page): Promise<void> {
  await page.getByText("Ihre Angaben einsetzen?").first().waitFor();
  await page.getByRole("button", { name: "Ja, einsetzen" }).click();
  const givenNames = page.getByRole("textbox", { name: "Vorname" });
  assert.equal(await givenNames.inputValue(), "Wilhelm");
}

/** Labels as they are read, with or without the mark for what is voluntary. */
async function typeInto(
  page: Page,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const main = page.getByRole("main");
  for (const [name, text] of Object.entries(texts))
    await main
      .getByRole("textbox", { name, exact: true })
      .or(main.getByRole("combobox", { name, exact: true }))
      .fill(text);
}

async function typeDate(
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole("group", { name });
  await group.getByLabel("Tag").fill(day);
  await group.getByLabel("Monat").fill(month);
  await group.getByLabel("Jahr").fill(year);
}

/** At the provider's own pages, and back. */
async function proveOneself(
  page: Page,
  {
    person,
    way,
    look,
  }: { readonly person: string; readonly way: string; readonly look: Look },
): Promise<void> {
  await page.getByText("Das ist kein echter Anmeldedienst").waitFor();
  await look();
  await page.getByLabel(person).check();
  await page.getByLabel(way).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByText("Diese Angaben gehen an das Portal").waitFor();
  await look();
  await page.getByRole("button", { name: "Zurück zum Portal" }).click();
}

async function send(page: Page): Promise<void> {
  await page.getByLabel(/Ich habe meine Angaben geprüft/).check();
  await page.getByRole("button", { name: "Antrag senden" }).click();
  await page.getByText("Ihr Antrag ist angekommen").first().waitFor();
}

/** By the account's own way between portals. */
async function goToSchwerin(
  page: Page,
  { from, look }: { readonly from: string; readonly look: Look },
): Promise<void> {
  await page.goto(from);
  await page.getByText("Niveau „hoch“").waitFor();
  await page
    .getByLabel("Portal", { exact: true })
    .selectOption({ label: "Landeshauptstadt Schwerin" });
  await page.getByRole("button", { name: "Dorthin wechseln" }).click();
  await page.getByRole("link", { name: "Weiter zum anderen Portal" }).click();
  await look();
  await page.getByRole("button", { name: "Weiter als Erika" }).click();
  await page.waitForURL(/schwerin.*\/konto/);
}
