import type { Delivery } from "../../modules/delivery/index.ts";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { sealedTransport } from "../../platform/mail/sealed-mail.ts";
import { createEmailEncryptedConnector } from "./connector.ts";
import type { EmailEncryptedOptions } from "./options.ts";
import { makeOfficeKey } from "./testing/certificates.ts";
import { startMailServer, type ServerMood } from "./testing/mail-server.ts";

const office = await makeOfficeKey();

describeConnectorContract({
  name: "email-encrypted",
  open: openMailbox,
  cannotHappen: [],
});

const moods: Readonly<Record<Exclude<Mood, "down">, ServerMood>> = {
  well: "well",
  refusing: "refusing",
  hanging: "stuck",
  late: "silent",
  twice: "doubling",
};

async function openMailbox(): Promise<
  ConnectorUnderTest<EmailEncryptedOptions>
> {
  const server = await startMailServer();
  const { tenantId } = sampleDelivery();
  const options = {
    tenantId,
    to: "parken@schwerin.example",
    certificate: office.certificate,
  };
  let isDown = false;
  return {
    connect: () =>
      createEmailEncryptedConnector({
        transport: sealedTransport(server.url, {}),
        clock: () => new Date(),
        senderOf: () =>
          Promise.resolve({
            name: "Landeshauptstadt Schwerin",
            address: "noreply@portal.example",
          }),
      }),
    enteredOptions: options,
    wrongOptions: { ...options, to: "hunde@schwerin.example" },
    records: () => Promise.resolve([...server.mailbox.keys()]),
    become: async (mood: Mood, delivery: Delivery) => {
      if (mood === "down") await server.stop();
      else if (isDown) await server.start();
      isDown = mood === "down";
      if (mood !== "down") server.mood = moods[mood];
      return delivery;
    },
    close: () => server.stop(),
  };
}
