import type { ReadDocument } from "../../../platform/multipart/read-documents.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { profileAttributes, type ProvenLevel } from "../../accounts/index.ts";
import type {
  IdentityProvider,
  ProviderKind,
} from "../domain/identity-provider.ts";
import type { ProviderInput } from "../use-cases/set-up-provider.ts";
import {
  askedOf,
  hasMapping,
  shapeOf,
  type SettingName,
} from "./setting-fields.ts";

/** What stands in the form, by the names of its inputs. No secrets. */
export type TypedProvider = Readonly<Record<string, string>>;

export const provenLevels = ["low", "substantial", "high"] as const;

/** Input for the name of a value at the provider. */
export const attributeField = (attribute: string) => `attributes.${attribute}`;
export const levelField = (level: ProvenLevel) => `levels.${level}`;

function settingsOf(kind: ProviderKind): readonly SettingName[] {
  const { service, more } = askedOf(kind);
  return kind === "oidc"
    ? [...service, ...more, "levelOtherwise"]
    : [...service, ...more];
}

/** What was typed, without secrets. */
export function typedIn({ fields }: PortalRequest): TypedProvider {
  return Object.fromEntries(
    [...fields]
      .filter(([name]) => !isSecretName(name))
      .map(([name, value]) => [name, value.trim()]),
  );
}

/** Inputs that are never filled in again. */
export const secretNames = ["clientSecret", "privateKey", "decryptionKey"];
const isSecretName = (name: string) => secretNames.includes(name);

/** A stored provider as the form shows it. */
export function typedOf(provider: IdentityProvider): TypedProvider {
  const { configuration, description, kind, name } = provider;
  const stored = isRecord(configuration) ? configuration : {};
  const levels = isRecord(stored["levels"]) ? stored["levels"] : {};
  const attributes = isRecord(stored["attributes"]) ? stored["attributes"] : {};
  return {
    nameDe: name.de,
    nameEn: name.en,
    descriptionDe: description.de,
    descriptionEn: description.en,
    level: provider.assuranceLevel,
    portal: provider.portalTenantId ?? "",
    ...Object.fromEntries(
      settingsOf(kind)
        .filter((setting) => setting !== "metadata")
        .map((setting) => [setting, textOf(setting, stored[setting])]),
    ),
    ...Object.fromEntries(
      provenLevels.map((level) => [
        levelField(level),
        Object.keys(levels)
          .filter((context) => levels[context] === level)
          .join("\n"),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(attributes).map(([attribute, source]) => [
        attributeField(attribute),
        String(source),
      ]),
    ),
  };
}

function textOf(name: SettingName, value: unknown): string {
  if (Array.isArray(value))
    return value.join(shapeOf(name).kind === "lines" ? "\n" : " ");
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** The settings that were typed and sent, in the words of the use case. */
export function inputFrom(
  request: PortalRequest,
  { key, kind }: { readonly key: string; readonly kind: ProviderKind },
): ProviderInput {
  const typed = typedIn(request);
  const of = (name: string) => typed[name] ?? "";
  const level = provenLevels.find((known) => known === of("level")) ?? "low";
  return {
    key,
    kind,
    name: inBoth(of("nameDe"), of("nameEn")),
    description: inBoth(of("descriptionDe"), of("descriptionEn")),
    assuranceLevel: level,
    portalTenantId: of("portal") === "" ? undefined : of("portal"),
    configuration: configurationFrom(typed, kind, request.documents ?? []),
    secrets: Object.fromEntries(
      secretNames
        .map((name) => [name, request.fields.get(name)?.trim() ?? ""] as const)
        .filter(([, value]) => value !== ""),
    ),
    renewsKey: of("renewsKey") === "true",
  };
}

/** Without an English text the German one serves. */
const inBoth = (de: string, en: string) => ({ de, en: en === "" ? de : en });

function configurationFrom(
  typed: TypedProvider,
  kind: ProviderKind,
  documents: readonly ReadDocument[],
): Readonly<Record<string, unknown>> {
  const metadata = documents.find(
    ({ field, content }) => field === "metadata" && content.length > 0,
  );
  const settings = settingsOf(kind).flatMap((name) => {
    const text = typed[name] ?? "";
    return text === "" || isSecretName(name)
      ? []
      : [[name, valueOf(name, text)] as const];
  });
  return {
    ...Object.fromEntries(settings),
    ...(metadata && { metadata: metadata.content.toString("utf8") }),
    ...(hasMapping(kind) && mappingFrom(typed)),
  };
}

const valueOf = (name: SettingName, text: string) =>
  shapeOf(name).kind === "lines" ? linesOf(text) : text;

/** Where no value is named at all, the usual names count. */
function mappingFrom(typed: TypedProvider) {
  const attributes = profileAttributes.flatMap((attribute) => {
    const source = typed[attributeField(attribute)] ?? "";
    return source === "" ? [] : [[attribute, source] as const];
  });
  return {
    levels: Object.fromEntries(
      provenLevels.flatMap((level) =>
        linesOf(typed[levelField(level)] ?? "").map(
          (context) => [context, level] as const,
        ),
      ),
    ),
    ...(attributes.length > 0 && {
      attributes: Object.fromEntries(attributes),
    }),
  };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
