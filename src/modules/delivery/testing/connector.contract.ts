import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Connector, DeliveryOutcome } from "../domain/connector.ts";
import type { Delivery } from "../domain/delivery.ts";
import { testContent } from "../domain/test-content.ts";
import { sampleDelivery } from "./sample-delivery.ts";

/**
 * How the receiver behaves. `late`: makes the record, but its answer comes when nobody waits any more, or never.
 * `hanging`: takes the call and does nothing. `twice`: makes the record and says so twice over; who asked once may not take the second
 * answer for one to the next question.
 */
export type Mood = "well" | "refusing" | "down" | "hanging" | "late" | "twice";

/** A real receiver (directory, HTTP server, mail queue) with a connector that reaches it. */
export type ConnectorUnderTest<Options> = {
  /** A new instance each time, as after a restart of the worker. */
  connect(): Connector<Options>;
  /** As a person enters them. */
  readonly enteredOptions: unknown;
  /** Something that looks like options and must not be accepted. */
  readonly wrongOptions: unknown;
  /** Delivery ids of what lies at the receiver, one for each record. */
  records(): Promise<readonly string[]>;
  /** Changes the receiver, or what is delivered to it. */
  become(mood: Mood, delivery: Delivery): Promise<Delivery>;
  close(): Promise<void>;
};

export type ConnectorContract<Options> = {
  readonly name: string;
  readonly open: () => Promise<ConnectorUnderTest<Options>>;
  /** What this kind of receiver never does, such as a directory that refuses. */
  readonly cannotHappen: readonly Mood[];
  /** `accepted` for those whose receipt comes later. */
  readonly success?: "delivered" | "accepted";
};

