import { z } from "zod";

/** Only what our own document uses of JSON Schema; anything else stops the generator. */
type Schema = {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    items: schema.optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
  }),
);
const content = z.record(z.string(), z.object({ schema: schema.optional() }));
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      schema,
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

type Operation = z.infer<typeof operation>;

/** The TypeScript client of the interface, made of its OpenAPI document: types of all schemas, and a function for each operation. */
export function apiClientSource(openApi: unknown, core: string): string {
  const { paths, components } = document.parse(openApi);
  const types = Object.entries(components.schemas).map(
    ([name, one]) => `export type ${name} = ${typeOf(one)};\n`,
  );
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Tokens are the client's own business, and what needs none is for everybody.
      .filter(
        ([, { operationId }]) =>
          operationId !== "getToken" && operationId !== "findResponsible",
      )
      .map(([method, one]) => callOf(path, method, one)),
  );
  return [
    "// Written by `npm run api:client` from the OpenAPI document. Do not edit.\n",
    ...types,
    core,
    `/** Every operation of the interface. Throws \`ApiError\` with the problem on a refusal. */
export function openClient(access: Access) {
  const call = createCall(access);
  return {
${calls.join("\n")}
  };
}
`,
  ].join("\n");
}

function typeOf(given: Schema): string {
  const { $ref, anyOf, type } = given;
  if ($ref !== undefined) return $ref.split("/").at(-1) ?? "";
  if (anyOf) return anyOf.map(typeOf).join(" | ");
  const values = given.enum ?? ("const" in given ? [given.const] : undefined);
  if (values) return values.map((one) => JSON.stringify(one)).join(" | ");
  return type === undefined ? "unknown" : typeNamed(type, given);
}

function typeNamed(type: string, given: Schema): string {
  if (type === "object") return objectOf(given);
  if (type === "array") return `readonly (${typeOf(given.items ?? {})})[]`;
  const names: Readonly<Record<string, string>> = {
    string: "string",
    boolean: "boolean",
    null: "null",
    integer: "number",
    number: "number",
  };
  const name = names[type];
  if (name === undefined) throw new Error(`api client: what is a ${type}?`);
  return name;
}

function objectOf({ properties, required = [] }: Schema): string {
  if (!properties) return "Readonly<Record<string, unknown>>";
  const fields = Object.entries(properties).map(
    ([name, one]) =>
      `readonly ${name}${required.includes(name) ? "" : "?"}: ${typeOf(one)}`,
  );
  return `{ ${fields.join("; ")} }`;
}

const namesOfHeaders: Readonly<Record<string, string>> = {
  "If-Match": "ifMatch",
  "If-None-Match": "ifNoneMatch",
  "Idempotency-Key": "idempotencyKey",
};

function callOf(path: string, method: string, given: Operation): string {
  const { operationId, summary, parameters, requestBody, responses } = given;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const inputs = parameters.map(
    (one) =>
      `${namesOfHeaders[one.name] ?? one.name}${one.required ? "" : "?"}: ${typeOf(one.schema)}`,
  );
  if (body) inputs.push(`body: ${typeOf(body)}`);
  const isOptional = parameters.every(({ required }) => !required) && !body;
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, answer]) => Object.values(answer.content ?? {})[0]?.schema);
  const answer = answers[0] ? typeOf(answers[0]) : "Uint8Array";
  const pairs = (place: string) =>
    parameters
      .filter((one) => one.in === place)
      .map(({ name }) => `"${name}": input.${namesOfHeaders[name] ?? name}`);
  return `    /** ${summary}. */
    ${operationId}: (input: { ${inputs.join("; ")} }${isOptional ? " = {}" : ""}) =>
      call<${answer}>({
        method: "${method.toUpperCase()}",
        path: \`${path.replaceAll(/\{(\w+)\}/gu, "${encodeURIComponent(input.$1)}")}\`,
        query: { ${pairs("query").join(", ")} },
        headers: { ${pairs("header").join(", ")} },
        body: ${body ? "input.body" : "undefined"},
        isFile: ${String(answers[0] === undefined)},
      }),`;
}
