import { createHash, createVerify, X509Certificate } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { jwtVerify } from "jose";
import { mukMessageSchema } from "../muk-postfach.ts";
import {
  handleField,
  zbpEnvelopeSchema,
  zbpMessageSchema,
  zbpStatusSchema,
  type ZbpStatus,
} from "../zbp-message.ts";

/** What lies in a Postfach there, with its files by name. */
export type DeliveredCopy = {
  readonly handle: string;
  readonly title: string;
  readonly content: string;
  readonly files: ReadonlyMap<string, string>;
};

/**
 * A gateway as it is described: takes files, then a message that lists them with size and hash, the same id once (202), and says later what
 * became of it. What does not hold is answered with 422: a field too long, a missing or changed file; for the federal Postfach a wrong
 * signature, token or certificate. It has bad days when told to.
 */
export type FakeGateway = {
  readonly url: string;
  readonly delivered: ReadonlyMap<string, DeliveredCopy>;
  /** How far applications are, by the id they came with; of the federal Postfach only. */
  readonly statuses: ReadonlyMap<string, ZbpStatus>;
  /** Handles that have no Postfach any more. */
  readonly gone: Set<string>;
  /** Handles whose messages it takes and never says anything of. */
  readonly silent: Set<string>;
  /** Answers to the next things handed over; `lost` takes one and hangs up. */
  readonly faults: (number | "lost")[];
  stop(): Promise<void>;
};

type Store = {
  readonly files: Map<string, Buffer>;
  readonly delivered: Map<string, DeliveredCopy>;
  readonly statuses: Map<string, ZbpStatus>;
};

export async function startFakeGateway(
  kind: "zbp" | "muk",
): Promise<FakeGateway> {
  const store: Store = {
    files: new Map(),
    delivered: new Map(),
    statuses: new Map(),
  };
  const gone = new Set<string>();
  const silent = new Set<string>();
  const faults: FakeGateway["faults"] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      const known = { store, gone, silent };
      say(response, ...answerTo(pathOf(request)[1], known));
      return;
    }
    void buffer(request).then(async (body) => {
      const fault = faults.shift();
      const isTaken =
        typeof fault !== "number" &&
        (await take(pathOf(request), body, { store, kind }).catch(() => false));
      if (fault === "lost") request.socket.destroy();
      else say(response, fault ?? (isTaken ? 202 : 422));
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}`,
    delivered: store.delivered,
    statuses: store.statuses,
    gone,
    silent,
    faults,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const pathOf = ({ url = "" }: IncomingMessage) => url.split("/").slice(1);

function say(response: ServerResponse, status: number, body?: unknown): void {
  response
    .writeHead(status)
    .end(body === undefined ? "" : JSON.stringify(body));
}

function answerTo(
  id: string | undefined,
  {
    store,
    gone,
    silent,
  }: { readonly store: Store } & Pick<FakeGateway, "gone" | "silent">,
): [status: number, body?: unknown] {
  const message = store.delivered.get(id ?? "");
  if (!message || silent.has(message.handle)) return [404];
  return gone.has(message.handle)
    ? [200, { state: "rejected", reason: "no-mailbox" }]
    : [200, { state: "delivered" }];
}

/** False or thrown: it does not hold. */
async function take(
  [what = "", id = "", part, place = ""]: readonly string[],
  body: Buffer,
  { store, kind }: { readonly store: Store; readonly kind: "zbp" | "muk" },
): Promise<boolean> {
  if (part === "attachments") {
    store.files.set(`${id}/${place}`, body);
    return true;
  }
  const json: unknown = JSON.parse(body.toString("utf8"));
  const sent = kind === "zbp" ? await opened(json) : json;
  if (what === "statuses") {
    store.statuses.set(id, zbpStatusSchema.parse(sent));
    return kind === "zbp";
  }
  const message = kind === "zbp" ? zbpCopy(sent) : mukCopy(sent);
  const files = filesOf(id, message.attachments, store);
  if (files) store.delivered.set(id, { ...message, files });
  return files !== undefined;
}

/** Undefined where one is missing or another than the message lists. */
function filesOf(
  id: string,
  attachments: readonly {
    readonly filename: string;
    readonly sha512sum: string;
    readonly contentLength: number;
  }[],
  store: Store,
): ReadonlyMap<string, string> | undefined {
  const files = new Map<string, string>();
  for (const [place, listed] of attachments.entries()) {
    const file = store.files.get(`${id}/${String(place + 1)}`);
    const sum = file && createHash("sha512").update(file).digest("hex");
    if (file?.length !== listed.contentLength || sum !== listed.sha512sum)
      return undefined;
    files.set(listed.filename, file.toString("latin1"));
  }
  return files;
}

function zbpCopy(sent: unknown) {
  const { attachments = [], ...message } = zbpMessageSchema.parse(sent);
  return { ...message, attachments, handle: message[handleField] };
}

function mukCopy(sent: unknown) {
  const { postfachHandle, ...rest } = mukMessageSchema.parse(sent);
  return { ...rest, handle: postfachHandle };
}

/** Throws for an envelope that the bridge would not take. */
async function opened(json: unknown): Promise<unknown> {
  const envelope = zbpEnvelopeSchema.parse(json);
  const { publicKey } = new X509Certificate(envelope.authorCertificate);
  const isSigned = createVerify("RSA-SHA512")
    .update(envelope.content)
    .verify(publicKey, envelope.sha512sum, "base64");
  if (!isSigned) throw new Error("fake gateway: signature");
  await jwtVerify(envelope.authorToken, publicKey, {
    algorithms: ["RS512"],
    maxTokenAge: "30m",
  });
  return JSON.parse(envelope.content);
}
