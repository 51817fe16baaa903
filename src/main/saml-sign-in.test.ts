import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { saveProvider } from "../modules/federation/index.ts";
import { bindToRedirect } from "../platform/saml/bind-message.ts";
import { makeRsaKey } from "../platform/saml/self-signed-key.ts";
import { logoutRequestMessage } from "../platform/saml/sign-out.ts";
import {
  assertionXml,
  encode,
  responseXml,
  signXml,
} from "../platform/saml/testing/identity-provider.ts";
import { federationPorts } from "./federation-ports.ts";
import { installationTenantId, systemActor } from "./services.ts";
import type { RunningDemoProviders } from "../modules/federation/demo/start-demo-providers.ts";
import { offerSamlProviders } from "./testing/saml-providers.ts";
import {
  messageIn,
  schoolMetadata,
  schoolStatement,
} from "./testing/saml-school.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

/** Any provider, by its metadata, with a sign-out; and what it says of Erika. */
async function offerSchool(portal: TestPortal, certificate: string) {
  const { services } = portal;
  const own = makeRsaKey();
  const saved = await saveProvider(
    services.contextFor({
      tenantId: await installationTenantId(services),
      actor: systemActor,
    }),
    federationPorts(services),
    {
      key: "uni",
      kind: "saml",
      name: { de: "Hochschule", en: "School" },
      description: { de: "Hochschule", en: "School" },
      assuranceLevel: "low",
      portalTenantId: undefined,
      settings: {
        configuration: {
          encrypted: false,
          metadata: schoolMetadata(certificate),
        },
        secrets: {
          privateKey: own.privateKey.export({ type: "pkcs8", format: "pem" }),
          certificate: own.certificate,
        },
      },
    },
  );
  assert.ok(saved.ok);
  const bare = portal.baseUrl("");
  return { bare, statement: (id: string) => schoolStatement(bare, "uni", id) };
}

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
    // She is new here, and is asked for an address first.
    const step = opened.headers.location ?? "";
    assert.equal(step, "/konto/sicherheit/adresse?weiter=%2Fkonto%2Fprofil");
    const asked = await visitor.visit(step);
    assert.match(asked.text, /Wohin dürfen wir Ihnen schreiben/);
    assert.match(
      asked.text,
      /href="\/konto\/profil"[^>]*>\s*[^<]*(?:<[^>]+>)?Ohne Adresse weiter/,
    );
    const sent = await visitor.visit("/konto/sicherheit/adresse", {
      fields: {
        email: "erika@example.org",
        weiter: "/konto/profil",
        password: "",
      },
    });
    const after = await visitor.follow(sent);
    assert.match(after.text, /unterwegs/);
    assert.match(after.text, /href="\/konto\/profil"/);
    const again = pathIn(await post(await answerFor(visitor, { query })));
    assert.equal(
      (await visitor.visit(again)).headers.location,
      "/konto/profil",
    );
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

  void test("an Organisationskonto that is linked in a surer session gives its organisation, and the session stays as sure", async () => {
    const visitor = visitorOf(portal, "grabow");
    const opening = await answerFor(visitor, { level: "high" });
    await visitor.visit(pathIn(await post(opening)));
    const from = "unternehmenskonto";
    const response = await answerFor(visitor, { from });
    const back = pathIn(
      await post(response, `/anmelden/rueckkehr/saml/${from}`),
    );
    assert.match((await visitor.visit(back)).text, /zu Ihrem Konto gehören/);
    const linked = await visitor.visit(back, {
      fields: { wahl: "verknuepfen" },
    });
    assert.equal(linked.status, 303, linked.text);
    const account = (await visitor.visit("/konto")).text;
    assert.match(account, /„hoch“/);
    assert.match(account, /Muster Bau GmbH/);
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

  void test("signing out reaches the provider, and one at the provider ends the session here", async () => {
    const key = makeRsaKey();
    const { bare, statement } = await offerSchool(portal, key.certificate);
    const signIn = async () => {
      const visitor = visitorOf(portal, "grabow");
      const out = await visitor.visit("/anmelden/mit/uni");
      const asked = messageIn(out.headers.location, "SAMLRequest");
      const id = / ID="([^"]+)"/.exec(asked)?.[1] ?? "";
      const xml = signXml(assertionXml(statement(id)), { key });
      const response = encode(responseXml(statement(id), xml));
      const back = pathIn(await post(response, "/anmelden/rueckkehr/saml/uni"));
      assert.equal((await visitor.visit(back)).status, 303);
      assert.equal((await visitor.visit("/konto")).status, 200);
      return visitor;
    };

    const leaving = await signIn();
    const left = await leaving.visit("/abmelden", { fields: {} });
    const offer = left.headers.location ?? "";
    assert.match((await leaving.visit(offer)).text, /Auch bei Hochschule/);
    const gone = await leaving.visit(`${offer}/weiter`);
    const address = new URL(gone.headers.location ?? "");
    assert.equal(address.origin, "https://idp.example");
    const asked = messageIn(address.href, "SAMLRequest");
    assert.match(asked, />erika<\/saml:NameID><samlp:SessionIndex>_session</);
    const state = address.searchParams.get("RelayState") ?? "";
    const home = await visitorOf(portal, "").visit(
      `/abmelden/rueckkehr/uni?SAMLResponse=x&RelayState=${state}`,
    );
    assert.equal(home.headers.location, `${portal.baseUrl("grabow")}/`);

    const staying = await signIn();
    const request = bindToRedirect(
      logoutRequestMessage({
        id: "_bye",
        issuedAt: new Date(),
        issuer: "https://idp.example",
        destination: `${bare}/abmelden/rueckkehr/uni`,
        nameId: { value: "erika", format: undefined },
        sessionIndex: "_session",
        relayState: "theirs",
      }),
      { ...key, algorithm: "rsa-sha256" },
    );
    assert.ok(request.binding === "redirect");
    const { pathname, search } = new URL(request.url);
    const stranger = visitorOf(portal, "");
    const changed = search.replace("theirs", "others");
    assert.equal((await stranger.visit(`${pathname}${changed}`)).status, 400);
    assert.equal((await staying.visit("/konto")).status, 200);
    const answered = await stranger.visit(`${pathname}${search}`);
    const answer = new URL(answered.headers.location ?? "");
    assert.equal(answer.origin, "https://idp.example");
    assert.equal(answer.searchParams.get("RelayState"), "theirs");
    assert.match(
      messageIn(answer.href, "SAMLResponse"),
      /InResponseTo="_bye".*status:Success/,
    );
    assert.equal((await staying.visit("/konto")).status, 303);
    assert.equal((await stranger.visit(`${pathname}${search}`)).status, 400);
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
