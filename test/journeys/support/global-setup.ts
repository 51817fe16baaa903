import { globalSetup as startServer } from "../../../src/platform/testing/global-setup.ts";
import { browserPath } from "./browser.ts";

export { globalTeardown } from "../../../src/platform/testing/global-setup.ts";

/** One PostgreSQL for all journeys, and the browser unpacked before two of them want it at once. */
export async function globalSetup(): Promise<void> {
  await browserPath();
  await startServer();
}
