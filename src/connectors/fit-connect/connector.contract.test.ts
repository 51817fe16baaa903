import { z } from "zod";
import type { Delivery } from "../../modules/delivery/index.ts";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createFitConnectConnector } from "./connector.ts";
import type { FitConnectOptions } from "./options.ts";
import { makeLocalKeys } from "./demo/local-keys.ts";
import { startLocalService } from "./demo/local-service.ts";
import { memoryNotes } from "./testing/memory-notes.ts";
import { optionsFor } from "./demo/options-for.ts";

const keys = makeLocalKeys();
const serviceIdentifier = "urn:de:fim:leika:leistung:99108008001000";

describeConnectorContract({
  name: "fit-connect",
  open: openFitConnect,
  cannotHappen: [],
  success: "accepted",
});

async function openFitConnect(): Promise<
  ConnectorUnderTest<FitConnectOptions>
> {
  const service = await startLocalService(await keys);
  const http = createHttpClient();
  const notes = memoryNotes();
  let isDown = false;
  const become = async (mood: Mood, delivery: Delivery): Promise<Delivery> => {
    service.faults.length = 0;
    if (mood === "down") await service.stop();
    else if (isDown) await service.start();
    isDown = mood === "down";
    const on = /PUT .*submissions\/[^/]+$/;
    if (mood === "refusing")
      service.faults.push({ on, then: { status: 422 }, times: 9 });
    if (mood === "hanging")
      service.faults.push({ on: /./, then: "hang", times: 99 });
    if (mood === "late") service.faults.push({ on, then: "keep-answer" });
    if (mood === "twice") service.faults.push({ on, then: "answer-twice" });
    return delivery;
  };
  return {
    connect: () =>
      createFitConnectConnector({
        http,
        clock: () => service.now(),
        plainHttp: "to-this-machine",
        notes,
      }),
    // A test submission has no Leistungsschlüssel of its own.
    enteredOptions: { ...optionsFor(service), serviceIdentifier },
    wrongOptions: { ...optionsFor(service), destinationId: "anywhere" },
    records: () =>
      Promise.resolve(
        [...service.cases.values()]
          .filter(({ submission }) => submission)
          .map(({ submissionId }) => deliveryOf(notes.kept, submissionId)),
      ),
    become,
    close: async () => {
      http.close();
      if (!isDown) await service.stop();
    },
  };
}

const note = z.object({ submissionId: z.string() });

/** The service does not know delivery ids; who remembers them does. */
function deliveryOf(
  kept: ReadonlyMap<string, unknown>,
  submissionId: string,
): string {
  const found = [...kept].find(
    ([, it]) => note.parse(it).submissionId === submissionId,
  );
  return found?.[0] ?? "nobody's";
}
