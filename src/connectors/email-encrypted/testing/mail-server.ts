import { SMTPServer } from "smtp-server";

export type ServerMood =
  | "well"
  /** Knows no such mailbox. */
  | "refusing"
  /** Takes the whole mail and answers never. */
  | "silent"
  /** Does not take the mail, and says nothing. */
  | "stuck"
  /** Takes it and says so twice. */
  | "doubling";

export type MailServer = {
  readonly url: string;
  /** What lies in the mailbox by Message-ID: as servers do that keep one of a mail that comes twice. */
  readonly mailbox: Map<string, Buffer>;
  /** All that came over the wire, whether it was filed or not. */
  readonly wire: Buffer[];
  mood: ServerMood;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** A mail server over real SMTP, on a port of its own that it keeps across stop and start. */
export async function startMailServer(
  mostBytes = 100_000_000,
): Promise<MailServer> {
  let port = 0;
  let stop = () => Promise.resolve();
  const server: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mailbox: new Map(),
    wire: [],
    mood: "well",
    start: async () => {
      const opened = await open(server, { port, mostBytes });
      ({ port, stop } = opened);
    },
    stop: () => stop(),
  };
  await server.start();
  return server;
}

async function open(
  server: MailServer,
  { port, mostBytes }: { readonly port: number; readonly mostBytes: number },
) {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: mostBytes,
    closeTimeout: 1,
    onRcptTo: (_address, _session, done) => {
      if (server.mood === "stuck") return;
      const isRefused = server.mood === "refusing";
      done(
        isRefused
          ? Object.assign(new Error("5.1.1 no such mailbox"), {
              responseCode: 550,
            })
          : null,
      );
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error("too large"), { responseCode: 552 }));
          return;
        }
        const mail = Buffer.concat(chunks);
        server.wire.push(mail);
        const [, id = ""] =
          /^Message-ID: <(.+)@/imu.exec(mail.toString()) ?? [];
        if (!server.mailbox.has(id)) server.mailbox.set(id, mail);
        if (server.mood !== "silent") done();
        if (server.mood === "doubling") done();
      });
    },
  });
  smtp.on("error", () => undefined);
  const listening = Promise.withResolvers<number>();
  const listener = smtp.listen(port, "127.0.0.1", () => {
    const address = listener.address();
    listening.resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
  });
  return {
    port: await listening.promise,
    stop: async () => {
      const closed = Promise.withResolvers<undefined>();
      smtp.close(() => closed.resolve(undefined));
      await closed.promise;
    },
  };
}
