import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient } from "../http-client/http-client.ts";
import { httpSmsGateway, smsServiceSchema } from "./sms-gateway.ts";
import { startFakeGateway } from "./testing/fake-gateway.ts";

const sms = { id: "sms-1", to: "+4915123456789", text: 'Neu: "Post" {id}' };

void test("hands short messages to a gateway as its settings say, and tells faults apart", async () => {
  const gateway = await startFakeGateway();
  const open = (token: string) =>
    httpSmsGateway(
      smsServiceSchema.parse({
        url: gateway.url,
        headers: { authorization: `Bearer ${token}` },
        body: {
          recipient: "{to}",
          message: "{text}",
          more: [{ ref: "{id}" }, 7],
        },
      }),
      createHttpClient(),
    );
  const { signal } = new AbortController();
  const send = (token = gateway.token, to = sms.to) =>
    open(token).send({ ...sms, to }, signal);
  gateway.faults.push("lost", 500, 429);
  assert.equal((await send()).kind, "unavailable");
  assert.deepEqual(await send(), { kind: "unavailable", reason: "sms-500" });
  assert.deepEqual(await send(), { kind: "unavailable", reason: "sms-429" });
  assert.deepEqual(await send(), { kind: "sent" });
  assert.deepEqual(await send("wrong"), { kind: "refused", reason: "sms-401" });
  assert.deepEqual(await send(gateway.token, "+1"), {
    kind: "refused",
    reason: "sms-400",
  });
  assert.deepEqual(gateway.sent, [{ recipient: sms.to, message: sms.text }]);
  await gateway.stop();
});
