import { allSignatureAlgorithms } from "../../../platform/saml/signature-algorithms.ts";
import type { ProviderKind } from "../domain/identity-provider.ts";

/** How a setting is entered. `document` comes as a file, `secret` is never shown again. */
export type Shape =
  | { readonly kind: "text" | "lines" | "secret" | "document" }
  | { readonly kind: "choice"; readonly options: readonly string[] };

const shapes = {
  issuer: { kind: "text" },
  clientId: { kind: "text" },
  authentication: {
    kind: "choice",
    options: [
      "secret-basic",
      "secret-basic-unencoded",
      "secret-post",
      "private-key",
      "none",
    ],
  },
  clientSecret: { kind: "secret" },
  privateKey: { kind: "secret" },
  decryptionKey: { kind: "secret" },
  scopes: { kind: "text" },
  origins: { kind: "lines" },
  levelOtherwise: { kind: "choice", options: ["low", "substantial", "high"] },
  metadataAddress: { kind: "text" },
  metadata: { kind: "document" },
  providerEntityId: { kind: "text" },
  entityId: { kind: "text" },
  onlineServiceId: { kind: "text" },
  methods: { kind: "text" },
  nameIdFormat: { kind: "text" },
  subject: { kind: "text" },
  binding: { kind: "choice", options: ["post", "redirect"] },
  signatureAlgorithm: { kind: "choice", options: allSignatureAlgorithms },
  signed: {
    kind: "choice",
    options: ["response-or-assertion", "response", "assertion", "both"],
  },
  encrypted: { kind: "choice", options: ["true", "false"] },
  clockSkewSeconds: { kind: "text" },
} as const satisfies Readonly<Record<string, Shape>>;

export type SettingName = keyof typeof shapes;

export function shapeOf(name: SettingName): Shape {
  return shapes[name];
}

/** What is asked for each kind: what it does not work without, and what few need. */
const asked: Readonly<
  Record<
    ProviderKind,
    {
      readonly service: readonly SettingName[];
      readonly more: readonly SettingName[];
    }
  >
> = {
  oidc: {
    service: ["issuer", "clientId", "clientSecret", "authentication", "scopes"],
    more: ["privateKey", "decryptionKey", "origins"],
  },
  saml: {
    service: ["metadataAddress", "metadata", "subject"],
    more: [
      "nameIdFormat",
      "providerEntityId",
      "entityId",
      "binding",
      "signatureAlgorithm",
      "signed",
      "encrypted",
      "clockSkewSeconds",
    ],
  },
  bundid: {
    service: ["metadataAddress", "metadata", "onlineServiceId", "methods"],
    more: ["entityId", "signed", "clockSkewSeconds"],
  },
  muk: {
    service: ["metadataAddress", "metadata"],
    more: ["entityId", "signed", "clockSkewSeconds"],
  },
};

export const askedOf = (kind: ProviderKind) => asked[kind];

/** Of the others, values and levels are known and built in. */
export const hasMapping = (kind: ProviderKind): boolean =>
  kind === "oidc" || kind === "saml";

const needed: readonly SettingName[] = [
  "issuer",
  "clientId",
  "onlineServiceId",
];

export const isNeeded = (name: SettingName): boolean => needed.includes(name);
