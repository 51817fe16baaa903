import { accountCookie } from "../../shell/web/account-cookie.ts";
import {
  signInWithIdentity,
  type AssertedIdentity,
  type ProvenLevel,
} from "../../modules/accounts/index.ts";
import { installationTenantId } from "../services.ts";
import type { TestPortal } from "./test-portal.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

export type Citizen = {
  /** Two with the same name are the same person. */
  readonly subject: string;
  readonly level?: ProvenLevel;
  readonly displayName?: string;
  readonly values?: AssertedIdentity["values"];
};

/** Gives a browser the session of a citizen, as if an identity provider had just confirmed them. Gives the account's id. */
export async function signInCitizen(
  portal: TestPortal,
  label: string,
  {
    visitor,
    subject,
    level = "low",
    displayName = subject,
    values = [],
  }: Citizen & { readonly visitor: Visitor },
): Promise<string> {
  const { services } = portal;
  const context = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: { kind: "guest", id: "guest", may: () => false },
  });
  const { tenantId: portalTenantId } = await portal.portal(label);
  const { token, accountId } = await signInWithIdentity(context, {
    identity: {
      provider: "bundid",
      subject,
      assuranceLevel: level,
      displayName,
      values,
    },
    portalTenantId,
    device: "",
  });
  visitor.cookies.set(accountCookie, token);
  return accountId;
}

/** A new browser with the session of a citizen on this portal. */
export async function signedInCitizen(
  portal: TestPortal,
  label: string,
  citizen: Citizen,
): Promise<Visitor> {
  const visitor = visitorOf(portal, label);
  await signInCitizen(portal, label, { ...citizen, visitor });
  return visitor;
}
