import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A back office that takes whatever is posted, and knows when. */
export type Receiver = {
  readonly url: string;
  /** When each delivery came first, by its idempotency key (`performance.now()`). */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Resolves when so many have come since the receiver was opened; throws when none comes any more. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
};

/** Longer than the worker rests, and than a circuit breaker waits. */
const patienceMs = 60_000;
const lookMs = 5;

export async function openReceiver(): Promise<Receiver> {
  const arrivals = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume();
    request.once("end", () => {
      const key = String(request.headers["idempotency-key"]);
      if (!arrivals.has(key)) arrivals.set(key, performance.now());
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/antraege`,
    arrivals,
    until: async (count) => {
      let [seen, since] = [arrivals.size, performance.now()];
      while (arrivals.size < count) {
        await new Promise((resolve) => setTimeout(resolve, lookMs));
        if (arrivals.size > seen)
          [seen, since] = [arrivals.size, performance.now()];
        if (performance.now() - since > patienceMs)
          throw new Error(
            `bench: ${String(seen)} of ${String(count)} deliveries came`,
          );
      }
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
