/** Writes the TypeScript client from the OpenAPI document: `npm run api:client`. test/api-client.test.ts compares it. */
import { readFileSync } from "node:fs";
import { openApiDocument } from "../src/modules/api/document.ts";
import { apiClientSource } from "./api-client-source.ts";
import { writeGenerated } from "./schema/keep-file.ts";

const core = new URL("../clients/typescript/core.ts.txt", import.meta.url);
const openApi = openApiDocument({ locale: "en", baseUrl: "" });
writeGenerated(
  "clients/typescript/openrathaus.ts",
  apiClientSource(openApi, readFileSync(core, "utf8")),
);
