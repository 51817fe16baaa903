import type { Delivery } from "../../modules/delivery/index.ts";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createWebhookConnector } from "./connector.ts";
import type { WebhookOptions } from "./options.ts";
import { receiverSecret, startReceiver } from "./testing/receiver.ts";

describeConnectorContract({
  name: "webhook",
  open: openWebhook,
  cannotHappen: [],
});

async function openWebhook(): Promise<ConnectorUnderTest<WebhookOptions>> {
  const receiver = await startReceiver();
  const http = createHttpClient();
  let isDown = false;
  const become = async (mood: Mood, delivery: Delivery): Promise<Delivery> => {
    receiver.answer = undefined;
    if (mood === "down") await receiver.stop();
    else if (isDown) await receiver.start();
    isDown = mood === "down";
    if (mood === "refusing")
      receiver.answer = (_, reply) => reply.writeHead(422).end();
    if (mood === "hanging") receiver.answer = () => undefined;
    if (mood === "late")
      receiver.answer = (call, reply) => {
        receiver.take(call);
        setTimeout(() => reply.writeHead(201).end(), 400).unref();
      };
    if (mood === "twice")
      receiver.answer = (call, reply) => {
        receiver.take(call);
        const once = "HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n";
        reply.socket?.write(`${once}${once}`);
      };
    return delivery;
  };
  return {
    connect: () =>
      createWebhookConnector({
        http,
        clock: () => new Date(),
        plainHttp: "to-this-machine",
      }),
    enteredOptions: { url: receiver.url, secret: receiverSecret },
    wrongOptions: { url: receiver.url, secret: "short" },
    records: () => Promise.resolve([...receiver.records.keys()]),
    become,
    close: async () => {
      http.close();
      await receiver.stop();
    },
  };
}
