import { once } from "node:events";
import {
  createServer,
  request,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../../src/main/testing/free-port.ts";
import {
  makeProviderKeys,
  startOpenIdProvider,
  type RunningProvider,
} from "../../../../src/platform/openid-connect/testing/openid-provider.ts";

/** What the provider does with what it is asked. */
export type ProviderMood =
  | { readonly kind: "well" }
  /** Connections are taken, and no answer comes. */
  | { readonly kind: "silent" }
  | { readonly kind: "slow"; readonly ms: number }
  /** To questions whose path ends so; everything else is answered well. */
  | { readonly kind: "failing"; readonly path: RegExp };

export type ProviderPeer = {
  readonly issuer: string;
  readonly clientSecret: string;
  calls(): number;
  set(mood: ProviderMood): void;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const clientSecret = "geheim-geheim-geheim-geheim-geheim";

const people = {
  erika: { given_name: "Erika", family_name: "Mustermann" },
};

const clientOf = (redirectUri: string) => ({
  client_id: "openrathaus",
  client_secret: clientSecret,
  redirect_uris: [redirectUri],
});

type State = { mood: ProviderMood; calls: number };

/** A real OpenID provider (`oidc-provider`) in a process of its own, and before it what a network and a worn-out server do. */
export async function startProviderPeer(
  redirectUri: string,
): Promise<ProviderPeer> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${String(port)}`;
  const behind = await freePort();
  // As every server has them: a new start changes nothing about who it is.
  const keys = await makeProviderKeys();
  const state: State = { mood: { kind: "well" }, calls: 0 };
  const open = () =>
    startOpenIdProvider({
      port: behind,
      issuer,
      keys,
      people,
      clients: [clientOf(redirectUri)],
    });
  let provider: RunningProvider | undefined = await open();
  const before = createServer((asked, answer) => {
    state.calls += 1;
    pass(state.mood, { asked, answer, behind });
  });
  before.listen(port, "127.0.0.1");
  await once(before, "listening");
  return {
    issuer,
    clientSecret,
    calls: () => state.calls,
    set: (mood) => {
      state.mood = mood;
      // What hung gets no answer any more.
      if (mood.kind === "well") before.closeAllConnections();
    },
    kill: async () => {
      await provider?.stop();
      provider = undefined;
    },
    start: async () => {
      provider ??= await open();
    },
    stop: async () => {
      before.closeAllConnections();
      before.close();
      await provider?.stop();
    },
  };
}

function pass(
  mood: ProviderMood,
  {
    asked,
    answer,
    behind,
  }: {
    readonly asked: IncomingMessage;
    readonly answer: ServerResponse;
    readonly behind: number;
  },
): void {
  if (mood.kind === "silent") return;
  if (mood.kind === "failing" && mood.path.test(asked.url ?? "")) {
    answer.writeHead(500, { "content-type": "text/html" }).end("<h1>500</h1>");
    return;
  }
  const to = request(
    {
      port: behind,
      host: "127.0.0.1",
      method: asked.method,
      path: asked.url,
      headers: asked.headers,
    },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    },
  );
  // As a machine without the program: the connection is reset.
  to.on("error", () => answer.socket?.destroy());
  void sleep(mood.kind === "slow" ? mood.ms : 0).then(() => asked.pipe(to));
  answer.on("error", () => to.destroy());
}
