import type { JWK } from "jose";
import type { HttpClient } from "../http-client/http-client.ts";

/**
 * How the relying party proves itself to the provider.
 * - `secret-basic`: as RFC 6749 section 2.3.1 wants it, id and secret URL-encoded before they go into the header. Some providers do not
 *   decode them (LemonLDAP::NG 2.16), and `portal-secret` then is refused: take letters and digits only, or
 * - `secret-basic-unencoded`: the header as RFC 7617 has it, for such providers
 * - `secret-post`: id and secret as fields of the form
 * - `private-key`: a signed assertion, nothing secret goes over the line. The key is a private JWK with `alg` and, if the provider wants
 *   one, `kid`. @see RFC 7523
 */
export type ClientAuthentication =
  | {
      readonly kind: "secret-basic" | "secret-basic-unencoded" | "secret-post";
      readonly secret: string;
    }
  | { readonly kind: "private-key"; readonly key: JWK }
  | { readonly kind: "none" };

export type RelyingPartySettings = {
  /** As the provider spells it: discovery is refused when it names itself otherwise. */
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** Private JWK with `alg`. When it is there, an ID token that is not encrypted is refused. */
  readonly decryptionKey?: JWK;
};

export type OpenIdGround = {
  readonly http: HttpClient;
  /** `http:` is possible to this machine only, and in production not at all. */
  readonly plainHttp: "to-this-machine" | "never";
};

/** When an operation takes place, and how long it may take: everything it asks of the provider ends with the signal. */
export type Moment = { readonly now: Date; readonly signal: AbortSignal };

/** The three texts that bind an answer to its question. Whoever begins keeps them secret until the answer comes. */
export type SignInSecrets = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};
