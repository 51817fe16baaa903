import {
  sharedServerVariable,
  startServerWithTemplate,
} from "./test-database.ts";

const running = new AsyncDisposableStack();

/** One PostgreSQL for the whole test run (`node --test --test-global-setup`). */
export async function globalSetup(): Promise<void> {
  const server = await startServerWithTemplate();
  process.env[sharedServerVariable] = JSON.stringify(server.address);
  running.defer(() => server.stop());
}

export async function globalTeardown(): Promise<void> {
  await running.disposeAsync();
}
