/**
 * A mail server as a process of its own, to be killed: `PORT FOLDER [CERTIFICATE KEY]`. What it says it has taken lies in the folder, flushed. The file `mood` there
 * may hold a reply code: `451` and `550` refuse each address, `554` each mail.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

const [, , port = "", folder = "", certificate, key] = process.argv;

function mood(): number {
  try {
    return Number(readFileSync(path.join(folder, "mood"), "utf8"));
  } catch {
    return 0;
  }
}

const refusal = (code: number) =>
  Object.assign(new Error("not now, or not at all"), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: certificate ? ["AUTH"] : ["STARTTLS", "AUTH"],
  ...(certificate && key
    ? { cert: readFileSync(certificate), key: readFileSync(key) }
    : {}),
  onRcptTo: (_address, _session, done) => {
    const code = mood();
    done([451, 550].includes(code) ? refusal(code) : null);
  },
  onData: (stream, _session, done) => {
    text(stream).then((source) => {
      const code = mood();
      if (code === 554) {
        done(refusal(code));
        return;
      }
      const file = path.join(folder, randomUUID());
      writeFileSync(`${file}.tmp`, source, { flush: true });
      renameSync(`${file}.tmp`, `${file}.eml`);
      done();
    }, done);
  },
});
// Who sends may be killed in the middle.
server.on("error", () => undefined);
server.listen(Number(port), "127.0.0.1");
