import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { listAccesses } from "../modules/audit/index.ts";
import {
  walkThrough,
  type RunningProvider,
} from "../platform/openid-connect/testing/openid-provider.ts";
import { makeRsaKey } from "../platform/saml/self-signed-key.ts";
import {
  assertionXml,
  encode,
  responseXml,
  signXml,
  type Answer as Statement,
} from "../platform/saml/testing/identity-provider.ts";
import { systemActor } from "./services.ts";
import {
  clientSecret,
  startStateAccount,
} from "./testing/identity-provider.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { multipartForm, type Part } from "./testing/multipart.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import {
  messageIn,
  schoolMetadata,
  schoolStatement,
} from "./testing/saml-school.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const operatorsPage = "/betrieb/anmeldedienste";
const ownPage = "/verwaltung/anmeldedienste";

void describe("the pages of identity providers", () => {
  let portal: TestPortal;
  let op: RunningProvider;
  let operator: Visitor;
  let heike: Visitor;
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { IDENTITY_PROVIDER_HOSTS: "idp.example" },
    });
    op = await startStateAccount(portal);
    operator = await signedIn(portal, "");
    heike = await signedIn(portal, "schwerin", "verwaltung");
  });
  after(async () => {
    await op.stop();
    await portal.close();
  });

  const ways = async () =>
    (await visitorOf(portal, "schwerin").visit("/anmelden")).text;

  function countySettings(): Readonly<Record<string, string>> {
    return {
      art: "oidc",
      key: "kreis",
      nameDe: "Kreiskonto",
      descriptionDe: "Das Konto des Kreises.",
      level: "substantial",
      issuer: `${op.issuer}/.well-known/openid-configuration`,
      clientId: "openrathaus",
      clientSecret,
      scopes: "profile address",
      "levels.low": "loa-1",
      "levels.substantial": "loa-2",
      "attributes.familyName": "family_name",
      "attributes.town": "address.locality",
      "attributes.email": "email",
    };
  }

  /** From the link through the provider's page to the report. */
  async function tryCounty(acr: string, query = ""): Promise<Answer> {
    const out = await operator.visit(`${operatorsPage}/kreis/probe${query}`);
    assert.equal(out.status, 303, out.text);
    const back = await walkThrough(out.headers.location ?? "", {
      until: portal.baseUrl(""),
      fields: { login: "erika", acr, answer: "yes" },
    });
    const received = await visitorOf(portal, "").visit(
      `${back.pathname}${back.search}`,
    );
    const report = new URL(received.headers.location ?? "");
    assert.ok(report.pathname.startsWith(`${operatorsPage}/kreis/probe/`));
    return operator.visit(report.pathname);
  }

  void test("the operator adds a provider by its discovery address; it is offered only when released", async () => {
    const page = await operator.visit(`${operatorsPage}/neu?art=oidc`);
    assert.deepEqual(faultsOfPage(page), []);
    const wrong = await operator.visit(`${operatorsPage}/neu`, {
      fields: {
        ...countySettings(),
        nameDe: "",
        key: "Land!",
      },
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#nameDe"/);
    const unfit = await operator.visit(`${operatorsPage}/neu`, {
      fields: {
        ...countySettings(),
        issuer: "konto",
        "levels.low": "",
        "levels.substantial": "",
      },
    });
    assert.match(
      unfit.text,
      /href="#issuer"[\s\S]*href="#levels"|href="#levels"[\s\S]*href="#issuer"/,
    );
    assert.deepEqual(faultsOfPage(unfit), []);
    const taken = await operator.visit(`${operatorsPage}/neu`, {
      fields: { ...countySettings(), key: "land" },
    });
    assert.match(taken.text, /Diesen Kurznamen gibt es schon/);

    const added = await operator.visit(`${operatorsPage}/neu`, {
      fields: countySettings(),
    });
    assert.equal(added.status, 303, added.text);
    const own = await operator.follow(added);
    assert.match(own.text, /noch nicht angeboten/);
    assert.deepEqual(faultsOfPage(own), []);
    assert.doesNotMatch(await ways(), /Kreiskonto/);
    for (const shown of [
      unfit,
      own,
      await operator.visit(`${operatorsPage}/kreis/aendern`),
    ])
      assert.doesNotMatch(shown.text, new RegExp(clientSecret));
  });

  void test("a trial shows what arrived and what an account would get, and signs nobody in", async () => {
    const report = await tryCounty("loa-2");
    assert.equal(report.status, 200);
    assert.match(report.text, /Diese Anmeldung würde gelten/);
    assert.match(report.text, /Erika Mustermann|Mustermann mit dem Niveau/);
    assert.match(report.text, /address\.locality<\/td>\s*<td[^>]*>Grabow/);
    assert.match(report.text, /E-Mail-Adresse[\s\S]{0,300}kam nicht an/);
    assert.match(report.text, /birthdate[\s\S]{0,100}1964-08-12/);
    assert.deepEqual(faultsOfPage(report), []);
    assert.equal(operator.cookies.has("konto"), false);
    const unmapped = await tryCounty("loa-3");
    assert.match(
      unmapped.text,
      /würde nicht gelten[\s\S]*hier nicht zugeordnet/,
    );
    assert.match(unmapped.text, /loa-3/);
  });

  void test("nobody else sees a report, and its token opens no session", async () => {
    const out = await operator.visit(`${operatorsPage}/kreis/probe`);
    const back = await walkThrough(out.headers.location ?? "", {
      until: portal.baseUrl(""),
      fields: { login: "erika", acr: "loa-2", answer: "yes" },
    });
    const received = await visitorOf(portal, "").visit(
      `${back.pathname}${back.search}`,
    );
    const { pathname } = new URL(received.headers.location ?? "");
    const other = await signedIn(portal, "");
    assert.equal((await other.visit(pathname)).status, 404);
    const token = pathname.split("/").at(-1) ?? "";
    const completion = `/anmelden/abschluss/${token}`;
    assert.equal((await operator.visit(completion)).status, 404);
    assert.equal((await operator.visit(pathname)).status, 200);
  });

  void test("a change keeps the secret and the state; then the provider is released", async () => {
    const { clientSecret: _secret, key: _key, ...settings } = countySettings();
    const changed = await operator.visit(`${operatorsPage}/kreis/aendern`, {
      fields: { ...settings, "levels.substantial": "loa-2\nloa-3" },
    });
    assert.equal(changed.status, 303, changed.text);
    assert.match((await tryCounty("loa-3")).text, /würde gelten/);
    const offered = await operator.visit(`${operatorsPage}/kreis/angebot`, {
      fields: { anbieten: "true" },
    });
    assert.equal(offered.status, 303);
    assert.match(await ways(), /Weiter mit Kreiskonto/);
    const list = await operator.visit(operatorsPage);
    assert.deepEqual(faultsOfPage(list), []);
  });

  const idp = makeRsaKey();
  const settingsOfSchool = (metadata: string): readonly Part[] => [
    { name: "art", content: "saml" },
    { name: "key", content: "uni" },
    { name: "nameDe", content: "Hochschule" },
    { name: "descriptionDe", content: "Mit dem Konto der Hochschule." },
    { name: "encrypted", content: "false" },
    { name: "level", content: "high" },
    { name: "attributes.familyName", content: "urn:oid:2.5.4.4" },
    {
      name: "metadata",
      filename: "idp.xml",
      type: "text/xml",
      content: metadata,
    },
  ];
  const send = (visitor: Visitor, path: string, parts: readonly Part[]) =>
    visitor.visit(path, multipartForm(parts));

  void test("an administrator sets up one for the own portal: low, and on released hosts only", async () => {
    assert.deepEqual(faultsOfPage(await heike.visit(`${ownPage}/neu`)), []);
    const elsewhere = schoolMetadata(idp.certificate).replaceAll(
      "https://idp.example/sso",
      "https://intern.example/sso",
    );
    const refused = await send(
      heike,
      `${ownPage}/neu`,
      settingsOfSchool(elsewhere),
    );
    assert.match(refused.text, /nicht freigegeben: intern\.example/);
    const added = await send(
      heike,
      `${ownPage}/neu`,
      settingsOfSchool(schoolMetadata(idp.certificate)),
    );
    assert.equal(added.status, 303, added.text);
    const list = await heike.visit(ownPage);
    assert.match(list.text, /Hochschule[\s\S]*niedrig[\s\S]*Schwerin/);
    assert.doesNotMatch(list.text, /Kreiskonto/);
    for (const path of ["land", "kreis", "land/aendern", "land/probe"])
      assert.equal((await heike.visit(`${ownPage}/${path}`)).status, 404, path);
    const lent = await heike.visit(`${ownPage}/land/angebot`, {
      fields: { anbieten: "false" },
    });
    assert.equal(lent.status, 404);
  });

  async function trySchool(change: Partial<Statement>): Promise<Answer> {
    const out = await heike.visit(`${ownPage}/uni/probe?niveau=low`);
    const asked = messageIn(out.headers.location, "SAMLRequest");
    const id = / ID="([^"]+)"/.exec(asked)?.[1] ?? "";
    const said = {
      ...schoolStatement(portal.baseUrl(""), "uni", id),
      ...change,
    };
    const xml = signXml(assertionXml(said), { key: idp });
    const received = await visitorOf(portal, "").visit(
      "/anmelden/rueckkehr/saml/uni",
      {
        fields: { SAMLResponse: encode(responseXml(said, xml)) },
        headers: {
          origin: "https://idp.example",
          "sec-fetch-site": "cross-site",
        },
      },
    );
    return heike.visit(new URL(received.headers.location ?? "").pathname);
  }

  void test("a trial names every check that failed, in plain words", async () => {
    assert.match((await trySchool({})).text, /würde gelten[\s\S]*MUSTERMANN/);
    const report = await trySchool({
      audience: "https://other.example",
      recipient: "https://other.example/acs",
      issuer: "https://evil.example",
      authnInstant: "2020-01-01T00:00:00.000Z",
    });
    for (const told of [
      /von einem anderen Aussteller/,
      /für ein anderes Portal/,
      /für einen anderen Empfänger/,
      /nicht neu ausgewiesen/,
      /MUSTERMANN/,
    ])
      assert.match(report.text, told);
    assert.deepEqual(faultsOfPage(report), []);
  });

  void test("what the operator has raised only the operator changes", async () => {
    const raised = await send(operator, `${operatorsPage}/uni/aendern`, [
      ...settingsOfSchool(schoolMetadata(idp.certificate)),
      { name: "portal", content: (await portal.portal("schwerin")).tenantId },
      { name: "renewsKey", content: "true" },
    ]);
    assert.equal(raised.status, 303, raised.text);
    assert.match(
      (await heike.visit(`${ownPage}/uni`)).text,
      /macht deshalb der Betrieb/,
    );
    assert.equal((await heike.visit(`${ownPage}/uni/aendern`)).status, 403);
    const change = await send(
      heike,
      `${ownPage}/uni/aendern`,
      settingsOfSchool(schoolMetadata(idp.certificate)),
    );
    assert.equal(change.status, 403);
    // The new key is published beside the one before.
    const own = await visitorOf(portal, "").visit("/anmelden/metadaten/uni");
    assert.equal(own.text.match(/use="signing"/g)?.length, 2);
  });

  void test("it is written down at the installation and at the authority; caseworkers and guests are kept out", async () => {
    const kevin = await signedIn(portal, "schwerin");
    assert.equal((await kevin.visit(ownPage)).status, 403);
    assert.equal(
      (await visitorOf(portal, "schwerin").visit(ownPage)).status,
      303,
    );
    assert.equal((await heike.visit(operatorsPage)).status, 404);
    const { services } = portal;
    for (const label of ["", "schwerin"]) {
      const { tenantId } = await portal.portal(label);
      const context = services.contextFor({ tenantId, actor: systemActor });
      const done = await context.transaction((db) =>
        listAccesses(context, db, {
          subject: { kind: "identity-provider", id: "uni" },
          actions: ["identity-provider.saved", "identity-provider.tried"],
        }),
      );
      assert.deepEqual(
        done.map(({ action }) => action.replace("identity-provider.", "")),
        label === ""
          ? ["saved", "tried", "tried", "saved"]
          : ["tried", "tried", "saved"],
      );
    }
    assertNoFaults(portal);
    assertNotLogged(portal, ["Mustermann", "MUSTERMANN", clientSecret]);
  });
});
