import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** Takes every mail and prints it as one line of JSON; the first line is the port. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, session, done) => {
    text(stream).then((raw) => {
      for (const { address } of session.envelope.rcptTo)
        print({ to: address, raw: decodeQuotedPrintable(raw) });
      done();
    }, done);
  },
});

server.listen(0, "localhost", () => {
  const address = server.server.address();
  print({ port: typeof address === "object" && address ? address.port : 0 });
});

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Readable enough to look for addresses in it. @see RFC 2045 section 6.7 */
function decodeQuotedPrintable(raw: string): string {
  return raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
