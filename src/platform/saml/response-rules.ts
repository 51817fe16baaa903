import type { XmlElement } from "../xml/xml-element.ts";
import { addSeconds, readInstant } from "./instant.ts";
import { statusSuccess } from "./saml-names.ts";
import { child, textOf } from "./xml-tree.ts";
import type { ResponseExpectation } from "./response-expectation.ts";

export type ResponseProblem =
  | {
      readonly kind:
        | "unexpected-version"
        | "wrong-issuer"
        | "wrong-destination"
        | "wrong-in-response-to"
        | "wrong-issue-instant";
    }
  | {
      readonly kind: "status-not-success";
      /** Outermost first. */
      readonly codes: readonly string[];
      /** As the provider wrote it, for example BundID's JSON with its own codes. Not to be shown as it is. */
      readonly detail: string;
    };

/** What the response itself says: from whom, to whom, in answer to what, and whether it is a yes. */
export function responseProblem(
  response: XmlElement,
  expected: ResponseExpectation,
): ResponseProblem | undefined {
  const { identityProvider, serviceProvider, request } = expected;
  const { attributes } = response;
  if (attributes.get("Version") !== "2.0")
    return { kind: "unexpected-version" };
  if (textOf(child(response, "Issuer")) !== identityProvider.entityId)
    return { kind: "wrong-issuer" };
  if (attributes.get("Destination") !== serviceProvider.assertionConsumerUrl)
    return { kind: "wrong-destination" };
  if (attributes.get("InResponseTo") !== request.id)
    return { kind: "wrong-in-response-to" };
  if (!isIssuedInBetween(response, expected))
    return { kind: "wrong-issue-instant" };
  return statusProblem(child(response, "Status"));
}

/** Issued after the request and before now. */
export function isIssuedInBetween(
  message: XmlElement,
  { request, demands, now }: ResponseExpectation,
): boolean {
  const issued = readInstant(message.attributes.get("IssueInstant"));
  return (
    issued !== undefined &&
    issued >= addSeconds(request.issuedAt, -demands.clockSkewSeconds) &&
    issued <= addSeconds(now, demands.clockSkewSeconds)
  );
}

function statusProblem(
  status: XmlElement | undefined,
): ResponseProblem | undefined {
  const codes = statusCodes(child(status, "StatusCode"));
  if (codes[0] === statusSuccess) return undefined;
  const texts = [child(status, "StatusMessage"), child(status, "StatusDetail")];
  const detail = texts.flatMap(allText).join("\n");
  return { kind: "status-not-success", codes, detail };
}

function statusCodes(code: XmlElement | undefined): readonly string[] {
  if (!code) return [];
  const value = code.attributes.get("Value") ?? "";
  return [value, ...statusCodes(child(code, "StatusCode"))];
}

function allText(element: XmlElement | undefined): readonly string[] {
  if (!element) return [];
  const own = element.text.trim();
  return [...(own === "" ? [] : [own]), ...element.children.flatMap(allText)];
}