/** The suite every connector passes: no record lost, none doubled, and an end to waiting. */
export function describeConnectorContract<Options>({
  name,
  open,
  cannotHappen,
  success = "delivered",
}: ConnectorContract<Options>): void {
  describe(`connector contract: ${name}`, () => {
    let receiver: ConnectorUnderTest<Options>;
    beforeEach(async () => {
      receiver = await open();
    });
    afterEach(() => receiver.close());

    const deliver = (delivery: Delivery, signal = never()) => {
      const connector = receiver.connect();
      const options = connector.parseOptions(receiver.enteredOptions);
      return connector.deliver(delivery, options, signal);
    };
    const put = (mood: Mood, delivery: Delivery) =>
      receiver.become(mood, delivery);
    const testIn = (mood: Mood, title: string, body: () => Promise<void>) => {
      if (!cannotHappen.includes(mood)) test(title, body);
    };
    const assertDelivered = async (delivery: Delivery) => {
      const outcome = await deliver(await put("well", delivery));
      assert.equal(outcome.kind, success);
      assert.deepEqual(await receiver.records(), [delivery.deliveryId]);
    };

    test("succeeds and gives a receipt", async () => {
      const delivery = sampleDelivery();
      const outcome = await deliver(delivery);
      assert.ok(outcome.kind === success);
      assert.notEqual(receiptOf(outcome), "");
      assert.deepEqual(await receiver.records(), [delivery.deliveryId]);
    });

    test("two deliveries make two records", async () => {
      await deliver(sampleDelivery());
      await deliver(sampleDelivery());
      assert.equal((await receiver.records()).length, 2);
    });

    test("a crash between sending and noting it: the repeat makes no second record", async () => {
      const delivery = sampleDelivery();
      await deliver(delivery);
      await assertDelivered(delivery);
      await assertDelivered(delivery);
    });

    testIn(
      "refusing",
      "a refusal is rejected with a code and leaves no record",
      async () => {
        const delivery = await put("refusing", sampleDelivery());
        const outcome = await deliver(delivery);
        assert.ok(outcome.kind === "rejected");
        assert.match(outcome.reason, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        assert.deepEqual(await receiver.records(), []);
      },
    );

    testIn(
      "down",
      "a receiver that is down is unavailable, then gets it once",
      async () => {
        const delivery = sampleDelivery();
        const outcome = await deliver(await put("down", delivery));
        assert.equal(outcome.kind, "unavailable");
        await assertDelivered(delivery);
      },
    );

    testIn(
      "hanging",
      "a receiver that hangs is given up when the signal fires",
      async () => {
        const delivery = sampleDelivery();
        const stuck = await put("hanging", delivery);
        assertUnsettled(await settle((signal) => deliver(stuck, signal)));
        await assertDelivered(delivery);
      },
    );

    testIn(
      "late",
      "an answer that comes too late does not double the record",
      async () => {
        const delivery = sampleDelivery();
        await put("late", delivery);
        assertUnsettled(await settle((signal) => deliver(delivery, signal)));
        await assertDelivered(delivery);
      },
    );

    testIn(
      "twice",
      "an answer that comes twice is one record, and says nothing about the next delivery",
      async () => {
        const delivery = sampleDelivery();
        await put("twice", delivery);
        await settle((signal) => deliver(delivery, signal));
        await assertDelivered(delivery);
        if (cannotHappen.includes("refusing")) return;
        await put("twice", delivery);
        await settle((signal) => deliver(delivery, signal));
        const next = await put("refusing", sampleDelivery());
        const outcome = await deliver(next);
        assert.ok(outcome.kind !== success, "the answer was another's");
        assert.deepEqual(await receiver.records(), [delivery.deliveryId]);
      },
    );

    test("a signal that has fired already: nothing is sent", async () => {
      const delivery = sampleDelivery();
      const fired = AbortSignal.abort();
      assertUnsettled(await settle(() => deliver(delivery, fired)));
      assert.deepEqual(await receiver.records(), []);
    });

    test("check passes when all is well and changes nothing", async () => {
      const connector = receiver.connect();
      const options = connector.parseOptions(receiver.enteredOptions);
      const well = await connector.check(options, never());
      assert.ok(well.length > 0 && well.every((step) => step.passed));
      assert.deepEqual(await receiver.records(), []);
    });

    testIn(
      "down",
      "check names what is wrong and changes nothing",
      async () => {
        const connector = receiver.connect();
        const options = connector.parseOptions(receiver.enteredOptions);
        await put("down", sampleDelivery());
        const down = await connector.check(options, never());
        assert.ok(down.some((step) => !step.passed && step.finding !== ""));
        await put("well", sampleDelivery());
        assert.deepEqual(await receiver.records(), []);
      },
    );

    test("every option has words in both languages, and a secret is known as one", () => {
      const connector = receiver.connect();
      for (const locale of ["de", "en"] as const) {
        const { title, fields } = connector.describe(locale);
        assert.notEqual(title, "");
        assert.ok(fields.length > 0);
        for (const { name, kind } of fields)
          assert.equal(
            /secret|password|key|passphrase/i.test(name) &&
              !/certificate|public|host/i.test(name),
            kind.startsWith("secret"),
            name,
          );
      }
    });

    test("a test submission is taken as any other", async () => {
      const { deliveryId, tenantId } = sampleDelivery();
      const waitingSince = new Date("2026-03-01T09:30:00Z");
      const content = testContent({ reference: "TEST-1234ABCD", waitingSince });
      const outcome = await deliver({ deliveryId, tenantId, ...content });
      assert.notEqual(outcome.kind, "unavailable");
      assert.equal((await receiver.records()).length, 1);
    });

    test("options that do not fit are refused", () => {
      const connector = receiver.connect();
      assert.throws(() => connector.parseOptions(receiver.wrongOptions));
      assert.throws(() => connector.parseOptions(undefined));
    });
  });
}

function receiptOf(outcome: DeliveryOutcome): string {
  if (outcome.kind === "delivered") return outcome.receipt;
  return outcome.kind === "accepted" ? outcome.correlationId : "";
}

const never = () => new AbortController().signal;

async function settle(
  attempt: (signal: AbortSignal) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome | "thrown"> {
  const startedAt = performance.now();
  const outcome = await attempt(AbortSignal.timeout(150)).catch(
    () => "thrown" as const,
  );
  assert.ok(performance.now() - startedAt < 1150, "settles within a second");
  return outcome;
}

/** Neither "it is there" nor "it is refused": the job must try again. */
function assertUnsettled(outcome: DeliveryOutcome | "thrown"): void {
  if (outcome !== "thrown") assert.equal(outcome.kind, "unavailable");
}
