import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  isSecretToken,
  hashSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import type { Portal } from "../../tenants/index.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import { outcomeFromText, type TrialReport } from "../domain/outcome.ts";
import type { ProtocolRefusal } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { findHandover } from "../store/attempt-store.ts";
import {
  isProvenAnew,
  noteBeginning,
  type SignInWayOut,
} from "./begin-sign-in.ts";
import { momentFor, protocolFor, purposes } from "./ground.ts";
import { findKept, type Keeper } from "./keeper.ts";
import { noteAtAuthority } from "./note-at-authority.ts";

export type TrialWish = {
  readonly providerKey: string;
  readonly portal: Portal;
  readonly neededLevel: AssuranceLevel;
  /** Secret of the browser's cookie. */
  readonly browserKey: string;
  /** Page of the report; the token is added to it. */
  readonly reportPath: string;
};

export type TrialRefusal =
  | { readonly kind: "not-found" }
  | {
      readonly kind: "not-begun";
      readonly provider: IdentityProvider;
      readonly refusal: ProtocolRefusal;
    };

/** Begins a real sign-in that will sign nobody in, also at a provider that is not offered. */
export async function beginTrial(
  keeper: Keeper,
  ports: FederationPorts,
  wish: TrialWish,
): Promise<Result<SignInWayOut, TrialRefusal>> {
  const provider = await findKept(keeper, wish.providerKey);
  if (!provider) return refuse({ kind: "not-found" });
  const { installation } = keeper;
  const { portal, neededLevel, reportPath } = wish;
  const begun = await protocolFor(ports, provider.kind).begin(
    provider,
    {
      neededLevel,
      reauthenticates: isProvenAnew({ purpose: "trial", neededLevel }),
      locale: installation.locale,
      authorityName: portal.name,
      backAddress: `${ports.baseUrlOf(portal)}${reportPath}`,
    },
    momentFor(installation, ports, provider),
  );
  if (!begun.ok)
    return refuse({ kind: "not-begun", provider, refusal: begun.refusal });
  await noteBeginning(installation, {
    ...wish,
    purpose: "trial",
    returnPath: reportPath,
    account: undefined,
    begun: begun.value,
  });
  const entry = {
    action: "identity-provider.tried",
    subject: { kind: "identity-provider", id: provider.key },
  };
  await installation.transaction((db) => recordAudit(installation, db, entry));
  await noteAtAuthority(keeper, entry);
  return ok({ way: begun.value.way, provider });
}

/** What a trial found: for the browser that made it, on its portal, for as long as an attempt lasts. */
export async function readTrial(
  keeper: Keeper,
  trial: {
    readonly providerKey: string;
    readonly token: string;
    readonly browserKey: string | undefined;
    readonly portalTenantId: string;
  },
): Promise<
  | { readonly provider: IdentityProvider; readonly report: TrialReport }
  | undefined
> {
  const { token, browserKey, portalTenantId, providerKey } = trial;
  const provider = await findKept(keeper, providerKey);
  if (!provider || !isSecretToken(token)) return undefined;
  if (browserKey === undefined || !isSecretToken(browserKey)) return undefined;
  const { installation } = keeper;
  const attempt = await installation.transaction((db) =>
    findHandover(db, installation.tenantId, {
      handoverHash: hashSecretToken(token),
      browserHash: hashSecretToken(browserKey),
      portalTenantId,
      now: installation.now,
    }),
  );
  if (!attempt?.outcome || attempt.provider !== providerKey) return undefined;
  const text = await installation.cipher.decrypt(
    attempt.outcome,
    purposes.outcome(attempt.id),
  );
  const outcome = outcomeFromText(text.toString());
  return outcome.kind === "tried"
    ? { provider, report: outcome.report }
    : undefined;
}
