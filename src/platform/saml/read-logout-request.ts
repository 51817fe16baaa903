import type { KeyObject } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { ok, refuse, type Result } from "../result/result.ts";
import { fits, logoutRequestModel } from "./content-model.ts";
import { addSeconds, readInstant } from "./instant.ts";
import { readMessageText } from "./message-text.ts";
import { namespaces } from "./saml-names.ts";
import {
  findSignatureAlgorithm,
  isSignatureOf,
} from "./signature-algorithms.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { child, children, textOf } from "./xml-tree.ts";

/** Whose sessions the provider has ended. */
export type ReceivedLogout = {
  /** Counts once, until `usableUntil`. */
  readonly id: string;
  readonly usableUntil: Date;
  readonly nameId: string;
  /** Names of its sessions; none: all of the person. */
  readonly sessionIndexes: readonly string[];
};

export type LogoutExpectation = {
  readonly identityProvider: {
    readonly entityId: string;
    readonly signingKeys: readonly KeyObject[];
  };
  /** Our address for it. */
  readonly destination: string;
  readonly clockSkewSeconds: number;
  readonly now: Date;
};

export type LogoutRefusal = {
  readonly kind:
    | "not-signed"
    | "signature-algorithm-not-allowed"
    | "signature-invalid"
    | "not-xml"
    | "unexpected-structure"
    | "wrong-issuer"
    | "wrong-destination"
    | "wrong-issue-instant"
    | "expired";
};

/** A request older than this is refused, also where the provider sets no end. */
const maxAgeSeconds = 300;
const maxBytes = 64 * 1024;

/**
 * Checks a request that came with the address (HTTP-Redirect): nobody is signed out by one that the provider did not sign for us just now.
 * @see saml-bindings-2.0-os section 3.4.4.1, saml-profiles-2.0-os section 4.4.4.1
 */
export function readLogoutRequest(
  parameters: URLSearchParams,
  expected: LogoutExpectation,
): Result<ReceivedLogout, LogoutRefusal> {
  const fault = signatureFault(parameters, expected);
  if (fault) return refuse({ kind: fault });
  const message = inflated(parameters.get("SAMLRequest") ?? "");
  const read = message && readMessageText(message);
  if (!read?.ok) return refuse({ kind: "not-xml" });
  const { root } = read.value;
  const problem = problemOf(root, expected);
  return problem ? refuse({ kind: problem }) : ok(receivedIn(root, expected));
}

function signatureFault(
  parameters: URLSearchParams,
  { identityProvider }: LogoutExpectation,
): LogoutRefusal["kind"] | undefined {
  const signature = parameters.get("Signature");
  const name = parameters.get("SigAlg");
  if (!signature || !name) return "not-signed";
  const algorithm = findSignatureAlgorithm(name);
  if (!algorithm) return "signature-algorithm-not-allowed";
  const isSigned = spellings(parameters).some((octets) =>
    identityProvider.signingKeys.some((key) =>
      isSignatureOf(
        { algorithm, octets, signature: Buffer.from(signature, "base64") },
        key,
      ),
    ),
  );
  return isSigned ? undefined : "signature-invalid";
}

/** The octets that were signed are the address as the provider spelt it: with large or small hexadecimal digits. */
function spellings(parameters: URLSearchParams): readonly string[] {
  const large = ["SAMLRequest", "RelayState", "SigAlg"]
    .flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
    })
    .join("&");
  const small = large.replaceAll(/%[0-9A-F]{2}/g, (octet) =>
    octet.toLowerCase(),
  );
  return [large, small];
}

function inflated(encoded: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return undefined;
  try {
    const packed = Buffer.from(encoded, "base64");
    return inflateRawSync(packed, { maxOutputLength: maxBytes });
  } catch {
    // zlib says by throwing that this is no such stream, or a larger one.
    return undefined;
  }
}

function problemOf(
  root: XmlElement,
  expected: LogoutExpectation,
): LogoutRefusal["kind"] | undefined {
  const { attributes } = root;
  const isRequest =
    root.name === "LogoutRequest" &&
    root.namespace === namespaces.protocol &&
    attributes.get("Version") === "2.0" &&
    Boolean(attributes.get("ID")) &&
    fits(root, logoutRequestModel);
  if (!isRequest) return "unexpected-structure";
  if (textOf(child(root, "Issuer")) !== expected.identityProvider.entityId)
    return "wrong-issuer";
  if (attributes.get("Destination") !== expected.destination)
    return "wrong-destination";
  return timeProblem(attributes, expected);
}

function timeProblem(
  attributes: XmlElement["attributes"],
  { now, clockSkewSeconds: skew }: LogoutExpectation,
): LogoutRefusal["kind"] | undefined {
  const issued = readInstant(attributes.get("IssueInstant"));
  if (
    !issued ||
    issued > addSeconds(now, skew) ||
    issued < addSeconds(now, -maxAgeSeconds - skew)
  )
    return "wrong-issue-instant";
  const said = attributes.get("NotOnOrAfter");
  const end = readInstant(said);
  const isOver = said !== undefined && (!end || end <= addSeconds(now, -skew));
  return isOver ? "expired" : undefined;
}

function receivedIn(
  root: XmlElement,
  { now, clockSkewSeconds }: LogoutExpectation,
): ReceivedLogout {
  return {
    id: root.attributes.get("ID") ?? "",
    usableUntil: addSeconds(now, maxAgeSeconds + 2 * clockSkewSeconds),
    nameId: textOf(child(root, "NameID")) ?? "",
    sessionIndexes: children(root, "SessionIndex").flatMap(
      (index) => textOf(index) ?? [],
    ),
  };
}
