import { describeOptions } from "../../modules/delivery/index.ts";
import type { Connector } from "../../modules/delivery/index.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { pickupOptions, type PickupOptions } from "./options.ts";

export type PickupSettings = { readonly clock: () => Date };

const dayMs = 24 * 3_600_000;

/** For back offices that nobody can call: lays each submission out in the interface, where they fetch, take over or refuse it. */
export function createPickupConnector({
  clock,
}: PickupSettings): Connector<PickupOptions> {
  return {
    key: "pickup",
    describe: describeOptions({ schema: pickupOptions, de, en }),
    parseOptions: (input) => pickupOptions.parse(input),
    // Being accepted is what makes it appear in the list of the interface; the answer comes from there.
    deliver: ({ deliveryId }, { answerDays }, signal) => {
      signal.throwIfAborted();
      const answerDueAt = new Date(clock().getTime() + answerDays * dayMs);
      return Promise.resolve({
        kind: "accepted",
        correlationId: deliveryId,
        answerDueAt,
      });
    },
    check: () =>
      Promise.resolve([
        { check: "settings", passed: true, finding: "nothing-to-reach" },
      ]),
  };
}
