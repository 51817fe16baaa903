// A SAML identity provider in a process of its own, on samlify: none of our code decides what it says or whom it believes.
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import { z } from "zod";

/** The package is CommonJS, and its types need those of a browser. */
type Samlify = {
  readonly setSchemaValidator: (validator: {
    readonly validate: () => Promise<string>;
  }) => void;
  readonly IdentityProvider: (settings: object) => Entity;
  readonly ServiceProvider: (settings: object) => Entity;
};
type Entity = {
  readonly getMetadata: () => string;
  readonly parseLoginRequest: (
    from: Entity,
    binding: "post" | "redirect",
    request: object,
  ) => Promise<{
    readonly samlContent: string;
    readonly extract: { readonly request: { readonly id: string } };
  }>;
  readonly createLoginResponse: (
    ...given: readonly [
      to: Entity,
      request: object,
      binding: "post",
      user: object,
      options: object,
    ]
  ) => Promise<{ readonly context: string; readonly entityEndpoint: string }>;
};
const samlify = createRequire(import.meta.url)("samlify") as Samlify;
samlify.setSchemaValidator({ validate: () => Promise.resolve("skipped") });

const settings = z
  .object({
    port: z.number(),
    privateKey: z.string(),
    certificate: z.string(),
    portalMetadata: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const base = `http://localhost:${String(settings.port)}`;

const contexts = {
  low: "STORK-QAA-Level-1",
  substantial: "STORK-QAA-Level-3",
  high: "STORK-QAA-Level-4",
} as const;

const reachedBy = (path: string, bindings: readonly string[]) =>
  bindings.map((binding) => ({
    Binding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
    Location: `${base}${path}`,
  }));

const provider = samlify.IdentityProvider({
  entityID: `${base}/metadata`,
  privateKey: settings.privateKey,
  signingCert: settings.certificate,
  wantAuthnRequestsSigned: true,
  isAssertionEncrypted: true,
  requestSignatureAlgorithm:
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  dataEncryptionAlgorithm: "http://www.w3.org/2009/xmlenc11#aes256-gcm",
  keyEncryptionAlgorithm: "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
  nameIDFormat: ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"],
  singleSignOnService: reachedBy("/sso", ["HTTP-POST", "HTTP-Redirect"]),
  singleLogoutService: reachedBy("/slo", ["HTTP-Redirect"]),
});

type SignIn = {
  readonly person: string;
  readonly level: keyof typeof contexts;
};

const said = (name: string, value: string): string =>
  `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;

/** What the Organisationskonto says besides. */
const organisation = [
  said("DatenuebermittlerPseudonymId", "du-muster"),
  said("Firmenname", "Muster Bau GmbH"),
  said("RechtsformText", "GmbH"),
  said("ElsterVertrauensniveauIdentifizierung", "SUBSTANZIELL"),
  said("ElsterVertrauensniveauAuthentifizierung", "SUBSTANZIELL"),
  said(
    "HandelndePerson",
    "<Person><Vorname>Erika</Vorname><Name>Mustermann</Name></Person>",
  ),
].join("");

const oid = (number: string, value: string, trust = "HOCH"): string =>
  `<saml:Attribute Name="urn:oid:${number}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" akdb:TrustLevel="${trust}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;

/** What BundID says of a person; the package has no template with all of it. */
function writeResponse(
  portal: { readonly entityId: string; readonly address: string },
  request: { readonly id: string },
  { person, level }: SignIn,
): string {
  const now = new Date().toISOString();
  const until = new Date(Date.now() + 5 * 60_000).toISOString();
  const unique = () => `_${crypto.randomUUID()}`;
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${unique()}" Version="2.0" IssueInstant="${now}" Destination="${portal.address}" InResponseTo="${request.id}"><saml:Issuer>${base}/metadata</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:akdb="https://www.akdb.de/request/2018/09" ID="${unique()}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${base}/metadata</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${person}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${portal.address}" InResponseTo="${request.id}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${now}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${portal.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${now}" SessionIndex="${unique()}"><saml:AuthnContext><saml:AuthnContextClassRef>${contexts[level]}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${oid("1.3.6.1.4.1.25484.494450.3", `bpk2-${person}`, "NORMAL")}${oid("2.5.4.4", "MUSTERMANN")}${oid("2.5.4.42", person.toUpperCase())}${oid("1.2.40.0.10.2.1.1.55", "1964-08-12")}${organisation}</saml:AttributeStatement></saml:Assertion></samlp:Response>`;
}

async function portalEntity(): Promise<{
  readonly entity: Entity;
  readonly entityId: string;
  readonly address: string;
}> {
  const answer = await fetch(settings.portalMetadata);
  const metadata = await answer.text();
  return {
    entity: samlify.ServiceProvider({ metadata }),
    entityId: /entityID="([^"]+)"/.exec(metadata)?.[1] ?? "",
    address:
      /AssertionConsumerService [^>]*Location="([^"]+)"/.exec(metadata)?.[1] ??
      "",
  };
}

