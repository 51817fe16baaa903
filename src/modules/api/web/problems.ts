import type { z } from "zod";
import type { PortalRequest, Raw } from "../../../shell/web/route.ts";
import { apiTexts } from "../i18n/texts.ts";

/** What can go wrong, with its status. The words are in i18n. */
export const problemStatus = {
  "token-missing": 401,
  "token-invalid": 401,
  "scope-missing": 403,
  "too-many-calls": 429,
  "not-found": 404,
  "not-ready": 409,
  "query-wrong": 400,
  "body-too-large": 413,
  "body-not-json": 415,
  "body-wrong": 422,
  "key-missing": 400,
  "key-reused": 422,
  "key-busy": 409,
  "version-missing": 428,
  "version-changed": 412,
  "step-not-allowed": 409,
  "bescheid-needed": 409,
  "note-missing": 422,
  "nobody-to-tell": 409,
  "document-not-allowed": 422,
  fault: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const problemCodes = Object.keys(problemStatus).filter(isProblemCode);

function isProblemCode(text: string): text is ProblemCode {
  return text in problemStatus;
}

/** Every operation may answer so, by the frame that all requests pass. */
export const frameProblems: readonly ProblemCode[] = ["fault", "unavailable"];

/** Every operation with a token may answer so. */
export const tokenProblems: readonly ProblemCode[] = [
  "token-missing",
  "token-invalid",
  "scope-missing",
  "too-many-calls",
];

export type ProblemMore = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of what is wrong in the body or query. */
  readonly fields?: readonly string[];
};

/** Names of what does not fit a schema. */
export const fieldsOf = (error: z.ZodError): string[] => [
  ...new Set(error.issues.map(({ path }) => path.join("."))),
];

/** What went wrong, for a program and whoever reads its log. @see RFC 9457 */
export function problem(
  code: ProblemCode,
  { locale, baseUrl }: Pick<PortalRequest, "locale" | "baseUrl">,
  { headers = {}, fields }: ProblemMore = {},
): Raw {
  const status = problemStatus[code];
  return {
    kind: "raw",
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({
      type: `${baseUrl}/api#${code}`,
      title: apiTexts(locale)(`problem.${code}`),
      status,
      code,
      ...(fields && { fields }),
    }),
  };
}
