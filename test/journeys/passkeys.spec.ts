import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { signedInPerson } from "../../src/modules/accounts/testing/signed-in-account.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { hashPassword } from "../../src/platform/crypto/password-hash.ts";
import { guest } from "../../src/platform/testing/test-database.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { fill } from "./support/fill-in.ts";
import { signIn } from "./support/sign-in.ts";

void describe("a citizen with a passkey", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  /** The cookie of somebody who has signed in at Schwerin. */
  const signInWithCookie = async (
    page: Page,
    account: { readonly passwordHash?: string } = {},
  ): Promise<void> => {
    const installation = await portal.portal("");
    const { tenantId } = await portal.portal("schwerin");
    const { token } = await signedInPerson(
      portal.services.contextFor({
        tenantId: installation.tenantId,
        actor: guest,
      }),
      { portalTenantId: tenantId, ...account },
    );
    await page
      .context()
      .addCookies([
        { name: "konto", value: token, url: portal.baseUrl("schwerin") },
      ]);
  };

  void test("sets it up, is confirmed at the counter with it, signs in with it, and keeps the last one", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    await addDevice(page);
    await signInWithCookie(page);
    const home = portal.baseUrl("schwerin");
    await page.goto(`${home}/konto/sicherheit/passkeys`);
    await page.getByText("Sie haben noch keinen Passkey").waitFor();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Passkey einrichten" }).click();
    await expectAccessible(page);
    await page.getByLabel("Name des Passkeys").fill("Mein Handy");
    await page
      .getByRole("button", { name: "Passkey jetzt einrichten" })
      .click();
    await page.getByText("Der Passkey ist eingerichtet").waitFor();
    await page.getByRole("heading", { name: "Mein Handy" }).waitFor();
    await expectAccessible(page);

    await page.getByText("Umbenennen").click();
    await page.getByLabel("Name", { exact: true }).fill("Altes Handy");
    await page.getByRole("button", { name: "Namen speichern" }).click();
    await page.getByRole("heading", { name: "Altes Handy" }).waitFor();

    const code = await codeForCounter(page, home);
    await confirmAtCounter(browser, home, code);
    await page.goto(`${home}/konto/sicherheit/ausweis`);
    await page.getByText("Am Schalter bestätigt am").waitFor();

    await page.context().clearCookies();
    await page.goto(`${home}/anmelden?zurueck=/konto/sicherheit/passkeys`);
    await page.getByRole("button", { name: "Mit Passkey anmelden" }).click();
    await page.getByRole("heading", { name: "Altes Handy" }).waitFor();
    assert.equal(new URL(page.url()).pathname, "/konto/sicherheit/passkeys");

    await page.getByRole("link", { name: "Entfernen" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Mit Passkey bestätigen" }).click();
    await page.getByText("Das ist Ihr einziger Weg").waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });

  void test("needs no codes, but who signs in by password may set them up", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const passwordHash = await hashPassword("drei Enten am Pfaffenteich");
    await signInWithCookie(page, { passwordHash });
    await page.goto(
      `${portal.baseUrl("schwerin")}/konto/sicherheit/zweiter-faktor`,
    );
    await expectAccessible(page);
    const start = page.getByRole("button", { name: "App einrichten" });
    await page.getByLabel("Ihr Passwort").fill("falsch");
    await start.click();
    await page.getByText("Das Passwort stimmt nicht").first().waitFor();
    await expectAccessible(page);
    await page.getByLabel("Ihr Passwort").fill("drei Enten am Pfaffenteich");
    await start.click();
    await page.getByRole("img", { name: /QR-Code/ }).waitFor();
    await expectAccessible(page);
    const key = (await page.locator("code").innerText()).replaceAll(/\s/g, "");
    const app = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByLabel("Code aus der App").fill(app.generate());
    await page.getByRole("button", { name: "Einrichtung abschließen" }).click();
    await page.getByText("nur dieses eine Mal").waitFor();
    assert.equal(await page.locator("li code").count(), 10);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Weiter", exact: true }).click();
    await page.getByText("Sie haben noch 10").waitFor();
    await expectAccessible(page);
    assert.deepEqual(complaints, []);
  });

  void test("is told when it does not work, and what to do without JavaScript", async () => {
    const home = portal.baseUrl("schwerin");
    const { page } = await openWindow(browser, { javaScriptEnabled: true });
    await addDevice(page);
    await page.route("**/anmelden/passkey/anfrage", (route) => route.abort());
    await page.goto(`${home}/anmelden`);
    await page.getByRole("button", { name: "Mit Passkey anmelden" }).click();
    await page.getByText("nicht geklappt oder wurde abgebrochen").waitFor();
    await expectAccessible(page);

    const plain = await openWindow(browser, { javaScriptEnabled: false });
    await signInWithCookie(plain.page);
    await plain.page.goto(`${home}/konto/sicherheit/passkeys`);
    await plain.page.getByText("Dieser Browser kann hier keine").waitFor();
  });
});

async function codeForCounter(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/konto/sicherheit/ausweis`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Code anzeigen" }).click();
  const code = await page.locator("code").innerText();
  assert.match(code, /^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  await expectAccessible(page);
  return code;
}

/** The officer's side: a code and an ID card, first with a mistake. */
async function confirmAtCounter(
  browser: Browser,
  home: string,
  code: string,
): Promise<void> {
  const { page, complaints } = await openWindow(browser, {
    javaScriptEnabled: true,
  });
  await page.goto(`${home}/arbeitsplatz/identitaet`);
  await signIn(page, "samira@schwerin.example");
  await page.goto(`${home}/arbeitsplatz/identitaet`);
  await expectAccessible(page);
  await fill(page, {
    code,
    familyName: "Beispiel",
    givenNames: "Xaveria",
    "dateOfBirth-day": "1",
    "dateOfBirth-month": "2",
    "dateOfBirth-year": "1990",
  });
  const confirm = page.getByRole("button", { name: /bestätigen/i });
  await confirm.click();
  await page.getByRole("alert").first().waitFor();
  await expectAccessible(page);
  await fill(page, { placeOfBirth: "Schwerin" });
  await confirm.click();
  await page.waitForURL(/bestaetigt/);
  await expectAccessible(page);
  assert.deepEqual(complaints, []);
}

/**
 * A device with a sensor that knows its owner, made by the browser's own test interface. It would take the offer among the suggestions of
 * the address field at once, without being asked, so there is none.
 */
async function addDevice(page: Page): Promise<void> {
  await page.addInitScript(
    "PublicKeyCredential.isConditionalMediationAvailable = async () => false",
  );
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
