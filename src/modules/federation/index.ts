export type {
  IdentityProvider,
  ProviderKind,
} from "./domain/identity-provider.ts";
export type { SignInProtocol } from "./domain/sign-in-protocol.ts";
