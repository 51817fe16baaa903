import { z } from "zod";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { scopes } from "../domain/client.ts";
import { accessTexts, apiTexts } from "../i18n/texts.ts";
import {
  apiPath,
  operationIds,
  operations,
  type Operation,
  type OperationId,
} from "./operations.ts";
import {
  frameProblems,
  tokenProblems,
  problemStatus,
  type ProblemCode,
} from "./problems.ts";
import { schemas } from "./schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** The document of the interface, made of the same table and schemas as its routes. @see OpenAPI 3.1 */
export function openApiDocument({
  locale,
  baseUrl,
}: {
  readonly locale: Locale;
  readonly baseUrl: string;
}): Json {
  const t = apiTexts(locale);
  return {
    openapi: "3.1.0",
    info: { title: t("title"), version: "1.0.0", description: t("lead") },
    servers: [{ url: `${baseUrl}${apiPath}` }],
    security: [{ token: [] }],
    paths: pathsOf(locale),
    components: {
      securitySchemes: {
        token: {
          type: "oauth2",
          flows: {
            clientCredentials: {
              tokenUrl: `${baseUrl}${apiPath}${operations.getToken.path}`,
              scopes: Object.fromEntries(
                scopes.map((scope) => [
                  scope,
                  accessTexts(locale)(`scope.${scope}`),
                ]),
              ),
            },
          },
        },
      },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [
          name,
          schemaOf(schema),
        ]),
      ),
    },
  };
}

/** JSON Schema 2020-12 is what OpenAPI 3.1 takes. */
function schemaOf(schema: z.ZodType): Json {
  const entries = Object.entries(z.toJSONSchema(schema, { io: "input" }));
  return Object.fromEntries(entries.filter(([name]) => name !== "$schema"));
}

function pathsOf(locale: Locale): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const id of operationIds) {
    const { method, path } = operations[id];
    const braced = path.replaceAll(/:(\w+)/gu, "{$1}");
    const methods = (paths[braced] ??= {});
    methods[method.toLowerCase()] = operationOf(id, locale);
  }
  return paths;
}

function operationOf(id: OperationId, locale: Locale): Json {
  const t = apiTexts(locale);
  const operation: Operation = operations[id];
  const { scope, body } = operation;
  return {
    operationId: id,
    summary: t(`operation.${id}`),
    security: scope === undefined ? [] : [{ token: [scope] }],
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [body.mediaType ?? "application/json"]: {
            schema: reference(body.schema),
          },
        },
      },
    }),
    responses: {
      ...answersOf(operation, t("answer")),
      ...refusalsOf(operation, t("refusal")),
      ...problemsOf(operation, locale),
    },
  };
}

const reference = (name: string): Json => ({
  $ref: `#/components/schemas/${name}`,
});

const asked = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())),
  required: z.array(z.string()).default([]),
});

function parametersOf({ path, query, headers = [] }: Operation): Json[] {
  const inPath = [...path.matchAll(/:(\w+)/gu)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
  const { properties, required } = query
    ? asked.parse(schemaOf(query))
    : { properties: {}, required: [] };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  const inHeaders = headers.map(({ name, isRequired }) => ({
    name,
    in: "header",
    required: isRequired,
    schema: { type: "string", maxLength: 200 },
  }));
  return [...inPath, ...inQuery, ...inHeaders];
}

function answersOf({ answers }: Operation, description: string): Json {
  return Object.fromEntries(
    answers.map(({ status, content, headers = [] }) => [
      String(status),
      {
        description,
        ...headersNamed(headers),
        ...(content && {
          content:
            "schema" in content
              ? { "application/json": { schema: reference(content.schema) } }
              : { [content.mediaType]: {} },
        }),
      },
    ]),
  );
}

const headersNamed = (names: readonly string[]): Json =>
  names.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          names.map((name) => [name, { schema: { type: "string" } }]),
        ),
      };

function refusalsOf({ refusals }: Operation, description: string): Json {
  if (!refusals) return {};
  const content = {
    "application/json": { schema: reference(refusals.schema) },
  };
  return Object.fromEntries(
    refusals.statuses.map((status) => [
      String(status),
      { description, content },
    ]),
  );
}

/** What says how to go on. @see RFC 9110 sections 10.2.3 and 11.6.1 */
const headersOfProblem: Readonly<Record<number, readonly string[]>> = {
  401: ["WWW-Authenticate"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

/** One for each status, with the codes it can have. */
export function problemCodesOf({
  scope,
  problems,
}: Operation): readonly ProblemCode[] {
  const ofTokens = scope === undefined ? [] : tokenProblems;
  return [...ofTokens, ...problems, ...frameProblems];
}

function problemsOf(operation: Operation, locale: Locale): Json {
  const t = apiTexts(locale);
  const byStatus = new Map<number, readonly ProblemCode[]>();
  for (const code of problemCodesOf(operation)) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes
          .map((code) => `${code}: ${t(`problem.${code}`)}`)
          .join(" "),
        ...headersNamed(headersOfProblem[status] ?? []),
        content: {
          "application/problem+json": { schema: reference("Problem") },
        },
      },
    ]),
  );
}
