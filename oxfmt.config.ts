import { defineConfig } from "oxfmt";

/** How every source and document is written; what a program writes into the repository, too. */
export const style = { printWidth: 80 };

export default defineConfig({
  ...style,
  sortPackageJson: false,
  ignorePatterns: [
    "LICENSE",
    "package-lock.json",
    "db/schema.sql",
    "clients/typescript/openrathaus.ts",
    // Recorded or official material is kept byte for byte.
    "test/fixtures/",
    "**/recordings/",
  ],
});
