// The identity providers of the demo, in a process of their own, on samlify: none of our code decides what they sign or whom they believe.
// The one argument is a `DemoProvidersPlan` as JSON. Ends with whoever started it.
import { createServer, type IncomingMessage } from "node:http";
import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import { makeRsaKey } from "../../../platform/saml/self-signed-key.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import {
  demoProviderKeys,
  writeAnswer,
  type DemoProviderKey,
} from "./demo-answers.ts";
import { problemPage, releasePage, signInPage } from "./demo-pages.ts";
import { providerPeople } from "./demo-provider-people.ts";
import {
  hearPortal,
  openSession,
  showSignOut,
  tellPortal,
  type DemoSessions,
} from "./demo-sign-out.ts";
import { samlify, type SamlEntity } from "./saml-package.ts";

const plan = z
  .object({
    host: z.string(),
    port: z.number(),
    /** Of this process, as browsers reach it. */
    origin: z.url(),
    /** Where the portal says who it is, by provider. */
    portalMetadata: z.record(z.enum(demoProviderKeys), z.url()),
    /** Whoever gives up is led back to a portal under this host, and nowhere else. */
    portalDomain: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const http = createHttpClient();
const { privateKey, certificate } = makeRsaKey();

const baseOf = (key: DemoProviderKey) => `${plan.origin}/${key}`;

const reachedBy = (location: string, bindings: readonly string[]) =>
  bindings.map((binding) => ({
    Binding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
    Location: location,
  }));

/** BundID does not: signing out there is nothing. */
const keepsSession = (key: DemoProviderKey) => key !== "bundid";

function providerFor(key: DemoProviderKey): SamlEntity {
  const base = baseOf(key);
  return samlify.IdentityProvider({
    entityID: `${base}/metadata`,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
    signingCert: certificate,
    wantAuthnRequestsSigned: true,
    isAssertionEncrypted: true,
    requestSignatureAlgorithm:
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    dataEncryptionAlgorithm: "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    keyEncryptionAlgorithm: "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
    nameIDFormat: ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"],
    singleSignOnService: reachedBy(`${base}/sso`, [
      "HTTP-POST",
      "HTTP-Redirect",
    ]),
    ...(keepsSession(key) && {
      wantLogoutRequestSigned: true,
      wantLogoutResponseSigned: true,
      singleLogoutService: reachedBy(`${base}/slo`, ["HTTP-POST"]),
    }),
  });
}

const providers: Readonly<Record<DemoProviderKey, SamlEntity>> = {
  bundid: providerFor("bundid"),
  unternehmenskonto: providerFor("unternehmenskonto"),
};

const sessions: Readonly<Record<DemoProviderKey, DemoSessions>> = {
  bundid: new Map(),
  unternehmenskonto: new Map(),
};

async function portalEntity(key: DemoProviderKey): Promise<{
  readonly entity: SamlEntity;
  readonly audience: string;
  readonly address: string;
}> {
  const answer = await http.request({
    method: "GET",
    url: plan.portalMetadata[key],
  });
  if (answer.kind !== "answered") throw new Error(answer.kind);
  const metadata = answer.body.toString();
  const found = (pattern: RegExp) => pattern.exec(metadata)?.[1] ?? "";
  return {
    entity: samlify.ServiceProvider({
      metadata,
      wantLogoutRequestSigned: true,
      wantLogoutResponseSigned: true,
    }),
    audience: found(/entityID="([^"]+)"/),
    address: found(/AssertionConsumerService [^>]*Location="([^"]+)"/),
  };
}

const signInFields = z.object({
  person: z.string(),
  level: z.enum(["low", "substantial", "high"]),
});

/** Believes only a request that the portal signed with the key in its metadata. */
async function finish(
  key: DemoProviderKey,
  fields: URLSearchParams,
): Promise<string> {
  const chosen = signInFields.parse(Object.fromEntries(fields));
  const person = providerPeople.find((each) => each.key === chosen.person);
  if (!person) throw new Error("nobody of that name");
  const signIn = { person, level: chosen.level };
  const portal = await portalEntity(key);
  const request = await readSigned(key, portal.entity, fields);
  const sessionIndex = openSession(sessions[key], person.key);
  const { context, entityEndpoint } = await providers[key].createLoginResponse(
    portal.entity,
    request,
    "post",
    {},
    {
      customTagReplacement: () => ({
        id: "unused",
        context: writeAnswer({
          ...signIn,
          provider: key,
          issuer: `${baseOf(key)}/metadata`,
          audience: portal.audience,
          address: portal.address,
          requestId: request.extract.request.id,
          sessionIndex,
          // eslint-disable-next-line house/banned-syntax -- a program of its own: this is where its time comes in
          now: new Date(),
        }),
      }),
    },
  );
  return releasePage({
    provider: key,
    signIn,
    action: entityEndpoint,
    fields: new URLSearchParams({
      SAMLResponse: context,
      RelayState: fields.get("RelayState") ?? "",
    }),
  });
}

