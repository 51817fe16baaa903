import type { KeyObject } from "node:crypto";
import { ok, refuse, type Result } from "../result/result.ts";
import { defaultXmlLimits, parseXml } from "../xml/parse-xml.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { readCertificateKey, readRsaKey } from "./certificates.ts";
import { bindings, namespaces } from "./saml-names.ts";
import { child, children, textOf } from "./xml-tree.ts";

/** What an identity provider's metadata says, as far as a sign-in needs it. */
export type IdentityProviderMetadata = {
  readonly entityId: string;
  /** Where requests go, by how they get there. At least one of the two is there. */
  readonly signOn: { readonly post?: string; readonly redirect?: string };
  readonly signOut: { readonly post?: string; readonly redirect?: string };
  readonly wantsSignedRequests: boolean;
  /** In the order of the document; several while the provider changes its key. Weak keys are left out. */
  readonly signingKeys: readonly KeyObject[];
};

export type MetadataRefusal = {
  readonly kind:
    | "not-xml"
    | "not-identity-provider-metadata"
    | "which-identity-provider"
    | "no-sign-on-address"
    | "no-usable-key";
};

/** Room for the document of a small federation. */
export const maxMetadataBytes = 4 * 1024 * 1024;

const limits = {
  ...defaultXmlLimits,
  maxBytes: maxMetadataBytes,
  maxDepth: 30,
};

/**
 * Reads the metadata of one identity provider; of a document with several that of the one that is named, which the only one need not be. Its own signature and end date are not looked at: whoever configures the
 * provider vouches for where the document came from.
 * @see saml-metadata-2.0-os sections 2.3.2 and 2.4.3
 */
export function readIdentityProviderMetadata(
  document: Uint8Array,
  wantedEntityId?: string,
): Result<IdentityProviderMetadata, MetadataRefusal> {
  const parsed = parseXml(document, limits);
  if (!parsed.ok) return refuse({ kind: "not-xml" });
  const found = entitiesIn(parsed.value).flatMap(identityProviderIn);
  const wanted = found.filter(
    ({ entityId }) =>
      wantedEntityId === undefined || entityId === wantedEntityId,
  );
  const [only] = wanted;
  if (wanted.length > 1 || (!only && found.length > 0))
    return refuse({ kind: "which-identity-provider" });
  if (!only) return refuse({ kind: "not-identity-provider-metadata" });
  return readDescriptor(only);
}

type Found = { readonly entityId: string; readonly descriptor: XmlElement };

/** One entity, or many, in groups or not. @see saml-metadata-2.0-os section 2.3.1 */
function entitiesIn(element: XmlElement): readonly XmlElement[] {
  if (element.namespace !== namespaces.metadata) return [];
  if (element.name === "EntityDescriptor") return [element];
  return element.name === "EntitiesDescriptor"
    ? element.children.flatMap(entitiesIn)
    : [];
}

function identityProviderIn(entity: XmlElement): readonly Found[] {
  const entityId = entity.attributes.get("entityID");
  const descriptor = children(entity, "IDPSSODescriptor").find(
    ({ attributes }) =>
      (attributes.get("protocolSupportEnumeration") ?? "")
        .split(/\s+/)
        .includes(namespaces.protocol),
  );
  return entityId && descriptor ? [{ entityId, descriptor }] : [];
}

function readDescriptor({
  entityId,
  descriptor,
}: Found): Result<IdentityProviderMetadata, MetadataRefusal> {
  const signOn = endpoints(descriptor, "SingleSignOnService");
  if (signOn.post === undefined && signOn.redirect === undefined)
    return refuse({ kind: "no-sign-on-address" });
  const signingKeys = readSigningKeys(descriptor);
  if (signingKeys.length === 0) return refuse({ kind: "no-usable-key" });
  return ok({
    entityId,
    signOn,
    signOut: endpoints(descriptor, "SingleLogoutService"),
    wantsSignedRequests: isTrue(
      descriptor.attributes.get("WantAuthnRequestsSigned"),
    ),
    signingKeys,
  });
}

function endpoints(
  descriptor: XmlElement,
  name: "SingleSignOnService" | "SingleLogoutService",
): { readonly post?: string; readonly redirect?: string } {
  const at = (binding: string): string | undefined =>
    children(descriptor, name)
      .filter(({ attributes }) => attributes.get("Binding") === binding)
      .map(({ attributes }) => attributes.get("Location") ?? "")
      .find(isWebAddress);
  const post = at(bindings.post);
  const redirect = at(bindings.redirect);
  return {
    ...(post !== undefined && { post }),
    ...(redirect !== undefined && { redirect }),
  };
}

/** A browser is sent there, so it must not be `javascript:` or the like. */
const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

const isTrue = (text: string | undefined): boolean =>
  text === "true" || text === "1";

function readSigningKeys(descriptor: XmlElement): readonly KeyObject[] {
  return children(descriptor, "KeyDescriptor")
    .filter(({ attributes }) => attributes.get("use") !== "encryption")
    .flatMap((keyDescriptor) => children(keyDescriptor, "KeyInfo"))
    .flatMap(readKeyInfo);
}

/** A certificate, or the bare numbers of an RSA key, which LemonLDAP::NG can publish instead. */
function readKeyInfo(keyInfo: XmlElement): readonly KeyObject[] {
  const certificates = children(keyInfo, "X509Data").flatMap((data) =>
    children(data, "X509Certificate").map(({ text }) =>
      readCertificateKey(text),
    ),
  );
  const numbers = children(keyInfo, "KeyValue").map((value) => {
    const rsa = child(value, "RSAKeyValue");
    return readRsaKey({
      modulus: textOf(child(rsa, "Modulus")) ?? "",
      exponent: textOf(child(rsa, "Exponent")) ?? "",
    });
  });
  // Both may be there and then say the same.
  const found = certificates.length > 0 ? certificates : numbers;
  return found.filter((key) => key !== undefined);
}
