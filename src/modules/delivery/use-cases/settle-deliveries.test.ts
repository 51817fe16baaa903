import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "../../../platform/values/id.ts";
import { staffWith } from "../../../platform/testing/test-database.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import {
  handToPerson,
  pauseDestination,
  redirectDeliveries,
  resendFailed,
} from "./settle-deliveries.ts";
import { viewDelivery } from "./view-delivery.ts";
import { viewDestinations, viewInstallation } from "./view-destinations.ts";
import { watchDeliveries } from "./watch-deliveries.ts";

void describe("what a person does about deliveries", () => {
  let fixture: DeliveryFixture;
  let parken: string;
  let steuer: string;
  before(async () => {
    fixture = await openDeliveryFixture();
    parken = await fixture.addDestination("Fachverfahren Parken", "parken");
    steuer = await fixture.addDestination("Steueramt", "hundesteuer");
  });
  after(() => fixture.close());

  const submit = async (): Promise<string> => {
    const [id] = await fixture.submit("parken");
    assert.ok(id);
    return id;
  };
  const attempt = (deliveryId: string) =>
    attemptDelivery(
      fixture.context(),
      { deliveryId, signal: new AbortController().signal },
      fixture.ports,
    );
  const refuse = async (): Promise<string> => {
    const id = await submit();
    fixture.receiver.script.push({ kind: "rejected", reason: "http-422" });
    assert.equal((await attempt(id))?.state, "rejected");
    return id;
  };
  const jobsOf = (channel: string) =>
    fixture.query<{ unique_key: string }>(
      "select unique_key from jobs.job where channel = $1 and run_at <= now() + interval '1 second' order by run_at",
      channel,
    );
  const clear = () => fixture.query("delete from jobs.job");

  void test("hands one over to the own workspace: nothing is sent any more", async () => {
    const deliveryId = await submit();
    const result = await handToPerson(fixture.context(), { deliveryId });
    assert.ok(result.ok && result.value.count === 1);
    assert.deepEqual(await jobsOf(parken), []);
    assert.equal(await attempt(deliveryId), undefined);
    // Accepted there: it can be given up only once the answer is overdue, and by nobody else's button.
    for (const [answerDueAt, closed] of [
      [new Date("2100-01-01"), 0],
      [new Date(0), 1],
    ] as const) {
      const accepted = await submit();
      const correlationId = "case";
      const outcome = { kind: "accepted", correlationId, answerDueAt } as const;
      fixture.receiver.script.push(outcome);
      assert.equal((await attempt(accepted))?.state, "accepted");
      const settled = await handToPerson(fixture.context(), {
        deliveryId: accepted,
      });
      assert.equal(settled.ok ? settled.value.count : 0, closed);
    }
    await fixture.query("update delivery.delivery set settled_at = null");
    await clear();
    const again = await handToPerson(fixture.context(), { deliveryId });
    assert.ok(!again.ok && again.refusal.kind === "nothing-to-settle");
  });

  void test("leaves alone what is being tried this moment, for that may arrive", async () => {
    const deliveryId = await submit();
    await fixture.query(
      "insert into delivery.attempt (tenant_id, delivery_id, number, started_at) select tenant_id, id, 1, now() from delivery.delivery where id = $1",
      deliveryId,
    );
    const result = await redirectDeliveries(fixture.context(), {
      selection: { deliveryId },
      to: steuer,
    });
    assert.ok(!result.ok);
    await clear();
  });

  void test("redirects to another destination, where it is a delivery of its own", async () => {
    const deliveryId = await refuse();
    const result = await redirectDeliveries(fixture.context(), {
      selection: { deliveryId },
      to: steuer,
    });
    assert.ok(result.ok);
    const [job, ...more] = await jobsOf(steuer);
    assert.deepEqual(more, []);
    assert.notEqual(job?.unique_key, deliveryId);
    assert.equal((await attempt(job?.unique_key ?? ""))?.state, "delivered");
    const view = await viewDelivery(fixture.context(), deliveryId);
    assert.equal(view?.delivery.state, "closed");
    assert.equal(view.attempts.length, 1);
    assert.deepEqual(view.redirections, [
      {
        deliveryId: job?.unique_key,
        destinationName: "Steueramt",
        direction: "to",
      },
    ]);
    const there = await viewDelivery(fixture.context(), job?.unique_key ?? "");
    assert.deepEqual(there?.redirections, [
      {
        deliveryId,
        destinationName: "Fachverfahren Parken",
        direction: "from",
      },
    ]);
    await clear();
  });

  void test("sends all of a destination again that failed, in their order", async () => {
    const refused = [await refuse(), await refuse(), await refuse()];
    await clear();
    const result = await resendFailed(fixture.context(), parken);
    assert.ok(result.ok && result.value.count === 3);
    assert.deepEqual(
      (await jobsOf(parken)).map((job) => job.unique_key),
      refused,
    );
  });

  void test("pauses a destination and lets it go on", async () => {
    const pause = (isPaused: boolean) =>
      pauseDestination(fixture.context(), { destinationId: parken, isPaused });
    const condition = async () =>
      (await viewDestinations(fixture.context())).destinations.find(
        ({ destinationId }) => destinationId === parken,
      )?.condition;
    assert.ok((await pause(true)).ok);
    assert.equal(await condition(), "paused");
    assert.ok((await pause(false)).ok);
    assert.equal(await condition(), "normal");
  });

  void test("is for those who may, and in the own authority only", async () => {
    const deliveryId = await refuse();
    const readerId = newId();
    const reader = fixture.context({
      actor: staffWith(readerId, "delivery.read"),
    });
    const foreign = fixture.context({ tenantId: fixture.grabowId });
    const tries = (context: typeof foreign) => [
      handToPerson(context, { deliveryId }),
      redirectDeliveries(context, { selection: { deliveryId }, to: steuer }),
      resendFailed(context, parken),
      pauseDestination(context, { destinationId: parken, isPaused: true }),
    ];
    for (const result of await Promise.all(tries(reader)))
      assert.ok(!result.ok && result.refusal.kind === "not-permitted");
    for (const result of await Promise.all(tries(foreign)))
      assert.ok(!result.ok && result.refusal.kind === "nothing-to-settle");
    assert.equal(await viewDelivery(foreign, deliveryId), undefined);
    assert.equal(
      await viewDelivery(
        fixture.context({ actor: staffWith("sven") }),
        deliveryId,
      ),
      undefined,
    );
    assert.ok(await viewDelivery(reader, deliveryId));
    assert.deepEqual(
      await fixture.query(
        "select actor_id from audit.entry where action = 'delivery.opened' and subject_id = $1",
        deliveryId,
      ),
      [{ actor_id: readerId }],
    );
  });

  void test("the operator sees destinations of all tenants and no application", async () => {
    await watchDeliveries(fixture.context(), {
      officeEmailOf: () => Promise.resolve(undefined),
      listAdministratorEmails: () => Promise.resolve([]),
      baseUrlOf: () => Promise.resolve("https://schwerin.example"),
    });
    const operator = fixture.context({
      tenantId: fixture.grabowId,
      actor: staffWith("otto", "operator"),
    });
    const view = await viewInstallation(operator);
    assert.deepEqual(view.destinations.map(({ name }) => name).toSorted(), [
      "Fachverfahren Parken",
      "Steueramt",
    ]);
    const days = view.tally.days;
    assert.equal(days.length, 14);
    assert.equal(days.at(-1)?.delivered, 1);
    assert.doesNotMatch(JSON.stringify(view), /SN-7K4M/);
    assert.deepEqual(
      (await viewInstallation(fixture.context())).destinations,
      [],
    );
  });
});
