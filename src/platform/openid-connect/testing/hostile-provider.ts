import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
} from "jose";

/** What the next answers say instead of the truth. */
export type Lies = {
  /** Changes the claims of the ID token. */
  claims?: (honest: Record<string, unknown>) => Record<string, unknown>;
  /** Makes the token's text another one. */
  token?: (honest: string, make: Make) => string | Promise<string>;
  userInfo?: { readonly type?: string; readonly body: string };
  discovery?: (honest: Record<string, unknown>) => Record<string, unknown>;
  status?: number;
};

export type Make = {
  readonly claims: Record<string, unknown>;
  sign(claims: Record<string, unknown>, how?: Signing): Promise<string>;
};
export type Signing = {
  readonly kid?: string;
  readonly typ?: string;
  readonly with?: "own" | "foreign";
};

export type HostileProvider = {
  readonly issuer: string;
  readonly lies: Lies;
  beHonest(): void;
  /** The ID token goes to this nonce next. */
  expect(nonce: string, clientId: string): void;
  sign: Make["sign"];
  close(): void;
};

type Ground = {
  readonly issuer: () => string;
  readonly lies: Lies;
  readonly published: JWK;
  readonly expected: { nonce: string; clientId: string };
  readonly sign: Make["sign"];
};

/** A provider with a true key that lies as the test wants. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const own = await generateKeyPair("RS256", { extractable: true });
  const foreign = await generateKeyPair("RS256", { extractable: true });
  const lies: Lies = {};
  const expected = { nonce: "", clientId: "" };
  const at = { issuer: "" };
  const sign = signerOf({ own: own.privateKey, foreign: foreign.privateKey });
  const ground: Ground = {
    issuer: () => at.issuer,
    lies,
    expected,
    sign,
    published: {
      ...(await exportJWK(own.publicKey)),
      kid: "own",
      alg: "RS256",
      use: "sig",
    },
  };
  const server = createServer((request, reply) => {
    request.resume();
    void answer(ground, request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  at.issuer = `http://127.0.0.1:${String(address.port)}`;
  return {
    issuer: at.issuer,
    lies,
    beHonest: () => {
      delete lies.claims;
      delete lies.token;
      delete lies.userInfo;
      delete lies.discovery;
      delete lies.status;
    },
    sign,
    expect: (nonce, clientId) => Object.assign(expected, { nonce, clientId }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function signerOf(keys: Record<"own" | "foreign", CryptoKey>): Make["sign"] {
  return (claims, { kid = "own", typ, with: key = "own" } = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({
        alg: "RS256",
        kid,
        ...(typ !== undefined && { typ }),
      })
      .sign(keys[key]);
}

async function answer(
  ground: Ground,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const { lies } = ground;
  const send = (body: unknown, type = "application/json") =>
    reply
      .writeHead(lies.status ?? 200, { "content-type": type })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  switch (request.url) {
    case "/.well-known/openid-configuration":
      return void send(
        (lies.discovery ?? ((same) => same))(discoveryOf(ground)),
      );
    case "/keys":
      return void send({ keys: [ground.published] });
    case "/token":
      return void send({
        access_token: "zugang",
        token_type: "Bearer",
        id_token: await idTokenOf(ground),
      });
    default:
      return void send(
        lies.userInfo?.body ?? { sub: "erika", family_name: "Muster" },
        lies.userInfo?.type,
      );
  }
}

function discoveryOf({ issuer }: Ground): Record<string, unknown> {
  const at = issuer();
  return {
    issuer: at,
    authorization_endpoint: `${at}/authorize`,
    token_endpoint: `${at}/token`,
    jwks_uri: `${at}/keys`,
    userinfo_endpoint: `${at}/userinfo`,
    end_session_endpoint: `${at}/end`,
    // It would take anything; the portal must not.
    id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
  };
}

async function idTokenOf({
  issuer,
  lies,
  expected,
  sign,
}: Ground): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const honest = {
    iss: issuer(),
    sub: "erika",
    aud: expected.clientId,
    nonce: expected.nonce,
    iat: now,
    exp: now + 120,
    auth_time: now,
    acr: "loa-2",
  };
  const claims = lies.claims?.(honest) ?? honest;
  const token = await sign(claims);
  return lies.token ? await lies.token(token, { claims, sign }) : token;
}
