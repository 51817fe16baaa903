import type { Delivery } from "../../modules/delivery/index.ts";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createCmisConnector } from "./connector.ts";
import type { CmisOptions } from "./options.ts";
import {
  password,
  startRepository,
  user,
  type RepositoryMood,
} from "./testing/repository.ts";

describeConnectorContract({ name: "cmis", open: openCmis, cannotHappen: [] });

const moods: Readonly<Record<Exclude<Mood, "down">, RepositoryMood>> = {
  well: "well",
  refusing: "refusing",
  hanging: "stuck",
  late: "late",
  twice: "doubling",
};

async function openCmis(): Promise<ConnectorUnderTest<CmisOptions>> {
  const repository = await startRepository();
  const http = createHttpClient();
  const options = {
    url: repository.url,
    user,
    password,
    directory: "eingang/parken",
  };
  let isDown = false;
  return {
    connect: () =>
      createCmisConnector({
        http,
        clock: () => new Date(),
        plainHttp: "to-this-machine",
      }),
    enteredOptions: options,
    wrongOptions: { ...options, properties: "cmis:name = anders" },
    records: () =>
      Promise.resolve(
        [...repository.paths()].flatMap(([path, { content }]) =>
          content && path.endsWith("/manifest.json")
            ? [
                (JSON.parse(content.toString()) as { deliveryId: string })
                  .deliveryId,
              ]
            : [],
        ),
      ),
    become: async (mood: Mood, delivery: Delivery) => {
      if (mood === "down") await repository.stop();
      else if (isDown) await repository.start();
      isDown = mood === "down";
      if (mood !== "down") repository.mood = moods[mood];
      return delivery;
    },
    close: async () => {
      http.close();
      await repository.stop();
    },
  };
}
