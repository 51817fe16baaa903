import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, privateEncrypt, X509Certificate } from "node:crypto";
import { generateSeal } from "../local-signature.ts";
import type { SealService } from "../seal-service.ts";

/**
 * What the fake does: `works`; `down` answers 503; `refuses` says 403, as for a seal that was revoked; `garbles` answers with what is no JSON;
 * `wrong-key` signs with another key than the certificate's; `hangs` answers never.
 */
export type ServiceMood =
  | "works"
  | "down"
  | "refuses"
  | "garbles"
  | "wrong-key"
  | "hangs";

export type FakeSealService = {
  readonly settings: SealService;
  /** From the next call on. */
  setMood(mood: ServiceMood): void;
  /** Methods that were called. */
  readonly calls: readonly string[];
  close(): Promise<void>;
};

/** A seal service of the Cloud Signature Consortium's API 2.0 on this machine, with a key of its own (RSA). */
export async function startFakeSealService(): Promise<FakeSealService> {
  const seal = generateSeal("Qualifiziertes Siegel (Test)", new Date(), "rsa");
  const other = generateSeal("Jemand anderes", new Date(), "rsa");
  const calls: string[] = [];
  let mood: ServiceMood = "works";
  const answers: Readonly<Record<string, (body: Asked) => unknown>> = {
    "oauth2/token": ({ client_secret }) =>
      client_secret === "geheim" ? { access_token: "token" } : undefined,
    "credentials/info": ({ credentialID }) =>
      credentialID === "siegel-1"
        ? {
            cert: {
              certificates: [
                new X509Certificate(seal.certificates).raw.toString("base64"),
              ],
            },
          }
        : undefined,
    "credentials/authorize": ({ authData, hashes }) =>
      authData?.[0]?.value === "1234"
        ? { SAD: `for ${hashes?.[0] ?? ""}` }
        : undefined,
    "signatures/signHash": ({ hashes, SAD }) =>
      SAD === `for ${hashes?.[0] ?? ""}`
        ? { signatures: [signatureOf(hashes?.[0] ?? "")] }
        : undefined,
  };
  const signatureOf = (hash: string): string =>
    signDigest(
      mood === "wrong-key" ? other.key : seal.key,
      Buffer.from(hash, "base64"),
    ).toString("base64");
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>)
        chunks.push(chunk);
      const method = (request.url ?? "").replace("/csc/v2/", "");
      calls.push(method);
      if (mood === "hangs") return;
      if (mood === "garbles") return response.end("<html>");
      if (mood === "down") return response.writeHead(503).end();
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
      const answer = mood === "refuses" ? undefined : answers[method]?.(body);
      response.writeHead(answer === undefined ? 403 : 200, {
        "content-type": "application/json",
      });
      return response.end(JSON.stringify(answer ?? { error: "access_denied" }));
    })();
  });
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      url: `http://127.0.0.1:${String(port)}`,
      clientId: "portal",
      clientSecret: "geheim",
      credentialId: "siegel-1",
      pin: "1234",
    },
    setMood: (next) => {
      mood = next;
    },
    calls,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
}

type Asked = {
  readonly client_secret?: string;
  readonly credentialID?: string;
  readonly SAD?: string;
  readonly hashes?: readonly string[];
  readonly authData?: readonly { readonly value: string }[];
};

/** A digest becomes a signature as the module of a service makes it: DigestInfo of SHA-256 in front (RFC 8017, 9.2). */
function signDigest(key: string, digest: Buffer): Buffer {
  const info = Buffer.from("3031300d060960864801650304020105000420", "hex");
  return privateEncrypt(
    { key, padding: constants.RSA_PKCS1_PADDING },
    Buffer.concat([info, digest]),
  );
}
