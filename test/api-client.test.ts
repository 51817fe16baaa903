import assert from "node:assert/strict";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { apiClientSource } from "../scripts/api-client-source.ts";
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

test("a document that is none is not called valid", async () => {
  const document = openApiDocument({ locale: "en", baseUrl: "" });
  const { valid } = await new Validator().validate({
    ...document,
    paths: { "/submissions": { get: { responses: "none" } } },
  });
  assert.ok(!valid);
});
