import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { authnRequestMessage } from "../../../../platform/saml/authn-request.ts";
import {
  bindToPost,
  bindToRedirect,
  type BoundMessage,
} from "../../../../platform/saml/bind-message.ts";
import { newSecretToken } from "../../../../platform/values/secret-token.ts";
import type {
  BegunSignIn,
  ProtocolMoment,
  ProtocolRefusal,
  SignInBeginning,
  WayOut,
} from "../../domain/sign-in-protocol.ts";
import type { KnownProvider } from "./opened-provider.ts";

/** A signed request. Neither it nor a RelayState says where the person goes afterwards: that is in the attempt. */
export function beginSamlSignIn(
  known: KnownProvider,
  request: SignInBeginning,
  moment: ProtocolMoment,
): Result<BegunSignIn, ProtocolRefusal> {
  const { dialect, entityId, secrets } = known;
  const address = signOnAddress(known);
  if (!address) return refuse({ kind: "refused", reason: "no-such-binding" });

  // An xs:ID must not begin with a digit.
  const id = `_${newSecretToken()}`;
  const { nameIdFormat } = dialect;
  const authnRequest = {
    id,
    issuedAt: moment.now,
    issuer: entityId,
    destination: address.url,
    assertionConsumerUrl: moment.returnAddress,
    ...(nameIdFormat !== undefined && { nameIdFormat }),
    ...dialect.ask(request),
  };
  const key = {
    ...secrets.signing,
    algorithm: dialect.signatureAlgorithm,
  };
  const bind = address.binding === "post" ? bindToPost : bindToRedirect;
  return ok({
    requestName: id,
    secrets: JSON.stringify({
      id,
      issuedAt: moment.now.toISOString(),
      isFresh: authnRequest.forceAuthn,
    }),
    way: wayOf(bind(authnRequestMessage(authnRequest), key)),
  });
}

/** By the binding that was set up or suits the kind; where the provider has only the other one, by that. */
function signOnAddress({
  dialect,
  metadata,
}: KnownProvider):
  | { readonly binding: "post" | "redirect"; readonly url: string }
  | undefined {
  const order =
    dialect.binding === "post"
      ? (["post", "redirect"] as const)
      : (["redirect", "post"] as const);
  for (const binding of order) {
    const url = metadata.signOn[binding];
    if (url !== undefined) return { binding, url };
  }
  return undefined;
}

/** The way of a message that was signed. */
export const wayOf = (bound: BoundMessage): WayOut =>
  bound.binding === "post"
    ? { kind: "form", address: bound.action, fields: bound.fields }
    : { kind: "redirect", address: bound.url };