const form = (
  fields: URLSearchParams,
  inside: string,
  action: string,
): string =>
  `<!doctype html><html lang="de"><meta charset="utf-8"><title>Anmeldedienst</title><h1>Anmeldedienst</h1><form method="post" action="${action}">${[
    ...fields,
  ]
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
    )
    .join("")}${inside}</form></html>`;

const loginFields = `<label>Person <input name="person" value="erika"></label> <label>Niveau <select name="level">${Object.keys(
  contexts,
)
  .map((level) => `<option>${level}</option>`)
  .join("")}</select></label> <button>Anmelden</button>`;

/** Believes only a request that the portal signed with the key in its metadata. */
async function finish(fields: URLSearchParams): Promise<string> {
  const portal = await portalEntity();
  const wasRedirected = fields.has("Signature");
  const request = await provider.parseLoginRequest(
    portal.entity,
    wasRedirected ? "redirect" : "post",
    wasRedirected
      ? {
          query: Object.fromEntries(fields),
          octetString: ["SAMLRequest", "SigAlg"]
            .map(
              (name) => `${name}=${encodeURIComponent(fields.get(name) ?? "")}`,
            )
            .join("&"),
        }
      : { body: { SAMLRequest: fields.get("SAMLRequest") ?? "" } },
  );
  const signIn = z
    .object({
      person: z.string().regex(/^[a-z]+$/),
      level: z.enum(["low", "substantial", "high"]),
    })
    .parse(Object.fromEntries(fields));
  const { context, entityEndpoint } = await provider.createLoginResponse(
    portal.entity,
    request,
    "post",
    {},
    {
      customTagReplacement: () => ({
        id: "unused",
        context: writeResponse(portal, request.extract.request, signIn),
      }),
    },
  );
  return form(
    new URLSearchParams({
      SAMLResponse: context,
      RelayState: "https://evil.example/",
    }),
    "<button>Zurück zum Portal</button>",
    entityEndpoint,
  );
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

async function answer(request: IncomingMessage): Promise<{
  readonly type: string;
  readonly text: string;
}> {
  const url = new URL(request.url ?? "/", base);
  if (url.pathname === "/metadata")
    return {
      type: "application/samlmetadata+xml",
      text: provider.getMetadata(),
    };
  const fields =
    request.method === "POST" ? await bodyOf(request) : url.searchParams;
  const type = "text/html; charset=utf-8";
  return url.pathname === "/anmelden"
    ? { type, text: await finish(fields) }
    : { type, text: form(fields, loginFields, "/anmelden") };
}

createServer((request, response) => {
  answer(request).then(
    ({ type, text }) => {
      response.writeHead(200, { "content-type": type }).end(text);
    },
    (error: unknown) => {
      response.writeHead(500).end(String(error));
    },
  );
}).listen(settings.port, () => {
  process.stdout.write("ready\n");
});
