import { z } from "zod";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { Connector, DeliveryOutcome } from "../domain/connector.ts";
import type { Delivery } from "../domain/delivery.ts";
import { describeOptions } from "../use-cases/describe-options.ts";

const fakeOptions = z.object({
  tenantId: z.uuid(),
  secret: z.string().default("none").meta({ kind: "secret" }),
  address: z.url().optional(),
  format: z.enum(["old", "new"]).default("old"),
});

const words = {
  title: "Attrappe",
  about: "Für Tests.",
  "option.secret": "Geheimnis",
  "option.address": "Adresse",
  "option.format": "Fassung",
  "choice.format.old": "alte",
  "choice.format.new": "neue",
};

/** A receiver in memory that keeps to the contract, with a say in every attempt. */
export type FakeReceiver = {
  readonly connector: Connector;
  /** Record by delivery id, as at a receiver that honours the idempotency key. */
  readonly records: Map<string, Delivery>;
  /** One for each call. */
  readonly calls: string[];
  /** What happens next: answered in this order, then everything succeeds. */
  readonly script: FakeStep[];
};

export type FakeStep =
  | DeliveryOutcome
  /** Makes the record, then throws: the worker never learns of it. */
  | "crashes-after-sending"
  | "crashes";

/** Succeeds, refuses or crashes as the script says. */
export function fakeReceiver(): FakeReceiver {
  const receiver: FakeReceiver = {
    records: new Map(),
    calls: [],
    script: [],
    connector: {
      key: "fake",
      describe: describeOptions({ schema: fakeOptions, de: words, en: words }),
      parseOptions: (input) => fakeOptions.parse(input),
      readCall: ({ headers, body }) =>
        headers["callback-authentication"] === "right"
          ? {
              digest: sha256(body),
              correlationIds: body.toString().split(" "),
            }
          : undefined,
      deliver: (delivery) => Promise.resolve().then(() => answer(delivery)),
      check: () =>
        Promise.resolve([
          { check: "reachability", passed: true, finding: "in-memory" },
        ]),
    },
  };
  const answer = (delivery: Delivery): DeliveryOutcome => {
    receiver.calls.push(delivery.deliveryId);
    const step = receiver.script.shift();
    if (step === "crashes") throw new Error("fake: crashes as told");
    if (typeof step === "object" && step.kind !== "delivered") return step;
    receiver.records.set(delivery.deliveryId, delivery);
    if (step === "crashes-after-sending")
      throw new Error("fake: crashes as told, with the record made");
    return step ?? { kind: "delivered", receipt: "fake-receipt" };
  };
  return receiver;
}
