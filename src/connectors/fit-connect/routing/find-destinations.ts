import type { JWK } from "jose";
import { z } from "zod";
import type {
  FoundDestination,
  FoundDestinations,
} from "../../../modules/delivery/index.ts";
import type { HttpClient } from "../../../platform/http-client/http-client.ts";
import { userAgent } from "../access-tokens.ts";
import { isPlainAllowed } from "../sender.ts";
import type { RoutingQuery } from "./query.ts";
import { faultOfRoute } from "./verify-route.ts";

const text = z.string().trim().max(500).optional();
const address = z
  .object({ street: text, houseNumber: text, zip: text, city: text })
  .optional();

const routes = z.object({
  routes: z
    .array(
      z.object({
        destinationId: z.uuid(),
        destinationSignature: z.string().max(20_000),
        destinationName: text,
        address,
        contactPersons: z
          .array(z.object({ name: text, tel: text, email: text }))
          .default([]),
      }),
    )
    .max(500),
});

const keySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("RSA"),
      n: z.string(),
      e: z.string(),
      kid: z.string(),
    }),
  ),
});

type Route = z.infer<typeof routes>["routes"][number];

export type RoutingGround = {
  readonly http: HttpClient;
  readonly clock: () => Date;
  readonly plainHttp: "to-this-machine" | "never";
};

/** Asks the routing service who takes a Leistung of a place, and checks each answer. Nothing is kept. @see Routing API 2.0.0 */
export async function findDestinations(
  ground: RoutingGround,
  query: RoutingQuery,
  signal: AbortSignal,
): Promise<FoundDestinations> {
  const { routingApiUrl, signerUrl, submissionApiUrl, leikaKey, ars } = query;
  if (!isPlainAllowed(ground, [routingApiUrl, signerUrl, submissionApiUrl]))
    return { kind: "unavailable", cause: "address-not-allowed" };
  const asked = new URLSearchParams({ leikaKey, ars, limit: "100" });
  const found = await read(
    ground,
    `${routingApiUrl}/routes?${asked.toString()}`,
    {
      schema: routes,
      signal,
    },
  );
  if ("cause" in found) return found;
  if (found.value.routes.length === 0)
    return { kind: "found", destinations: [] };
  const signer = await read(ground, `${signerUrl}/.well-known/jwks.json`, {
    schema: keySet,
    signal,
  });
  if ("cause" in signer) return signer;
  const trust = { query, keys: signer.value.keys, now: ground.clock() };
  const destinations: FoundDestination[] = [];
  for (const route of found.value.routes)
    destinations.push(await described(route, trust));
  return { kind: "found", destinations };
}

async function described(
  route: Route,
  trust: {
    readonly query: RoutingQuery;
    readonly keys: readonly JWK[];
    readonly now: Date;
  },
): Promise<FoundDestination> {
  const { destinationId, destinationName = "" } = route;
  const fault = await faultOfRoute(route, trust);
  const { submissionApiUrl, leikaKey } = trust.query;
  return {
    name: destinationName === "" ? destinationId : destinationName,
    lines: linesOf(route),
    ...(fault && { fault }),
    options: {
      destinationId,
      submissionApiUrl,
      serviceIdentifier: `urn:de:fim:leika:leistung:${leikaKey}`,
    },
  };
}

/** Where it is, and whom to ask. */
function linesOf({ address: at, contactPersons }: Route): readonly string[] {
  const people = contactPersons
    .slice(0, 3)
    .map(({ name, tel, email }) => join([name, tel, email], ", "));
  return [
    join([at?.street, at?.houseNumber], " "),
    join([at?.zip, at?.city], " "),
    ...people,
  ].filter((line) => line !== "");
}

const join = (parts: readonly (string | undefined)[], between: string) =>
  parts.filter((part) => part !== undefined && part !== "").join(between);

type Reading<Value> = {
  readonly schema: z.ZodType<Value>;
  readonly signal: AbortSignal;
};

async function read<Value>(
  { http }: RoutingGround,
  url: string,
  { schema, signal }: Reading<Value>,
): Promise<
  | { readonly value: Value }
  | { readonly kind: "unavailable"; readonly cause: string }
> {
  const headers = { accept: "application/json", "user-agent": userAgent };
  const answer = await http.request({
    method: "GET",
    url,
    headers,
    timeoutMs: 15_000,
    signal,
  });
  if (answer.kind !== "answered")
    return { kind: "unavailable", cause: answer.kind };
  if (answer.status !== 200)
    return { kind: "unavailable", cause: `http-${answer.status}` };
  const parsed = schema.safeParse(jsonOf(answer.body));
  return parsed.success
    ? { value: parsed.data }
    : { kind: "unavailable", cause: "answer-unreadable" };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    // The schema refuses it.
    return undefined;
  }
}
