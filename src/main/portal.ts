import { createProgram, describeFailure } from "./program.ts";

try {
  await createProgram().parseAsync();
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
