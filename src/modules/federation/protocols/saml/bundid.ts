import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import type {
  AssertedIdentity,
  AssertedValue,
  AssuranceLevel,
  ProvenLevel,
} from "../../../accounts/index.ts";
import { isProfileAttribute } from "../../../accounts/index.ts";
import type { ProtocolRefusal } from "../../domain/sign-in-protocol.ts";
import { bundidNames, bundidProfile } from "./bundid-attributes.ts";
import { bundidMethods, writeBundidExtension } from "./bundid-request.ts";
import {
  displayNameOf,
  streetAndNumber,
  valueOf,
  type SamlDialect,
} from "./dialect.ts";
import { lowerOf } from "./levels.ts";
import { commonConfiguration } from "./saml-settings.ts";

export const bundidConfiguration = commonConfiguration.extend({
  /** Given by BundID for the service; demanded since 30 June 2025. */
  onlineServiceId: z.string().min(1).max(100),
  /** As a list, or as words with commas between them. */
  methods: z
    .preprocess(
      (given) => (typeof given === "string" ? given.split(/[\s,]+/) : given),
      z.array(z.enum(bundidMethods)).min(1),
    )
    .default(["eID", "eIDAS", "Elster", "Benutzername"]),
});

/** The federal account: BundID, later DeutschlandID. @see OZG § 12 Abs. 1, BundID interface description 10.2 */
export function bundidDialect(configuration: unknown): SamlDialect {
  const settings = bundidConfiguration.parse(configuration);
  return {
    settings,
    binding: settings.binding ?? "post",
    signatureAlgorithm: settings.signatureAlgorithm ?? "rsa-pss-sha256",
    nameIdFormat: undefined,
    ask: (request) => ({
      forceAuthn: true,
      authnContext: {
        comparison: "minimum",
        classes: [askedContext[request.neededLevel]],
      },
      extensions: writeBundidExtension(request, settings),
    }),
    identityOf,
    sources: Object.entries(bundidProfile).flatMap(([attribute, source]) =>
      isProfileAttribute(attribute) ? [{ attribute, source }] : [],
    ),
  };
}

/** Level 2 is answered, but cannot be asked for. */
const askedContext: Readonly<Record<AssuranceLevel, string>> = {
  none: "STORK-QAA-Level-1",
  low: "STORK-QAA-Level-1",
  substantial: "STORK-QAA-Level-3",
  high: "STORK-QAA-Level-4",
};

/** A user name with a password is what a local account has too: low. */
const provenLevel = new Map<string, ProvenLevel>([
  ["STORK-QAA-Level-1", "low"],
  ["STORK-QAA-Level-2", "low"],
  ["STORK-QAA-Level-3", "substantial"],
  ["STORK-QAA-Level-4", "high"],
]);

/**
 * Both vocabularies that are in use. NORMAL is the older name of niedrig; nothing is ever taken for surer than it certainly is.
 * @see BSI TR-03107-1 section 3
 */
const trustLevels = new Map<string, AssuranceLevel>([
  ["BASISREGISTRIERUNG", "none"],
  ["UNTERGEORDNET", "none"],
  ["NIEDRIG", "low"],
  ["NORMAL", "low"],
  ["SUBSTANTIELL", "substantial"],
  ["SUBSTANZIELL", "substantial"],
  ["HOCH", "high"],
]);
const trustMark = "{https://www.akdb.de/request/2018/09}TrustLevel";

function identityOf(
  assertion: SamlAssertion,
  provider: string,
): Result<AssertedIdentity, ProtocolRefusal> {
  const assuranceLevel = levelOf(assertion);
  if (!assuranceLevel)
    return refuse({ kind: "not-valid", reason: "level-unknown" });
  const subject = valueOf(assertion, bundidNames.bpk2);
  // A temporary sign-in has no bPK2: the person could never be found again.
  if (subject === undefined)
    return refuse({ kind: "refused", reason: "no-lasting-account" });
  const values = valuesOf(assertion, assuranceLevel);
  return ok({
    provider,
    subject,
    assuranceLevel,
    displayName: displayNameOf(values),
    values,
    // Kept with the identity, for notices into the Postfach of the federal account. @see OZG § 9
    postfachHandle: postfachHandleOf(assertion),
  });
}

function postfachHandleOf(assertion: SamlAssertion): string | undefined {
  const handle = valueOf(assertion, bundidNames.postkorbHandle);
  return handle !== undefined && z.uuid().safeParse(handle).success
    ? handle
    : undefined;
}

/** Said twice, as the context and as an attribute; where they differ, the lower one counts. */
function levelOf(assertion: SamlAssertion): ProvenLevel | undefined {
  const context = provenLevel.get(assertion.authnContext);
  const said = valueOf(assertion, bundidNames.level);
  if (said === undefined) return context;
  const attribute = provenLevel.get(said);
  return context && attribute && lowerOf(context, attribute);
}

function valuesOf(
  assertion: SamlAssertion,
  assuranceLevel: ProvenLevel,
): readonly AssertedValue[] {
  return Object.entries(bundidProfile).flatMap(
    ([attribute, name]): readonly AssertedValue[] => {
      const value = valueOf(assertion, name);
      if (value === undefined || !isProfileAttribute(attribute)) return [];
      const level = lowerOf(trustIn(assertion, name), assuranceLevel);
      if (attribute !== "street")
        return [{ attribute, value, assuranceLevel: level }];
      const [street, houseNumber] = streetAndNumber(value);
      return [
        { attribute, value: street, assuranceLevel: level },
        ...(houseNumber === undefined
          ? []
          : [
              {
                attribute: "houseNumber" as const,
                value: houseNumber,
                assuranceLevel: level,
              },
            ]),
      ];
    },
  );
}

function trustIn(assertion: SamlAssertion, name: string): AssuranceLevel {
  const mark = assertion.attributes
    .find((attribute) => attribute.name === name)
    ?.marks.get(trustMark);
  return trustLevels.get(mark?.toUpperCase() ?? "") ?? "none";
}
