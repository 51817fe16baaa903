import { setTimeout as sleep } from "node:timers/promises";
import { isUsed, shareUse, withStartLock } from "./folder-locks.ts";
import type { FileLock } from "./file-lock.ts";
import { isAlive, type RunningServer } from "./postmaster.ts";
import {
  endServer,
  type EnsuredServer,
  ensureServer,
  type ServerOptions,
} from "./server.ts";

export type ServerEvent =
  | {
      readonly kind: "created" | "started" | "taken-over" | "restarted";
      readonly processId: number;
      readonly durationMs: number;
    }
  /** The server ended by itself and could not be started again yet; it is tried again every second. */
  | { readonly kind: "restart-failed"; readonly error: unknown }
  | { readonly kind: "stopped" }
  /** Not stopped, because another process still uses it. */
  | { readonly kind: "left-running" };

type OnEvent = (event: ServerEvent) => void;

const watchMs = 200;
const retryMs = 1000;

/** The time in which this process uses the server: it shares the use lock and restarts a server that ended unasked. */
export class ServerSession {
  readonly how: EnsuredServer["how"];
  readonly #options: ServerOptions;
  readonly #onEvent: OnEvent;
  readonly #use: FileLock;
  readonly #watch = new AbortController();
  readonly #watching: Promise<void>;
  #server: RunningServer;
  #stopping: Promise<void> | undefined;

  static async open(
    options: ServerOptions,
    onEvent: OnEvent,
  ): Promise<ServerSession> {
    const startedAt = performance.now();
    return withStartLock(options.folder, async () => {
      const isInUse = isUsed(options.folder);
      const use = shareUse(options.folder);
      try {
        const ensured = await ensureServer(options, { isInUse });
        onEvent({
          kind: ensured.how,
          processId: ensured.server.processId,
          durationMs: performance.now() - startedAt,
        });
        return new ServerSession(options, onEvent, { use, ensured });
      } catch (error) {
        use.release();
        if (!isInUse) await endServer(options.folder);
        throw error;
      }
    });
  }

  private constructor(
    options: ServerOptions,
    onEvent: OnEvent,
    { use, ensured }: { use: FileLock; ensured: EnsuredServer },
  ) {
    this.#options = options;
    this.#onEvent = onEvent;
    this.#use = use;
    this.#server = ensured.server;
    this.how = ensured.how;
    this.#watching = this.#keepRunning();
  }

  get server(): RunningServer {
    return this.#server;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#watch.abort();
    await this.#watching;
    const { folder } = this.#options;
    await withStartLock(folder, async () => {
      this.#use.release();
      if (isUsed(folder)) {
        this.#onEvent({ kind: "left-running" });
        return;
      }
      await endServer(folder);
      this.#onEvent({ kind: "stopped" });
    });
  }

  async #keepRunning(): Promise<void> {
    let pauseMs = watchMs;
    while (await this.#isStillWatching(pauseMs)) {
      pauseMs = watchMs;
      if (isAlive(this.#server)) continue;
      try {
        await this.#restart();
      } catch (error) {
        this.#onEvent({ kind: "restart-failed", error });
        pauseMs = retryMs;
      }
    }
  }

  async #isStillWatching(pauseMs: number): Promise<boolean> {
    const { signal } = this.#watch;
    try {
      await sleep(pauseMs, undefined, { signal, ref: false });
    } catch {
      // aborted: stop() was called
    }
    return !signal.aborted;
  }

  async #restart(): Promise<void> {
    const startedAt = performance.now();
    const { server } = await withStartLock(this.#options.folder, () =>
      ensureServer(this.#options, { isInUse: true }),
    );
    this.#server = server;
    this.#onEvent({
      kind: "restarted",
      processId: server.processId,
      durationMs: performance.now() - startedAt,
    });
  }
}
