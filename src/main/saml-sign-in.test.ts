import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { RunningDemoProviders } from "../modules/federation/demo/start-demo-providers.ts";
import { offerSamlProviders } from "./testing/saml-providers.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const returnAddress = "/anmelden/rueckkehr/saml/bundid";

type Asking = {
  readonly level?: string;
  readonly query?: string;
  readonly from?: string;
};

void describe("signing in with SAML", () => {
  let portal: TestPortal;
  let provider: RunningDemoProviders;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    provider = await offerSamlProviders(portal);
  });
  after(async () => {
    await provider.stop();
    await portal.close();
  });

  /** From the button to the answer that the provider's page would post. */
  async function answerFor(
    visitor: Visitor,
    { level = "substantial", query = "", from = "bundid" }: Asking = {},
  ): Promise<string> {
    const out = await visitor.visit(`/anmelden/mit/${from}?${query}`);
    assert.equal(out.status, 200);
    assert.match(
      String(out.headers["content-security-policy"]),
      new RegExp(`form-action [^;]*${provider.origin}`),
    );
    const request = /name="SAMLRequest" value="([^"]+)"/.exec(out.text)?.[1];
    const answered = await fetch(`${provider.origin}/${from}/anmelden`, {
      method: "POST",
      body: new URLSearchParams({
        SAMLRequest: request ?? "",
        person: "erika",
        level,
      }),
    });
    const text = await answered.text();
    const response = /name="SAMLResponse" value="([^"]+)"/.exec(text)?.[1];
    assert.ok(response, text);
    return response;
  }

  /** Browsers send no cookies of ours along: the form is another site's. */
  const post = (response: string, path = returnAddress): Promise<Answer> =>
    visitorOf(portal, "").visit(path, {
      fields: {
        SAMLResponse: response,
        RelayState: "https://evil.example/",
      },
      headers: { origin: provider.origin, "sec-fetch-site": "cross-site" },
    });

  const pathIn = ({ status, headers }: Answer): string => {
    assert.equal(status, 303);
    const address = new URL(headers.location ?? "");
    assert.equal(address.origin, portal.baseUrl("grabow"));
    return address.pathname;
  };

  void test("leads back to the portal and page it was begun on, whatever RelayState says", async () => {
    const visitor = visitorOf(portal, "grabow");
    const query = "zurueck=%2Fkonto%2Fprofil";
    const back = pathIn(await post(await answerFor(visitor, { query })));
    const opened = await visitor.visit(back);
    assert.equal(opened.status, 303);
    assert.equal(opened.headers.location, "/konto/profil");
    const account = await visitor.visit("/konto");
    assert.equal(account.status, 200);
    assert.match(account.text, /Erika Mustermann/);
  });

  void test("an answer counts once, and not at all for another browser", async () => {
    const visitor = visitorOf(portal, "grabow");
    const response = await answerFor(visitor);
    const back = pathIn(await post(response));
    assert.equal((await post(response)).status, 404);

    const victim = visitorOf(portal, "grabow");
    await victim.visit("/anmelden/mit/bundid");
    assert.equal((await victim.visit(back)).status, 404);
    assert.equal((await visitor.visit(back)).status, 303);
    assert.equal((await visitor.visit(back)).status, 404);
  });

  void test("an answer that was changed, unasked for, or no answer signs nobody in", async () => {
    const visitor = visitorOf(portal, "grabow");
    const xml = Buffer.from(await answerFor(visitor), "base64").toString();
    const changed = xml.replace(
      /Destination="[^"]+"/,
      'Destination="http://x"',
    );
    const back = pathIn(await post(Buffer.from(changed).toString("base64")));
    const refused = await visitor.visit(back);
    assert.equal(refused.status, 400);
    assert.match(refused.text, /niemanden angemeldet/);
    assert.equal((await visitor.visit("/konto")).status, 303);

    for (const nothing of [
      "",
      "garbage",
      Buffer.from("<x/>").toString("base64"),
    ])
      assert.equal((await post(nothing)).status, 404);
    const unasked = xml.replaceAll(
      /InResponseTo="[^"]+"/g,
      'InResponseTo="_x"',
    );
    assert.equal(
      (await post(Buffer.from(unasked).toString("base64"))).status,
      404,
    );
  });

  void test("a level that is too low is explained, and leaves everything as it was", async () => {
    const visitor = visitorOf(portal, "grabow");
    const query = "niveau=high";
    const back = pathIn(
      await post(await answerFor(visitor, { level: "low", query })),
    );
    const told = await visitor.visit(back);
    assert.equal(told.status, 403);
    assert.match(told.text, /nicht sicher genug/);
  });

  void test("the Organisationskonto lets its person act for the organisation", async () => {
    const visitor = visitorOf(portal, "grabow");
    const from = "unternehmenskonto";
    const response = await answerFor(visitor, { from });
    const path = `/anmelden/rueckkehr/saml/${from}`;
    const opened = await visitor.visit(pathIn(await post(response, path)));
    assert.equal(opened.status, 303);
    const account = await visitor.visit("/konto");
    assert.match(account.text, /Muster Bau GmbH/);
    // The answer of one provider is nothing at another one's address.
    const other = await answerFor(visitor, { from });
    assert.equal((await post(other)).status, 404);
  });

  void test("our metadata is on the installation's host alone", async () => {
    const installation = visitorOf(portal, "");
    const path = "/anmelden/metadaten/bundid";
    const metadata = await installation.visit(path);
    assert.equal(metadata.status, 200);
    assert.equal(
      metadata.headers["content-type"],
      "application/samlmetadata+xml",
    );
    assert.ok(
      metadata.text.includes(
        `Location="${portal.baseUrl("")}${returnAddress}"`,
      ),
    );
    assert.equal(
      (await installation.visit("/anmelden/metadaten/nobody")).status,
      404,
    );
    assert.equal((await visitorOf(portal, "grabow").visit(path)).status, 404);
  });

  void test("logs no faults and nothing about the person", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, ["erika", "Mustermann", "MUSTERMANN", "bpk2-"]);
  });
});
