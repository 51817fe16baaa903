import assert from "node:assert/strict";
import { saveProvider } from "../../modules/federation/index.ts";
import {
  startOpenIdProvider,
  walkThrough,
  type RunningProvider,
} from "../../platform/openid-connect/testing/openid-provider.ts";
import { federationPorts } from "../federation-ports.ts";
import { installationTenantId, systemActor } from "../services.ts";
import type { TestPortal } from "./test-portal.ts";
import type { Answer, Visitor } from "./visitor.ts";
import { visitorOf } from "./visitor.ts";

/** What the portal proves itself with there. */
export const clientSecret = "geheim-geheim-geheim-geheim-geheim";

const people = {
  erika: {
    given_name: "Erika",
    family_name: "Mustermann",
    birthdate: "1964-08-12",
    address: { postal_code: "19372", locality: "Grabow" },
  },
  max: { given_name: "Max", family_name: "Beispiel" },
};

/** A real OpenID provider in a process of its own, set up as "Servicekonto MV" with the key `land`; `kreis` can be added. */
export async function startStateAccount(
  portal: TestPortal,
): Promise<RunningProvider> {
  const bare = portal.baseUrl("");
  const provider = await startOpenIdProvider({
    people,
    // The state then stands in the address that the browser goes to, where tests can read it.
    takesPushedRequests: false,
    clients: [
      {
        client_id: "openrathaus",
        client_secret: clientSecret,
        redirect_uris: ["land", "kreis"].map(
          (key) => `${bare}/anmelden/rueckkehr/oidc/${key}`,
        ),
        post_logout_redirect_uris: [`${bare}/abmelden/rueckkehr/land`],
        backchannel_logout_uri: `${bare}/abmelden/nachricht/land`,
        backchannel_logout_session_required: true,
      },
    ],
  });
  const { issuer } = provider;
  await setUpProvider(portal, { key: "land", issuer });
  return provider;
}

/** Sets up an OpenID provider for all portals, as the operator does. */
export async function setUpProvider(
  { services }: TestPortal,
  { key, issuer }: { readonly key: string; readonly issuer: string },
): Promise<void> {
  const saved = await saveProvider(
    services.contextFor({
      tenantId: await installationTenantId(services),
      actor: systemActor,
    }),
    federationPorts(services),
    {
      key,
      kind: "oidc",
      name: { de: "Servicekonto MV", en: "State account" },
      description: {
        de: "Das Konto des Landes.",
        en: "The account of the state.",
      },
      assuranceLevel: "high",
      portalTenantId: undefined,
      settings: {
        configuration: {
          issuer,
          clientId: "openrathaus",
          scopes: ["profile", "address"],
          levels: {
            "loa-1": "low",
            "loa-2": "substantial",
            "loa-3": "high",
          },
        },
        secrets: { clientSecret },
      },
    },
  );
  assert.ok(saved.ok, JSON.stringify(saved));
}

export type SigningIn = {
  /** `land` when left out. */
  readonly provider?: string;
  readonly login: string;
  readonly acr: string;
  /** `zurueck` and `niveau` of the button. */
  readonly query?: string;
  readonly answer?: "yes" | "no";
};

/** From the button to the provider and back to the installation's host; gives the way into the portal that the browser is sent to. */
export async function answerFor(
  portal: TestPortal,
  visitor: Visitor,
  { provider = "land", login, acr, query = "", answer = "yes" }: SigningIn,
): Promise<URL> {
  const begun = await visitor.visit(`/anmelden/mit/${provider}${query}`);
  assert.equal(begun.status, 303, begun.text);
  const back = await walkThrough(begun.headers.location ?? "", {
    until: portal.baseUrl(""),
    fields: { login, acr, answer },
  });
  const received = await visitorOf(portal, "").visit(
    `${back.pathname}${back.search}`,
  );
  assert.equal(received.status, 303, received.text);
  return new URL(received.headers.location ?? "");
}

/** The whole way of a sign-in in one browser. */
export async function signInWithState(
  portal: TestPortal,
  visitor: Visitor,
  signingIn: SigningIn,
): Promise<Answer> {
  const into = await answerFor(portal, visitor, signingIn);
  return visitor.visit(into.pathname);
}
