import type { Portal, PortalDirectory } from "../tenants/index.ts";
import type { SignInProtocol } from "./domain/sign-in-protocol.ts";

/** What federation needs of the rest. */
export type FederationPorts = {
  readonly protocols: readonly SignInProtocol[];
  readonly portals: PortalDirectory;
  /** Absolute address of a portal without a slash at the end, made from settings. */
  readonly baseUrlOf: (portal: Pick<Portal, "host">) => string;
  /** A sign-in or notice came to nothing: key of the provider and a code, for the log. */
  readonly onFailure: (provider: string, code: string) => void;
};
