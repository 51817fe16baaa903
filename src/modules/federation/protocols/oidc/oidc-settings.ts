import { z } from "zod";
import type { ClientAuthentication } from "../../../../platform/openid-connect/settings.ts";
import {
  isProfileAttribute,
  type ProfileAttribute,
  type ProvenLevel,
} from "../../../accounts/index.ts";

/** A list, or text with commas or spaces between: what a command line gives. */
const list = z.preprocess(
  (value) =>
    typeof value === "string" ? value.split(/[\s,]+/).filter(Boolean) : value,
  z.array(z.string().min(1)),
);

const level = z.enum(["low", "substantial", "high"]);

const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const url = URL.parse(text);
  // What is no address at all has been said already.
  return !url || url.username + url.password + url.hash === "";
}, "must be an address without user name and fragment");

const attributeName = z
  .string()
  .refine(
    (name): boolean => isProfileAttribute(name),
    "is no value that an account may hold (OZG § 8)",
  );

/** Claims of OpenID Connect Core 1.0 section 5.1; a dot leads into an object. */
const standardAttributes: Partial<Record<ProfileAttribute, string>> = {
  familyName: "family_name",
  givenNames: "given_name",
  dateOfBirth: "birthdate",
  postcode: "address.postal_code",
  town: "address.locality",
  country: "address.country",
};

const configurationSchema = z.strictObject({
  /** As the provider names itself; the address of its discovery document will do. @see OpenID Connect Discovery 1.0 section 4 */
  issuer: z.preprocess(
    (value) =>
      typeof value === "string"
        ? value.replace(/\/\.well-known\/openid-configuration$/, "")
        : value,
    address,
  ),
  clientId: z.string().min(1),
  authentication: z
    .enum([
      "secret-basic",
      "secret-basic-unencoded",
      "secret-post",
      "private-key",
      "none",
    ])
    .default("secret-basic"),
  /** Besides `openid`. */
  scopes: list.default(["profile"]),
  /** `acr` → level. */
  levels: z.record(z.string().min(1), level).default({}),
  /** For sign-ins whose `acr` is none of those; left out: they are refused. */
  levelOtherwise: level.optional(),
  /** Value of the profile → claim. */
  attributes: z
    .record(attributeName, z.string().min(1))
    .default(standardAttributes),
  /** Origins besides the issuer's that people may be sent to. */
  origins: list.pipe(z.array(address)).default([]),
});

const key = z.looseObject({ kty: z.string(), alg: z.string() });
/** A key as an object, or as the text of a file. */
const keyText = z.preprocess(
  (value) => (typeof value === "string" ? parsedJson(value) : value),
  key,
);

const secretsSchema = z.strictObject({
  clientSecret: z.string().min(1).optional(),
  /** Private JWK with `alg`; for `private-key`. */
  privateKey: keyText.optional(),
  /** Private JWK with `alg`; ID tokens then must be encrypted. */
  decryptionKey: keyText.optional(),
});

export type OidcConfiguration = z.infer<typeof configurationSchema>;
type OidcSecrets = z.infer<typeof secretsSchema>;

const settingsSchema = z
  .object({ configuration: configurationSchema, secrets: secretsSchema })
  .superRefine(({ configuration, secrets }, refinement) => {
    const missing = missingSecret(configuration, secrets);
    if (missing !== undefined)
      refinement.addIssue({
        code: "custom",
        path: ["secrets", missing],
        message: `is needed for ${configuration.authentication}`,
      });
    const { levels, levelOtherwise } = configuration;
    if (Object.keys(levels).length === 0 && levelOtherwise === undefined)
      refinement.addIssue({
        code: "custom",
        path: ["configuration", "levels"],
        message:
          "name at least one acr with its level, or levelOtherwise: without, nobody could sign in",
      });
  });

export type OidcSettings = {
  readonly configuration: OidcConfiguration;
  readonly secrets: OidcSecrets;
};

/** Reads what was entered or stored. Throws a ZodError that names the field. */
export function parseOidcSettings(settings: {
  readonly configuration: unknown;
  readonly secrets: unknown;
}): OidcSettings {
  return settingsSchema.parse(settings);
}

/** The issuer, which is called and led to, and where else people may be sent. */
export function addressesInOidc({
  configuration,
}: {
  readonly configuration: unknown;
}): readonly string[] {
  const named = configurationSchema
    .pick({ issuer: true, origins: true })
    .loose()
    .safeParse(configuration);
  return named.success ? [named.data.issuer, ...named.data.origins] : [];
}

/** How the client proves itself, from the configuration and its secret. */
export function authenticationOf({
  configuration: { authentication },
  secrets: { clientSecret = "", privateKey },
}: OidcSettings): ClientAuthentication {
  if (authentication === "none") return { kind: authentication };
  if (authentication === "private-key")
    return { kind: authentication, key: privateKey ?? {} };
  return { kind: authentication, secret: clientSecret };
}

/** The level that an `acr` stands for; undefined: none that counts. */
export function levelOf(
  { levels, levelOtherwise }: OidcConfiguration,
  acr: string | undefined,
): ProvenLevel | undefined {
  const mapped =
    acr !== undefined && Object.hasOwn(levels, acr) ? levels[acr] : undefined;
  return mapped ?? levelOtherwise;
}

function missingSecret(
  { authentication }: OidcConfiguration,
  secrets: OidcSecrets,
): keyof OidcSecrets | undefined {
  if (authentication === "none") return undefined;
  const needed =
    authentication === "private-key" ? "privateKey" : "clientSecret";
  return secrets[needed] === undefined ? needed : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
