import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../src/main/testing/free-port.ts";

/** What happens on the way between two programs. */
export type Mood =
  | { readonly kind: "well" }
  /** Each piece comes later: by so much, and up to so much more. */
  | {
      readonly kind: "slow";
      readonly delayMs: number;
      readonly jitterMs: number;
    }
  /** Connections are taken, nothing goes through. */
  | { readonly kind: "silent" }
  /** All connections are reset, and each new one. */
  | { readonly kind: "cut" }
  /** In place of an answer with these bytes in it the connection is reset, once in so many times: the sender cannot know what became of it. */
  | {
      readonly kind: "resetting-answers";
      readonly bytes: Buffer;
      readonly onceIn: number;
    };

export type ToxicProxy = {
  readonly port: number;
  /** Connections that were begun. */
  readonly connections: () => number;
  /** Those of them that led to nobody. */
  readonly unheard: () => number;
  /** Answers in place of which there was a reset. */
  resets(): number;
  set(mood: Mood): void;
  stop(): Promise<void>;
};

/** Where the connections end: a port of this machine or a Unix socket. */
export type Target = { readonly port: number } | { readonly path: string };

/** What the calling programs hold the other end of. */
const callers = new WeakSet<Socket>();

type State = {
  mood: Mood;
  changed: PromiseWithResolvers<undefined>;
  connections: number;
  unheard: number;
  resets: number;
  answers: number;
  readonly open: Set<Socket>;
};

/** Stands between two programs and lets through what it gets until told otherwise. */
export async function startToxicProxy(target: Target): Promise<ToxicProxy> {
  const state: State = {
    mood: { kind: "well" },
    changed: Promise.withResolvers(),
    connections: 0,
    unheard: 0,
    resets: 0,
    answers: 0,
    open: new Set(),
  };
  const server = createServer({ noDelay: true }, (near) => {
    state.connections += 1;
    callers.add(near);
    if (state.mood.kind === "cut") near.resetAndDestroy();
    else join(state, near, target);
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const resetAll = () => {
    for (const socket of state.open) reset(socket);
  };
  return {
    port,
    connections: () => state.connections,
    unheard: () => state.unheard,
    resets: () => state.resets,
    set: (mood) => {
      state.mood = mood;
      if (mood.kind === "cut") resetAll();
      state.changed.resolve(undefined);
      state.changed = Promise.withResolvers();
    },
    stop: async () => {
      resetAll();
      server.close();
      await once(server, "close");
    },
  };
}

function join(state: State, near: Socket, target: Target): void {
  const far = connect({ ...target, noDelay: true });
  far.once("error", () => {
    if (far.connecting || far.bytesRead === 0) state.unheard += 1;
  });
  for (const socket of [near, far]) {
    state.open.add(socket);
    socket.on("close", () => state.open.delete(socket));
  }
  pass(state, { from: near, to: far, isAnswer: false });
  pass(state, { from: far, to: near, isAnswer: true });
}

type Way = {
  readonly from: Socket;
  readonly to: Socket;
  readonly isAnswer: boolean;
};

/** One direction, in its order. */
function pass(state: State, { from, to, isAnswer }: Way): void {
  let last: Promise<unknown> = Promise.resolve();
  const then = (step: () => Promise<void> | void) => {
    last = last.then(step);
  };
  from.on("data", (chunk: Buffer) => {
    const due = dueAt(state.mood);
    then(async () => {
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      while (state.mood.kind === "silent") await state.changed.promise;
      if (isAnswer && isToBeReset(state, chunk)) {
        state.resets += 1;
        reset(from);
        reset(to);
      } else if (!to.destroyed) to.write(chunk);
    });
  });
  from.on("end", () => {
    then(() => {
      to.end();
    });
  });
  from.on("error", () => {
    reset(to);
  });
}

function dueAt(mood: Mood): number {
  return mood.kind === "slow"
    ? performance.now() + mood.delayMs + Math.random() * mood.jitterMs
    : 0;
}

function isToBeReset(state: State, chunk: Buffer): boolean {
  const { mood } = state;
  if (mood.kind !== "resetting-answers" || !chunk.includes(mood.bytes))
    return false;
  state.answers += 1;
  return state.answers % mood.onceIn === 0;
}

/** The program that called sees a reset. */
function reset(socket: Socket): void {
  if (socket.destroyed) return;
  if (callers.has(socket) && !socket.readableEnded) socket.resetAndDestroy();
  else socket.destroy();
}
