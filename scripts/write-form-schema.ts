import { writeFileSync } from "node:fs";
import { formDefinitionJsonSchema } from "../src/modules/forms/form-definition-schema.ts";
import { overlayJsonSchema } from "../src/modules/forms/overlay-schema.ts";

// Writes the JSON Schemas in src/modules/forms from the schemas in code; tests compare them.
const folder = new URL("../src/modules/forms/", import.meta.url);
writeFileSync(
  new URL("form-definition.schema.json", folder),
  formDefinitionJsonSchema(),
);
writeFileSync(new URL("overlay.schema.json", folder), overlayJsonSchema());
