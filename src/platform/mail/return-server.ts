import { once } from "node:events";
import type { Readable } from "node:stream";
import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server";
import { generateSeal } from "../seal/local-signature.ts";
import { maxReportBytes } from "./read-report.ts";

export type ReturnPorts = {
  /** True for a return address that we made. */
  readonly isOurs: (address: string) => Promise<boolean>;
  /** Takes what came; may be called again with the same. */
  readonly take: (returned: {
    readonly source: Uint8Array;
    readonly to: string;
  }) => Promise<unknown>;
  readonly onFault: (error: unknown) => void;
};

export type ReturnServer = {
  readonly port: number;
  stop(): Promise<void>;
};

/**
 * Takes by SMTP what comes back to return addresses, and nothing else: every other recipient is refused before anything is read, so it sends
 * and relays nothing. Encrypts where the other side wants to, with a key of its own that nobody checks, as between mail servers (RFC 7435).
 */
export async function startReturnServer(
  { host, port }: { readonly host: string; readonly port: number },
  ports: ReturnPorts,
): Promise<ReturnServer> {
  // Only a worker that is asked to loads it.
  const { SMTPServer } = await import("smtp-server");
  const { key, certificates } = generateSeal(host, new Date(), "rsa");
  const server = new SMTPServer({
    ...limits,
    key,
    cert: certificates,
    onRcptTo: ({ address }, session, callback) => {
      void answer(callback, ports, () => accept(address, session, ports));
    },
    onData: (stream, session, callback) => {
      void answer(callback, ports, () => take(stream, session, ports));
    },
  });
  // Connections that break off are no faults of ours.
  server.on("error", () => undefined);
  server.listen(port, host);
  await once(server.server, "listening");
  const bound = server.server.address();
  return {
    port: typeof bound === "object" && bound ? bound.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

const limits = {
  disabledCommands: ["AUTH"],
  authOptional: true,
  disableReverseLookup: true,
  size: maxReportBytes,
  maxClients: 20,
  socketTimeout: 60_000,
  closeTimeout: 5_000,
  banner: "returned mail only",
};

/** What the other side is told. Codes of RFC 5321; whatever is our own fault is tried again later. */
class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.name = "Refusal";
    this.responseCode = responseCode;
  }
}

async function answer(
  callback: (error?: Error) => void,
  { onFault }: ReturnPorts,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
    callback();
  } catch (error) {
    if (error instanceof Refusal) {
      callback(error);
      return;
    }
    onFault(error);
    callback(new Refusal(451, "Try again later"));
  }
}

async function accept(
  address: string,
  { envelope }: SMTPServerSession,
  { isOurs }: ReturnPorts,
): Promise<void> {
  // A report is about one mail.
  if (envelope.rcptTo.length > 0) throw new Refusal(452, "One at a time");
  if (!(await isOurs(address))) throw new Refusal(550, "No such address");
}

async function take(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { take: takeReturned }: ReturnPorts,
): Promise<void> {
  const source = await read(stream);
  if (stream.sizeExceeded) throw new Refusal(552, "Too large");
  for (const { address } of envelope.rcptTo)
    await takeReturned({ source, to: address });
}

/** All is read, as the protocol wants it; what is too much is not kept. */
async function read(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const parts: AsyncIterable<Uint8Array> = stream;
  for await (const part of parts) {
    size += part.length;
    if (size <= maxReportBytes) chunks.push(part);
  }
  return Buffer.concat(chunks);
}
