import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "../../../../platform/http-client/http-client.ts";
import { makeRsaKey } from "../../../../platform/saml/self-signed-key.ts";
import type { AssuranceLevel } from "../../../accounts/index.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import type {
  ProtocolMoment,
  SignInProtocol,
} from "../../domain/sign-in-protocol.ts";
import {
  startDemoProviders,
  type RunningDemoProviders,
} from "../../demo/start-demo-providers.ts";
import { freePort } from "../../../../main/testing/free-port.ts";
import { samlProtocols } from "./saml-protocol.ts";

const ours = makeRsaKey();

const moment = (): ProtocolMoment => ({
  now: new Date(),
  signal: AbortSignal.timeout(3_000),
  returnAddress: "http://localhost:9/anmelden/rueckkehr/saml/idp",
  signedOutAddress: "http://localhost:9/abgemeldet",
  installationAddress: "http://localhost:9",
});

function providerOf(
  kind: "saml" | "bundid",
  configuration: Record<string, unknown>,
): IdentityProvider {
  return {
    key: "idp",
    kind,
    name: { de: "IdP", en: "IdP" },
    description: { de: "", en: "" },
    configuration,
    secrets: {
      privateKey: ours.privateKey.export({ type: "pkcs8", format: "pem" }),
      certificate: ours.certificate,
    },
    assuranceLevel: "high",
    portalTenantId: undefined,
    isEnabled: true,
    updatedAt: new Date(0),
  };
}

void describe("a SAML identity provider of another maker, in a process of its own", () => {
  const http = createHttpClient();
  const protocols = samlProtocols({ http, plainHttp: "to-this-machine" });
  let peer: RunningDemoProviders;
  let shown = "";
  const metadataServer = createServer((_, response) => response.end(shown));
  before(async () => {
    metadataServer.listen(0);
    await once(metadataServer, "listening");
    const address = metadataServer.address();
    assert.ok(typeof address === "object" && address);
    const port = await freePort();
    const portalMetadata = `http://localhost:${String(address.port)}/`;
    const started = await startDemoProviders({
      host: "localhost",
      port,
      origin: `http://localhost:${String(port)}`,
      portalMetadata: {
        bundid: portalMetadata,
        unternehmenskonto: portalMetadata,
      },
      portalDomain: "localhost:9",
    });
    assert.ok(started);
    peer = started;
  });
  after(async () => {
    await peer.stop();
    metadataServer.close();
    http.close();
  });

  const protocolOf = ({ kind }: IdentityProvider): SignInProtocol => {
    const found = protocols.find(({ kinds }) => kinds.includes(kind));
    assert.ok(found);
    return found;
  };

  /** From the button to the checked answer, with what a browser would carry. */
  async function signIn(
    provider: IdentityProvider,
    level: AssuranceLevel,
    neededLevel: AssuranceLevel,
  ) {
    const protocol = protocolOf(provider);
    shown = protocol.ownMetadata?.(provider, moment()) ?? "";
    const begun = await protocol.begin(
      provider,
      {
        neededLevel,
        reauthenticates: false,
        locale: "de",
        authorityName: "Stadt Grabow",
        backAddress: "http://grabow.localhost:9/anmelden",
      },
      moment(),
    );
    assert.ok(begun.ok, JSON.stringify(begun));
    const { way } = begun.value;
    const fields =
      way.kind === "form"
        ? Object.entries(way.fields)
        : [...new URL(way.address).searchParams];
    const answered = await fetch(`${peer.origin}/bundid/anmelden`, {
      method: "POST",
      body: new URLSearchParams([
        ...fields,
        ["person", "erika"],
        ["level", level],
      ]),
    });
    const page = await answered.text();
    const response = /name="SAMLResponse" value="([^"]+)"/.exec(page)?.[1];
    assert.ok(response, page);
    const parameters = new URLSearchParams({ SAMLResponse: response });
    assert.equal(protocol.requestNameOf(parameters), begun.value.requestName);
    return protocol.complete(
      provider,
      {
        parameters,
        secrets: begun.value.secrets,
        neededLevel,
        reauthenticates: false,
        beganAt: new Date(),
      },
      moment(),
    );
  }

  const bundid = () =>
    providerOf("bundid", {
      metadataAddress: `${peer.origin}/bundid/metadata`,
      onlineServiceId: "BMI-0000",
    });

  void test("signs in by a posted request with RSASSA-PSS, as BundID", async () => {
    const done = await signIn(bundid(), "high", "substantial");
    assert.ok(done.ok, JSON.stringify(done));
    const { subject, assuranceLevel, displayName } = done.value.identity;
    assert.deepEqual(
      [subject, assuranceLevel, displayName],
      ["bpk2-erika", "high", "Erika Mustermann"],
    );
  });

  void test("signs in by a redirected request, as any other provider", async () => {
    const plain = providerOf("saml", {
      metadataAddress: `${peer.origin}/bundid/metadata`,
      levels: { "STORK-QAA-Level-3": "substantial" },
      attributes: { familyName: "urn:oid:2.5.4.4" },
    });
    const done = await signIn(plain, "substantial", "substantial");
    assert.ok(done.ok, JSON.stringify(done));
    const { subject, values } = done.value.identity;
    assert.equal(subject, "erika");
    assert.deepEqual(values, [
      {
        attribute: "familyName",
        value: "Mustermann",
        assuranceLevel: "substantial",
      },
    ]);
  });

  void test("a lower level than needed is told apart", async () => {
    assert.deepEqual(await signIn(bundid(), "low", "high"), {
      ok: false,
      refusal: { kind: "level-not-reached" },
    });
  });

  void test("is found to answer, and is missed when it does not", async () => {
    const protocol = protocolOf(bundid());
    assert.ok((await protocol.probe(bundid(), moment())).ok);
    const inspected = await protocol.inspect(bundid(), moment());
    assert.deepEqual(inspected.checks, [
      { check: "metadata", finding: undefined },
      { check: "reachable", finding: undefined },
      {
        check: "key-length",
        finding: "short-key: RSA 2048",
        isAdvice: true,
      },
    ]);
    const gone = providerOf("bundid", {
      metadataAddress: "http://localhost:1/metadata",
      onlineServiceId: "BMI-0000",
    });
    const missed = await protocol.probe(gone, moment());
    assert.ok(!missed.ok && missed.refusal.kind === "unavailable");
  });

  void test("metadata is not read from another machine without https", async () => {
    const careless = providerOf("saml", {
      metadataAddress: "http://idp.example/metadata",
    });
    assert.deepEqual(await protocolOf(careless).probe(careless, moment()), {
      ok: false,
      refusal: { kind: "refused", reason: "address-not-allowed" },
    });
  });
});
