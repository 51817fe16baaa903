import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
};

/** A real mail server on this machine that answers as the test says. */
export type MailServer = {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Reply codes for the next mails, after their content came; then it accepts. */
  readonly refusals: number[];
  /** Local parts that it knows nobody by. */
  readonly unknown: Set<string>;
  /** Called when a mail is taken: `accept` says so to the sender, who waits for it. Undefined: at once. */
  onTaken: ((mail: ReceivedMail, accept: () => void) => void) | undefined;
  /** Listens on the same port again after `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts it on a free port. Stop it in `after`. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals: number[] = [];
  const unknown = new Set<string>();
  const answers: Answers = {
    received,
    refusals,
    unknown,
    onTaken: undefined,
  };
  const open = () => openServer(answers);
  let server = open();
  server.listen(0, "localhost");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(answers, {
    url: `smtp://localhost:${String(port)}`,
    start: async () => {
      server = open();
      server.listen(port, "localhost");
      await once(server.server, "listening");
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  });
}

type Answers = Pick<
  MailServer,
  "received" | "refusals" | "unknown" | "onTaken"
>;

function openServer(answers: Answers): SMTPServer {
  const { received, refusals, unknown } = answers;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      const isUnknown = unknown.has(address.split("@")[0] ?? "");
      const fault = new Error(`5.1.1 <${address}>: user unknown`);
      callback(
        isUnknown ? Object.assign(fault, { responseCode: 550 }) : undefined,
      );
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refusal = refusals.shift();
        if (refusal !== undefined) {
          // Servers like to quote the address; it must not get into our log.
          const text = "<familie.müller@example.org> try another time";
          callback(Object.assign(new Error(text), { responseCode: refusal }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString("utf8"),
        };
        received.push(mail);
        const accept = () => {
          callback();
        };
        if (answers.onTaken) answers.onTaken(mail, accept);
        else accept();
      });
    },
  });
  // Who sends may be killed in the middle.
  server.on("error", () => undefined);
  return server;
}
