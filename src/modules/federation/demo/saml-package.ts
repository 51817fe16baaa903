import { createRequire } from "node:module";

/** The package is CommonJS, and its types need those of a browser. */
type Samlify = {
  readonly setSchemaValidator: (validator: {
    readonly validate: () => Promise<string>;
  }) => void;
  readonly IdentityProvider: (settings: object) => SamlEntity;
  readonly ServiceProvider: (settings: object) => SamlEntity;
};

type Binding = "post" | "redirect";

/** A message of the portal that the package has read and whose signature it has checked. */
type ReadRequest = {
  readonly extract: {
    readonly request: { readonly id: string };
    readonly sessionIndex?: string | null;
  };
};

/** One side of a conversation in SAML: the provider that is played, or the portal. */
export type SamlEntity = {
  readonly getMetadata: () => string;
  readonly parseLoginRequest: (
    from: SamlEntity,
    binding: Binding,
    request: object,
  ) => Promise<ReadRequest>;
  readonly createLoginResponse: (
    ...given: readonly [
      to: SamlEntity,
      request: object,
      binding: "post",
      user: object,
      options: object,
    ]
  ) => Promise<{ readonly context: string; readonly entityEndpoint: string }>;
  readonly parseLogoutRequest: (
    from: SamlEntity,
    binding: Binding,
    request: object,
  ) => Promise<ReadRequest>;
  readonly createLogoutResponse: (
    ...given: readonly [
      to: SamlEntity,
      request: ReadRequest,
      binding: "redirect",
      relayState: string,
    ]
  ) => { readonly context: string };
  readonly createLogoutRequest: (
    to: SamlEntity,
    binding: "redirect",
    session: { readonly logoutNameID: string; readonly sessionIndex: string },
  ) => { readonly id: string; readonly context: string };
  readonly parseLogoutResponse: (
    from: SamlEntity,
    binding: Binding,
    response: object,
  ) => Promise<unknown>;
};

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what the package gives has no type that Node.js knows
export const samlify = createRequire(import.meta.url)("samlify") as Samlify;
samlify.setSchemaValidator({ validate: () => Promise.resolve("skipped") });
