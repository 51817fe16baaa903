export {
  cleanUpFederationJob,
  probeProvidersJob,
} from "./domain/federation-jobs.ts";
export {
  providerKinds,
  type IdentityProvider,
  type ProviderKind,
} from "./domain/identity-provider.ts";
export type { SignInProtocol } from "./domain/sign-in-protocol.ts";
export type { FederationPorts } from "./ports.ts";
export { createOidcProtocol } from "./protocols/oidc/oidc-protocol.ts";
export { samlProtocols } from "./protocols/saml/saml-protocol.ts";
export {
  inspectProvider,
  listConfigured,
} from "./use-cases/inspect-provider.ts";
export { keeperOf, type Keeper } from "./use-cases/keeper.ts";
export { listProviderNames } from "./use-cases/list-provider-names.ts";
export { listSignInWays } from "./use-cases/list-sign-in-ways.ts";
export {
  enableProvider,
  saveProvider,
  type SaveProviderRefusal,
} from "./use-cases/save-provider.ts";
export { offerProviderSignOut } from "./use-cases/sign-out-at-provider.ts";
