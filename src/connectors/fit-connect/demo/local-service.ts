import { randomUUID } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { LocalKeys } from "./local-keys.ts";
import { callBack } from "./call-back.ts";
import { answerUnder, isEndedBy, takeFault } from "./local-faults.ts";
import { answer, type Ground } from "./local-routes.ts";
import type { Answer, Call, LocalCase, LocalService } from "./local-types.ts";
import { signEvent } from "./sign-event.ts";

const dayMs = 86_400_000;

export type LocalSettings = {
  readonly serviceIdentifier?: string;
  /** What the Zustellpunkt takes besides. */
  readonly more?: readonly {
    readonly identifier: string;
    readonly submissionSchemas: readonly {
      readonly schemaUri: string;
      readonly mimeType: string;
    }[];
  }[];
  readonly port?: number;
  /** As it was when it ended. */
  readonly kept?: {
    readonly destinationId: string;
    readonly cases: readonly LocalCase[];
  };
  /** Serves in place of the usual way, for who wants faults or a memory of their own; `work` does what the call asks for. */
  readonly serveBy?: (
    exchange: {
      readonly request: IncomingMessage;
      readonly reply: ServerResponse;
    },
    work: (call: Call) => Promise<Answer>,
  ) => Promise<void>;
};

/** A delivery service over real HTTP that behaves as FIT-Connect documents it, for one Zustellpunkt and one client. */
export async function startLocalService(
  keys: LocalKeys,
  settings: LocalSettings = {},
): Promise<LocalService> {
  const service = describe(keys, settings);
  const tokens: Ground["tokens"] = new Map();
  let server = createServer();
  let port = settings.port ?? 0;
  let aheadMs = 0;
  const local: LocalService = {
    ...service,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    now: () => new Date(Date.now() + aheadMs),
    advance: async (ms) => {
      aheadMs += ms;
      await passDeadlines(local);
    },
    say: async (kind, { caseId, ...given }) => {
      const known = [...local.cases.values()].find(
        (it) => it.caseId === caseId,
      );
      if (!known) throw new Error("local service: no such case");
      known.log.push(await signEvent(local, known, { kind, ...given }));
      known.isOver ||= endings.has(kind);
      callBack(local, "sender", known);
    },
    start: async () => {
      const ground = { local, tokens };
      const { serveBy } = settings;
      server = createServer(
        (request, reply) =>
          void (serveBy
            ? serveBy({ request, reply }, (call) => answer(ground, call))
            : serve(ground, request, reply)),
      );
      port = await listen(server, port);
    },
    stop: async () => {
      const closed = Promise.withResolvers<undefined>();
      server.close(() => closed.resolve(undefined));
      server.closeAllConnections();
      await closed.promise;
    },
  };
  await local.start();
  return local;
}

/** Gives the port it listens on: the wanted one, or for 0 any. */
async function listen(server: Server, port: number): Promise<number> {
  const listening = Promise.withResolvers<undefined>();
  server.once("error", listening.reject);
  server.listen(port, "127.0.0.1", () => listening.resolve(undefined));
  await listening.promise;
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

/** What is answered waits for its Zustellpunkt no longer. */
const endings: ReadonlySet<string> = new Set([
  "accept-submission",
  "reject-submission",
]);

function describe(
  keys: LocalKeys,
  {
    serviceIdentifier = "urn:de:fim:leika:leistung:99108008001000",
    more = [],
    kept,
  }: LocalSettings,
) {
  const schemaUri = "urn:xoev-de:fim:standard:xfall:s05000058_1.0";
  const { encryption } = keys;
  return {
    keys,
    schemaUri,
    destinationId: kept?.destinationId ?? randomUUID(),
    client: { id: "sender", secret: "sender-secret-of-the-tests" },
    subscriber: { id: "subscriber", secret: "subscriber-secret-of-the-tests" },
    cases: new Map(
      (kept?.cases ?? []).map((it) => [it.submissionId, it] as const),
    ),
    callbacks: {},
    routing: {
      // The county of Ludwigslust-Parchim.
      areas: ["13076"],
      claims: {},
      signer: "portal" as const,
      destinationId: undefined,
    },
    calls: [],
    faults: [],
    destination: {
      status: "active",
      encryptionKid: encryption.kid,
      metadataVersions: ["2.1.0"],
      replyChannels: { eMail: {} },
      publicServices: [
        {
          identifier: serviceIdentifier,
          submissionSchemas: ["application/xml", "application/json"].map(
            (mimeType) => ({ schemaUri, mimeType }),
          ),
        },
        ...more,
      ],
    },
    encryptionKey: { ...encryption.jwk },
  };
}

/** Day 14: rejected. Day 21: deleted. Incomplete: deleted after a day. */
async function passDeadlines(local: LocalService): Promise<void> {
  for (const it of [...local.cases.values()]) {
    const ageMs = local.now().getTime() - it.createdAt.getTime();
    if (!it.submission) {
      if (ageMs > dayMs) local.cases.delete(it.submissionId);
    } else if (!it.isOver && ageMs >= 14 * dayMs) {
      it.isOver = true;
      const issuer = local.url;
      it.log.push(
        await signEvent(local, it, { kind: "reject-submission", issuer }),
      );
      callBack(local, "sender", it);
    }
  }
}

async function serve(
  ground: Ground,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const body = await readAll(request).catch(() => undefined);
  if (body === undefined) return;
  const url = new URL(request.url ?? "/", "http://local");
  const { method = "", headers } = request;
  const { searchParams: query, pathname: path } = url;
  const call = { method, headers, body, path, query };
  const name = `${method} ${url.pathname}`;
  ground.local.calls.push(name);
  const fault = takeFault(ground.local, name);
  if (await isEndedBy(fault, reply)) return;
  const given = await answer(ground, call);
  await answerUnder(fault, reply, given);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
