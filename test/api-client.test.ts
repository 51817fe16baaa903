import assert from "node:assert/strict";
import { test } from "node:test";
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
