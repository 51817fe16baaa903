import { writeFileSync } from "node:fs";
import { formDefinitionJsonSchema } from "../src/modules/forms/form-definition-schema.ts";

// Writes src/modules/forms/form-definition.schema.json from the schema in code; a test compares the two.
const path = new URL(
  "../src/modules/forms/form-definition.schema.json",
  import.meta.url,
);
writeFileSync(path, formDefinitionJsonSchema());
