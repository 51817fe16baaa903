import { keepScriptsWithoutTypes } from "../platform/process/scripts-without-types.ts";

// Before anything else is loaded.
keepScriptsWithoutTypes();
const { createProgram, describeFailure } = await import("./program.ts");

try {
  await createProgram().parseAsync();
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
