import type { ResponseRefusal } from "../../../../platform/saml/validate-response.ts";
import type { ProtocolRefusal } from "../../domain/sign-in-protocol.ts";

/** What the person and the operator are told. None of the provider's own text gets through: it may be anybody's. */
export function refusalOfResponse(refusal: ResponseRefusal): ProtocolRefusal {
  return refusal.kind === "status-not-success"
    ? refusalOfStatus(refusal)
    : { kind: "not-valid", reason: refusal.kind };
}

/** @see BundID interface description 10.2, section 11; saml-core-2.0-os section 3.2.2.2 */
const detailCodes: readonly (readonly [RegExp, string])[] = [
  [/IDP_REQUIRED_ATTRIBUTES_MISSING/, "required-attributes-missing"],
  [/akdb-extension-missing/, "akdb-extension-missing"],
  [/akdb-extension-v1-deprecated/, "akdb-extension-v1-deprecated"],
  [/saml-request-not-signed/, "saml-request-not-signed"],
  [/requested-attributes-empty/, "requested-attributes-empty"],
  [/requested-attributes-missing-name/, "requested-attributes-missing-name"],
  [/organization-display-name-missing/, "organization-display-name-missing"],
  [/empty-authentication-methods/, "empty-authentication-methods"],
  [/missing-berca/, "missing-berca"],
];

const prefix = "urn:oasis:names:tc:SAML:2.0:status:";

function refusalOfStatus({
  codes,
  detail,
}: {
  readonly codes: readonly string[];
  readonly detail: string;
}): ProtocolRefusal {
  const known = detailCodes.find(([pattern]) => pattern.test(detail));
  if (known) return { kind: "refused", reason: known[1] };
  if (codes.includes(`${prefix}NoAuthnContext`))
    return { kind: "level-not-reached" };
  const isCancelled =
    codes.includes(`${prefix}AuthnFailed`) ||
    codes.includes(`${prefix}RequestDenied`);
  return isCancelled
    ? { kind: "cancelled" }
    : { kind: "refused", reason: "status-not-success" };
}
