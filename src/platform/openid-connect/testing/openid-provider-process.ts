// Started by tests and journeys: a real OpenID provider. Its one argument is `ProviderPlan` as JSON; says its address, and serves until killed.
import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { interactions } from "./openid-provider-interactions.ts";
import { makeProviderKeys, type ProviderPlan } from "./openid-provider.ts";

// What the process prints beside its address is the library's advice for production.
const plan = JSON.parse(process.argv[2] ?? "{}") as ProviderPlan;

const server = createServer();
server.listen(plan.port ?? 0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
if (typeof address !== "object" || !address) throw new Error("no address");
const own = `http://127.0.0.1:${String(address.port)}`;
const issuer = plan.issuer ?? own;

const signingKeys = plan.keys ?? (await makeProviderKeys());

const provider = new Provider(issuer, {
  clients: plan.clients,
  jwks: { keys: [...signingKeys] },
  acrValues: ["loa-1", "loa-2", "loa-3"],
  claims: {
    openid: ["sub", "acr", "auth_time"],
    profile: ["name", "given_name", "family_name", "birthdate"],
    email: ["email", "email_verified"],
    address: ["address"],
    groups: ["groups"],
  },
  cookies: { keys: ["test"] },
  conformIdTokenClaims: false,
  // The library keeps its own calls away from loopback, where the portal of a test is.
  fetch: (url, options) => {
    const entries = Object.entries(options ?? {});
    return globalThis.fetch(
      url,
      Object.fromEntries(entries.filter(([name]) => name !== "dispatcher")),
    );
  },
  interactions: {
    url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
  },
  findAccount: (_ctx, id) => {
    const claims = plan.people[id];
    return (
      claims && {
        accountId: id,
        claims: () => ({ sub: id, ...claims }),
      }
    );
  },
  features: {
    devInteractions: { enabled: false },
    encryption: { enabled: true },
    jwtUserinfo: { enabled: true },
    claimsParameter: { enabled: true },
    backchannelLogout: { enabled: true },
    pushedAuthorizationRequests: {
      enabled: plan.takesPushedRequests !== false,
      requirePushedAuthorizationRequests: false,
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
      },
    },
  },
});
provider.on("backchannel.error", (_ctx, error) => {
  process.stderr.write(`back-channel logout failed: ${error.message}\n`);
});
const answerProtocol = provider.callback();
const answerInteraction = interactions(provider);
server.on("request", (request, reply) => {
  if (request.url?.startsWith("/interaction/"))
    void answerInteraction(request, reply);
  else void answerProtocol(request, reply);
});
process.stdout.write(`${own}\n`);