function readSigned(
  key: DemoProviderKey,
  portal: SamlEntity,
  fields: URLSearchParams,
) {
  const wasRedirected = fields.has("Signature");
  const signedNames = ["SAMLRequest", "RelayState", "SigAlg"];
  return providers[key].parseLoginRequest(
    portal,
    wasRedirected ? "redirect" : "post",
    wasRedirected
      ? {
          query: Object.fromEntries(fields),
          octetString: signedNames
            .filter((name) => fields.has(name))
            .map(
              (name) => `${name}=${encodeURIComponent(fields.get(name) ?? "")}`,
            )
            .join("&"),
        }
      : { body: { SAMLRequest: fields.get("SAMLRequest") ?? "" } },
  );
}

const askedLevels: readonly (readonly [string, ProvenLevel])[] = [
  ["STORK-QAA-Level-4", "high"],
  ["STORK-QAA-Level-3", "substantial"],
];

/** Read before the signature is checked: for show only. */
function askFor(key: DemoProviderKey, fields: URLSearchParams): string {
  const sent = Buffer.from(fields.get("SAMLRequest") ?? "", "base64");
  const request = (
    fields.has("Signature") ? inflateRawSync(sent) : sent
  ).toString();
  const back = /BackURL>([^<]+)</.exec(request)?.[1]?.replaceAll("&amp;", "&");
  return signInPage({
    provider: key,
    fields,
    neededLevel:
      askedLevels.find(([name]) => request.includes(name))?.[1] ?? "low",
    back: back !== undefined && isOfPortal(back) ? back : undefined,
  });
}

function isOfPortal(address: string): boolean {
  const url = URL.parse(address);
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  return isWeb && `.${url.host}`.endsWith(`.${plan.portalDomain}`);
}

const longestBody = 200_000;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longestBody) throw new Error("too long");
  }
  return new URLSearchParams(text);
}

type Answer =
  | { readonly type?: string; readonly text: string }
  | { readonly location: string };

async function answer(
  request: IncomingMessage,
  key: DemoProviderKey,
): Promise<Answer> {
  const url = new URL(request.url ?? "/", plan.origin);
  const isPost = request.method === "POST";
  const fields = isPost ? await bodyOf(request) : url.searchParams;
  switch (url.pathname.slice(`/${key}`.length)) {
    case "/metadata":
      return {
        type: "application/samlmetadata+xml",
        text: providers[key].getMetadata(),
      };
    case "/anmelden":
      return { text: await finish(key, fields) };
    case "/slo":
      return hearPortal(await signOutGround(key), fields);
    case "/abmelden":
      if (!keepsSession(key)) throw new Error("nothing to sign out of");
      return isPost
        ? tellPortal(await signOutGround(key), fields.get("session") ?? "")
        : showSignOut(await signOutGround(key));
    default:
      return { text: askFor(key, fields) };
  }
}

const signOutGround = async (key: DemoProviderKey) => ({
  key,
  provider: providers[key],
  portal: (await portalEntity(key)).entity,
  sessions: sessions[key],
});

const htmlType = "text/html; charset=utf-8";

process.stdin.on("end", () => process.exit());
process.stdin.resume();
createServer((request, response) => {
  const key = demoProviderKeys.find((each) =>
    request.url?.startsWith(`/${each}/`),
  );
  if (!key) {
    response.writeHead(404).end();
    return;
  }
  answer(request, key).then(
    (answered) => {
      if ("location" in answered) {
        response.writeHead(303, { location: answered.location }).end();
        return;
      }
      const { type = htmlType, text } = answered;
      response.writeHead(200, { "content-type": type }).end(text);
    },
    () => {
      response.writeHead(400, { "content-type": htmlType });
      response.end(problemPage(key));
    },
  );
}).listen(plan.port, plan.host, () => {
  process.stdout.write("ready\n");
});
