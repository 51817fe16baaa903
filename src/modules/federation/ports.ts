import type { Portal, PortalDirectory } from "../tenants/index.ts";
import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Party } from "../accounts/index.ts";
import type {
  ConfirmedOrganisation,
  SignInProtocol,
} from "./domain/sign-in-protocol.ts";

/** What federation needs of the rest. */
export type FederationPorts = {
  readonly protocols: readonly SignInProtocol[];
  readonly portals: PortalDirectory;
  /** Absolute address of a portal without a slash at the end, made from settings. */
  readonly baseUrlOf: (portal: Pick<Portal, "host">) => string;
  /** All calls of one step of a sign-in together take no longer. */
  readonly answerDeadlineMs: number;
  /** Hosts that administrators may name for a provider of their own: `login.example.org`, `*.example.org`. The operator names any. */
  readonly releasedHosts: readonly string[];
  /** Keeps an organisation that a provider confirmed, with the person as its member, in the caller's transaction; whom the session acts for then. */
  readonly keepOrganisation: (
    context: Context,
    db: Db,
    confirmed: {
      readonly accountId: string;
      readonly provider: string;
      readonly organisation: ConfirmedOrganisation;
    },
  ) => Promise<Party>;
  /** A sign-in or notice came to nothing: key of the provider and a code, for the log. */
  readonly onFailure: (provider: string, code: string) => void;
};
