import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { knockAtSmtp, smtpTransport } from "./mail-transport.ts";

type Identity = { readonly certificate: string; readonly key: string };

/** A certificate of 127.0.0.1 that vouches for itself, made by OpenSSL. */
async function makeIdentity(folder: string, name: string): Promise<Identity> {
  const at = (end: string) => path.join(folder, `${name}.${end}`);
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2"],
      ...["-keyout", at("key"), "-out", at("pem"), "-subj", `/CN=${name}`],
      ...["-addext", "subjectAltName=IP:127.0.0.1"],
    ],
    { stdio: "ignore" },
  );
  return {
    certificate: await readFile(at("pem"), "utf8"),
    key: await readFile(at("key"), "utf8"),
  };
}

void describe("a mail server of the inner network, with a certificate of an authority of its own", () => {
  let folder = "";
  let own: Identity;
  let stranger: Identity;
  let server: SMTPServer;
  let url = "";
  const received: string[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-smtp-"));
    own = await makeIdentity(folder, "own");
    stranger = await makeIdentity(folder, "stranger");
    server = new SMTPServer({
      secure: true,
      key: own.key,
      cert: own.certificate,
      disabledCommands: ["AUTH"],
      onData: (stream, session, done) => {
        stream.resume().once("end", () => {
          received.push(session.envelope.rcptTo[0]?.address ?? "");
          done();
        });
      },
    });
    // A client that hangs up in the handshake is what is tested here.
    server.on("error", () => undefined);
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    const address = listening.address();
    assert.ok(address !== null && typeof address === "object");
    url = `smtps://127.0.0.1:${String(address.port)}`;
  });
  after(async () => {
    await new Promise<void>((done) => {
      server.close(done);
    });
    await rm(folder, { recursive: true });
  });

  const send = (authorities?: string) =>
    smtpTransport(url, { authorities }).send(
      {
        messageId: "1",
        from: { name: "Schwerin", address: "noreply@portal.example" },
        returnTo: "b-1@portal.example",
        to: "joerdis@example.org",
        subject: "Neuigkeiten",
        text: "Guten Tag",
        html: "<p>Guten Tag</p>",
        date: new Date(0),
      },
      new AbortController().signal,
    );

  void test("gets mails when that authority is named", async () => {
    assert.deepEqual(await send(own.certificate), { kind: "sent" });
    assert.deepEqual(received, ["joerdis@example.org"]);
    assert.equal(
      await knockAtSmtp(url, { authorities: own.certificate }),
      undefined,
    );
  });

  void test("gets none when another one is named, or none is", async () => {
    received.length = 0;
    for (const authorities of [stranger.certificate, undefined]) {
      const outcome = await send(authorities);
      assert.equal(outcome.kind, "unavailable");
      assert.ok(await knockAtSmtp(url, { authorities }));
    }
    assert.deepEqual(received, []);
  });
});
