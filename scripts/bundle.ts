/**
 * `npm run bundle`: puts the portal's scripts and packages together into few files, which `bin/run-portal.mjs` then runs in their place (ADR 34). Done by the
 * first start by itself, where the folder can be written.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { bundleFolder } from "../bin/bundle/fingerprint.mjs";
import { compileBundle } from "./bundle/compile-bundle.ts";

const root = path.join(import.meta.dirname, "..");
const folder = bundleFolder(root);
try {
  if (!existsSync(folder)) {
    // Here, so that its being away is told in one sentence, too.
    const { makeBundle } = await import("./bundle/make-bundle.ts");
    await makeBundle(root, folder);
    compileBundle(root);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
