import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { startStateAccount } from "../../src/main/testing/identity-provider.ts";
import { offerSamlProviders } from "../../src/main/testing/saml-providers.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import type { RunningDemoProviders } from "../../src/modules/federation/demo/start-demo-providers.ts";
import type { RunningProvider } from "../../src/platform/openid-connect/testing/openid-provider.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
  type Window,
} from "./support/browser.ts";

void describe("a citizen signs in elsewhere", () => {
  let portal: TestPortal;
  let op: RunningProvider;
  let saml: RunningDemoProviders;
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    portal = await startTestPortal();
    op = await startStateAccount(portal);
    saml = await offerSamlProviders(portal);
  });
  after(async () => {
    await browser.close();
    await op.stop();
    await saml.stop();
    await portal.close();
  });

  void test("with the state's account: changes their mind, comes back, on two portals, and out of both", async () => {
    const window = await openWindow(browser, { javaScriptEnabled: true });
    const { page } = window;
    const schwerin = portal.baseUrl("schwerin");
    await page.goto(`${schwerin}/konto`);
    await expectAccessible(page);
    await page
      .getByRole("link", { name: "Weiter mit Servicekonto MV" })
      .click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("abgebrochen").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Andere Wege zeigen" }).click();
    await signIn(page, { level: "loa-2" });
    await page.getByText("Wohin dürfen wir Ihnen schreiben?").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Ohne Adresse weiter" }).click();
    await page.getByText("Angemeldet als Erika Mustermann").waitFor();

    await page.goto(`${schwerin}/anmelden?niveau=high&zurueck=/konto`);
    await page.getByText("mit dem Niveau „hoch“").waitFor();
    await expectAccessible(page);
    await signIn(page, { level: "loa-3" });
    await page.getByText("Niveau „hoch“").waitFor();

    // The provider knows the person by now: the county's portal asks for nothing.
    const lup = portal.baseUrl("lup");
    await page.goto(`${lup}/konto`);
    await page
      .getByRole("link", { name: "Weiter mit Servicekonto MV" })
      .click();
    await page.getByText("Angemeldet als Erika Mustermann").waitFor();
    assert.ok(page.url().startsWith(`${lup}/konto`));

    await signOutHere(page, schwerin);
    await expectAccessible(page);
    await signOutThere(page, schwerin);
    await page.goto(`${lup}/konto`);
    await page.getByRole("heading", { name: "Anmelden", level: 1 }).waitFor();
    assertOnlyProvider(window);
  });

  void test("by SAML: a step up, out of the portal and the provider, and out by the provider's own page", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    const home = portal.baseUrl("grabow");
    const atProvider = `${saml.origin}/unternehmenskonto/abmelden`;
    await page.goto(`${home}/konto`);
    await signInAsCompany(page, "Zertifikat");
    await page.getByRole("link", { name: "Ohne Adresse weiter" }).click();
    await page.getByText("Niveau „substanziell“").waitFor();
    await page.goto(`${home}/anmelden?niveau=high&zurueck=/konto`);
    await signInAsCompany(page, "eID");
    await page.getByText("Niveau „hoch“").waitFor();

    await signOutHere(page, home);
    await page
      .getByRole("link", { name: "Auch bei Unternehmenskonto (Demo) abmelden" })
      .click();
    await page.getByText("Was möchten Sie erledigen?").waitFor();
    await page.goto(atProvider);
    await page.getByText("Hier ist niemand angemeldet").waitFor();

    await page.goto(`${home}/konto`);
    await signInAsCompany(page, "Zertifikat");
    await page.getByText("Niveau „substanziell“").waitFor();
    await page.goto(atProvider);
    await page.getByRole("button", { name: "Überall abmelden" }).click();
    await page.getByText("Sie sind überall abgemeldet").waitFor();
    await page.goto(`${home}/konto`);
    await page.getByRole("heading", { name: "Anmelden", level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
  });
});

/** Whatever the browser complained about, but for the way to the provider. */
function assertOnlyProvider({ complaints }: Window): void {
  assert.deepEqual(
    complaints.filter((complaint) => complaint !== "request to 127.0.0.1"),
    [],
  );
}

/** From the sign-in page through the provider's pages. */
async function signIn(
  page: Page,
  { level }: { readonly level: string },
): Promise<void> {
  await page.getByRole("link", { name: "Weiter mit Servicekonto MV" }).click();
  await page.getByLabel("Login").fill("erika");
  await page.getByLabel("Level").fill(level);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** From the sign-in page through the pages of the SAML provider. */
async function signInAsCompany(page: Page, way: string): Promise<void> {
  await page
    .getByRole("link", { name: "Weiter mit Unternehmenskonto (Demo)" })
    .click();
  await page.getByText("Das ist kein echter Anmeldedienst").waitFor();
  await page.getByLabel("Erika Mustermann").check();
  await page.getByLabel(way).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Zurück zum Portal" }).click();
}

async function signOutHere(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/konto`);
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page
    .getByRole("heading", { name: "Sie sind hier abgemeldet" })
    .waitFor();
}

async function signOutThere(page: Page, home: string): Promise<void> {
  await page
    .getByRole("link", { name: "Auch bei Servicekonto MV abmelden" })
    .click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${home}/`);
}
