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

/** What the response itself says: from whom, to whom, in answer to what, and whether it is a yes. All that is wrong with it, in this order. */
export function responseProblems(
  response: XmlElement,
  expected: ResponseExpectation,
): readonly ResponseProblem[] {
  const { identityProvider, serviceProvider, request } = expected;
  const { attributes } = response;
  const issuer = textOf(child(response, "Issuer"));
  const destination = attributes.get("Destination");
  const problems: readonly (ResponseProblem | false | undefined)[] = [
    attributes.get("Version") !== "2.0" && { kind: "unexpected-version" },
    issuer !== identityProvider.entityId && { kind: "wrong-issuer" },
    destination !== serviceProvider.assertionConsumerUrl && {
      kind: "wrong-destination",
    },
    attributes.get("InResponseTo") !== request.id && {
      kind: "wrong-in-response-to",
    },
    !isIssuedInBetween(response, expected) && { kind: "wrong-issue-instant" },
    statusProblem(child(response, "Status")),
  ];
  return problems.filter(
    (problem) => problem !== false && problem !== undefined,
  );
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
