import { SignJWT } from "jose";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Answer, Call, LocalService } from "./local-types.ts";

const area = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";

const services = z.object({
  publicServices: z.array(z.object({ identifier: z.string() })),
});

/** The routing service beside it, for everybody; undefined: something else was asked for. @see Routing API 2.0.0 */
export async function routeOfRouting(
  local: LocalService,
  { method, path, query }: Call,
): Promise<Answer | undefined> {
  if (method !== "GET") return undefined;
  if (path === "/portal/.well-known/jwks.json")
    return { status: 200, json: { keys: [portalKey(local)] } };
  if (path !== "/routing/v1/routes") return undefined;
  const leikaKey = query.get("leikaKey") ?? "";
  const ars = query.get("ars") ?? "";
  if (!/^99\d{12}$/.test(leikaKey) || !/^\d{2,12}$/.test(ars))
    return { status: 400, json: { title: "Bad Request", status: 400 } };
  const isKnown =
    identifiersOf(local).some((it) => it.endsWith(leikaKey)) &&
    local.routing.areas.some((it) => ars.startsWith(it));
  const routes = isKnown ? [await offer(local)] : [];
  const { length: count } = routes;
  return {
    status: 200,
    json: { count, offset: 0, totalCount: count, routes },
  };
}

const portalKey = ({ keys }: LocalService) => ({
  ...keys.service.jwk,
  kid: "portal-key-1",
});

const identifiersOf = ({ destination }: LocalService): readonly string[] =>
  services
    .parse(destination)
    .publicServices.map(({ identifier }) => identifier);

async function offer(local: LocalService) {
  return {
    destinationId: local.routing.destinationId ?? local.destinationId,
    destinationSignature: await sign(local),
    destinationName: "Landkreis Ludwigslust-Parchim, Kreisverwaltung",
    address: {
      street: "Putlitzer Straße",
      houseNumber: "25",
      zip: "19370",
      city: "Parchim",
    },
    contactPersons: [{ name: "Zentrale", tel: "03871 555-0" }],
    origin: "PVOG",
  };
}

/** The addressing information as the self-service portal signs it. */
function sign(local: LocalService): Promise<string> {
  const { areas, claims, signer } = local.routing;
  const { service, signing } = local.keys;
  const key = signer === "portal" ? service : signing;
  return new SignJWT({
    submissionHost: new URL(local.url).host,
    iss: `${local.url}/portal`,
    services: [
      {
        gebietIDs: areas.map((it) => `${area}${it}`),
        leistungIDs: identifiersOf(local),
      },
    ],
    destinationId: local.destinationId,
    iat: Math.floor(local.now().getTime() / 1000),
    jti: randomUUID(),
    ...claims,
  })
    .setProtectedHeader({ typ: "jwt", alg: "PS512", kid: "portal-key-1" })
    .sign(key.privateKey);
}
