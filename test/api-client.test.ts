import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { Validator } from "@seriousme/openapi-schema-validator";
import { apiClientSource } from "../scripts/api-client-source.ts";
import { ApiError, openClient } from "../clients/typescript/openrathaus.ts";
import { openApiDocument } from "../src/modules/api/document.ts";
import { readText } from "./source-text.ts";

test("the TypeScript client is the one that the OpenAPI document makes (repair: npm run api:client)", () => {
  const openApi = openApiDocument({ locale: "en", baseUrl: "" });
  const core = readText("clients/typescript/core.ts.txt");
  assert.equal(
    readText("clients/typescript/openrathaus.ts"),
    apiClientSource(openApi, core),
  );
});

for (const locale of ["de", "en"] as const)
  test(`the document is valid OpenAPI 3.1 (${locale})`, async () => {
    const baseUrl = "https://schwerin.example";
    const validator = new Validator();
    const document = structuredClone(openApiDocument({ locale, baseUrl }));
    const { valid, errors } = await validator.validate({ ...document });
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, "3.1");
    // What points nowhere makes this throw.
    assert.ok(validator.resolveRefs());
  });

const describedOperation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), required: z.boolean() })),
  responses: z.record(
    z.string(),
    z.object({ headers: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), describedOperation)),
});

test("the document names what every operation refuses, what it needs, and the headers to go on by", () => {
  const { paths } = described.parse(
    openApiDocument({ locale: "en", baseUrl: "" }),
  );
  const all = Object.values(paths).flatMap((one) => Object.values(one));
  const answersOf = (id: string) =>
    all.find(({ operationId }) => operationId === id)?.responses ?? {};
  for (const { operationId, responses } of all) {
    const found = Object.keys(responses);
    for (const status of ["429", "500", "503"])
      assert.ok(found.includes(status), `${operationId}: ${status}`);
    const waiting = Object.keys(responses["429"]?.headers ?? {});
    assert.deepEqual(waiting, ["Retry-After"], operationId);
  }
  const asked = paths["/zustaendigkeit"]?.["get"]?.parameters;
  assert.deepEqual(
    asked?.map(({ name, required }) => [name, required]),
    [
      ["leistung", true],
      ["ars", false],
    ],
  );
  assert.ok("404" in answersOf("findResponsible"));
  assert.ok("401" in answersOf("getToken"));
  const shown = answersOf("getSubmission")["200"]?.headers;
  assert.deepEqual(Object.keys(shown ?? {}), ["ETag"]);
});

/** The page of a proxy whose portal does not answer. */
const ofProxy = () =>
  new Response("<html>", {
    status: 502,
    statusText: "Bad Gateway",
    headers: { "content-type": "text/html" },
  });

test("the client tells of what a proxy in front of the portal answers as of any problem", async () => {
  const client = openClient({
    baseUrl: "https://schwerin.example",
    clientId: "a",
    clientSecret: "b",
    fetch: (address) =>
      Promise.resolve(
        address instanceof URL
          ? ofProxy()
          : Response.json({ access_token: "t", expires_in: 900 }),
      ),
  });
  await assert.rejects(
    client.listSubmissions(),
    (error) =>
      error instanceof ApiError &&
      error.problem.status === 502 &&
      error.problem.code === "unavailable",
  );
});

test("a document that is none is not called valid", async () => {
  const document = openApiDocument({ locale: "en", baseUrl: "" });
  const { valid } = await new Validator().validate({
    ...document,
    paths: { "/submissions": { get: { responses: "none" } } },
  });
  assert.ok(!valid);
});
