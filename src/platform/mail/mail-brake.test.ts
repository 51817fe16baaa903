import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withMailBrake } from "./mail-brake.ts";
import type {
  MailOutcome,
  MailTransport,
  OutgoingMail,
} from "./mail-transport.ts";

const mail: OutgoingMail = {
  messageId: "1",
  from: { name: "Schwerin", address: "noreply@portal.example" },
  returnTo: "b-1@portal.example",
  to: "joerdis@example.org",
  subject: "Neuigkeiten",
  text: "",
  html: "",
  date: new Date(0),
};
const gone: MailOutcome = {
  kind: "unavailable",
  reason: "smtp-econnection",
};

function open() {
  const world = { at: 1_000, calls: 0, outcome: gone };
  const server: MailTransport = {
    send: () => {
      world.calls += 1;
      return Promise.resolve(world.outcome);
    },
  };
  const braked = withMailBrake(server, { now: () => world.at });
  const send = () => braked.send(mail, new AbortController().signal);
  return { world, send, server };
}

void describe("mails to a server that is not there", () => {
  void test("call it at most 10 times in a minute, however many wait, and all go as soon as one arrives", async () => {
    const { world, send } = open();
    const end = world.at + 60_000;
    for (; world.at < end; world.at += 10) await send();
    assert.ok(world.calls >= 7 && world.calls <= 10, String(world.calls));
    world.outcome = { kind: "sent" };
    world.at += 60_000;
    const { calls } = world;
    for (let number = 0; number < 100; number += 1)
      assert.deepEqual(await send(), { kind: "sent" });
    assert.equal(world.calls, calls + 100);
  });

  void test("are tried one at a time, also when the server says nothing for long", async () => {
    const { world, send, server } = open();
    for (let number = 0; number < 5; number += 1) await send();
    world.at += 10_000;
    const hanging = Promise.withResolvers<MailOutcome>();
    server.send = () => {
      world.calls += 1;
      return hanging.promise;
    };
    const canary = send();
    assert.deepEqual(await send(), {
      kind: "unavailable",
      reason: "smtp-paused",
    });
    assert.equal(world.calls, 6);
    hanging.resolve({ kind: "sent" });
    assert.deepEqual(await canary, { kind: "sent" });
    await send();
    assert.equal(world.calls, 7);
  });

  void test("that refuses whatever comes for now call it at most 34 times in a minute, and all go as soon as one is taken", async () => {
    const { world, send } = open();
    world.outcome = { kind: "unavailable", reason: "smtp-451" };
    const end = world.at + 60_000;
    for (; world.at < end; world.at += 10) await send();
    assert.ok(world.calls >= 30 && world.calls <= 34, String(world.calls));
    world.outcome = { kind: "sent" };
    world.at += 2_000;
    for (let number = 0; number < 100; number += 1)
      assert.deepEqual(await send(), { kind: "sent" });
  });

  void test("that refuses single ones for now are not held back", async () => {
    const { world, send } = open();
    for (let number = 0; number < 50; number += 1) {
      world.outcome =
        number % 5 === 0
          ? { kind: "sent" }
          : { kind: "unavailable", reason: "smtp-452" };
      await send();
    }
    assert.equal(world.calls, 50);
  });

  for (const outcome of [
    { kind: "no-such-address", reason: "smtp-550" },
    { kind: "refused", reason: "smtp-554" },
  ] as const)
    void test(`are not held back by a server that answers ${outcome.reason}`, async () => {
      const { world, send } = open();
      world.outcome = outcome;
      for (let number = 0; number < 50; number += 1) await send();
      assert.equal(world.calls, 50);
    });
});
