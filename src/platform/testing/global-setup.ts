import { shareServer } from "./test-server.ts";

const running = new AsyncDisposableStack();

/** One PostgreSQL for the whole test run (`node --test --test-global-setup`). */
export async function globalSetup(): Promise<void> {
  const server = await shareServer();
  running.defer(() => server.stop());
}

export async function globalTeardown(): Promise<void> {
  await running.disposeAsync();
}
