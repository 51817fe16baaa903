import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import {
  isProfileAttribute,
  reaches,
  type AssertedIdentity,
  type AssertedValue,
  type AssuranceLevel,
  type ProvenLevel,
} from "../../../accounts/index.ts";
import type { ProtocolRefusal } from "../../domain/sign-in-protocol.ts";
import {
  displayNameOf,
  persistentNameId,
  valueOf,
  type AskedFor,
  type SamlDialect,
} from "./dialect.ts";
import { commonConfiguration } from "./saml-settings.ts";

const provenLevel = z.enum(["low", "substantial", "high"]);
const attributeName = z.string().min(1).max(300);

export const plainConfiguration = commonConfiguration.extend({
  /** `any` leaves the choice to the provider; it then needs `subject`, unless its own choice lasts. */
  nameIdFormat: z.string().max(300).default(persistentNameId),
  /** The attribute that names the person for good; the NameID when left out. */
  subject: attributeName.optional(),
  /** Names of the provider's attributes by ours. */
  attributes: z
    .record(
      z.string().refine((name): boolean => isProfileAttribute(name)),
      attributeName,
    )
    .default({}),
  /** What the provider's authentication contexts prove; those that are missing prove `low`. */
  levels: z.record(z.string().min(1).max(300), provenLevel).default({}),
});

type PlainConfiguration = z.infer<typeof plainConfiguration>;

/** Any other identity provider, by its metadata and a map of its attributes. */
export function plainDialect(configuration: unknown): SamlDialect {
  const settings = plainConfiguration.parse(configuration);
  return {
    settings,
    binding: settings.binding ?? "redirect",
    // Not every provider can check RSASSA-PSS; those that can are told so.
    signatureAlgorithm: settings.signatureAlgorithm ?? "rsa-sha256",
    nameIdFormat:
      settings.nameIdFormat === "any" ? undefined : settings.nameIdFormat,
    ask: ({ neededLevel, reauthenticates }) => ({
      forceAuthn: reauthenticates,
      ...askedContexts(settings, neededLevel),
    }),
    identityOf: (assertion, provider) =>
      identityOf(assertion, { settings, provider }),
    sources: Object.entries(settings.attributes).flatMap(
      ([attribute, source]) =>
        isProfileAttribute(attribute) ? [{ attribute, source }] : [],
    ),
  };
}

/** All that are sure enough, one by one: which of them is the stronger is known here and not to the provider. */
function askedContexts(
  { levels }: PlainConfiguration,
  needed: AssuranceLevel,
): Pick<AskedFor, "authnContext"> {
  const classes = Object.keys(levels).filter((name) =>
    reaches(levels[name] ?? "low", needed),
  );
  return needed === "none" || needed === "low" || classes.length === 0
    ? {}
    : { authnContext: { comparison: "exact", classes } };
}

function identityOf(
  assertion: SamlAssertion,
  {
    settings,
    provider,
  }: { readonly settings: PlainConfiguration; readonly provider: string },
): Result<AssertedIdentity, ProtocolRefusal> {
  const subject = subjectOf(assertion, settings);
  if (subject === undefined)
    return refuse({ kind: "refused", reason: "no-lasting-name" });
  const { levels } = settings;
  const assuranceLevel: ProvenLevel = Object.hasOwn(
    levels,
    assertion.authnContext,
  )
    ? (levels[assertion.authnContext] ?? "low")
    : "low";
  const values = Object.entries(settings.attributes).flatMap(
    ([attribute, name]): readonly AssertedValue[] => {
      const value = valueOf(assertion, name);
      return value === undefined || !isProfileAttribute(attribute)
        ? []
        : [{ attribute, value, assuranceLevel }];
    },
  );
  return ok({
    provider,
    subject,
    assuranceLevel,
    displayName: displayNameOf(values),
    values,
  });
}

/** A transient NameID is another one each time, so it names nobody. */
function subjectOf(
  { nameId, ...assertion }: SamlAssertion,
  { subject }: PlainConfiguration,
): string | undefined {
  if (subject !== undefined) return valueOf({ nameId, ...assertion }, subject);
  return nameId?.format?.endsWith(":transient") ? undefined : nameId?.value;
}
