import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mailPurpose } from "../../../platform/mail/mail.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { countInstalled } from "../store/count-installed.ts";
import { watchDeliveries } from "./watch-deliveries.ts";

const hourMs = 3_600_000;

void describe("the hourly look at destinations", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
  });
  after(() => fixture.close());

  const watch = (afterHours: number) =>
    watchDeliveries(
      fixture.context({ now: new Date(Date.now() + afterHours * hourMs) }),
      {
        officeEmailOf: () => Promise.resolve("post@schwerin.example"),
        listAdministratorEmails: () =>
          Promise.resolve(["alma@schwerin.example"]),
        baseUrlOf: () => Promise.resolve("https://schwerin.example"),
      },
    );
  const readMails = async () => {
    const { cipher } = fixture.context();
    const rows = await fixture.query<{ id: string; content: Buffer }>(
      "delete from mail.message returning id, content",
    );
    const texts = rows.map((row) =>
      cipher.decrypt(row.content, mailPurpose(row.id)),
    );
    return (await Promise.all(texts)).map(
      (text) => JSON.parse(text.toString()) as { to: string; text: string },
    );
  };

  void test("gives up what waits too long, and tells office and administrator without content", async () => {
    await fixture.addDestination("Fachverfahren Parken", "*");
    const [deliveryId] = await fixture.submit();
    await fixture.submit();
    await watch(47);
    assert.deepEqual(await readMails(), []);
    await watch(49);
    const [office, ...more] = await readMails();
    assert.deepEqual(more, []);
    assert.equal(office?.to, "post@schwerin.example");
    assert.match(office.text, /Fachverfahren Parken/);
    assert.match(office.text, /Anzahl: 2/);
    assert.match(office.text, /schwerin\.example\/arbeitsplatz\/zustellungen/);
    assert.doesNotMatch(office.text, /SN-7K4M-2QXD|parkausweis/);
    assert.deepEqual(
      await fixture.query(
        "select state from delivery.delivery where id = $1",
        deliveryId,
      ),
      [{ state: "dead" }],
    );
    assert.deepEqual(
      await fixture.query(
        "select 1 from jobs.job where name = 'delivery.deliver'",
      ),
      [],
    );
    await watch(50);
    assert.deepEqual(await readMails(), [], "once");
    await watch(49 + 7 * 24);
    assert.deepEqual(
      (await readMails()).map(({ to }) => to),
      ["post@schwerin.example", "alma@schwerin.example"],
    );
  });

  void test("what a person holds waits on, but is not forgotten", async () => {
    await fixture.query("delete from delivery.delivery");
    await fixture.query("update delivery.destination set paused_at = now()");
    await watch(0);
    await fixture.submit();
    await watch(60);
    assert.equal((await readMails()).length, 1);
    assert.deepEqual(
      await fixture.query("select state from delivery.delivery"),
      [{ state: "waiting" }],
    );
    assert.deepEqual(
      await fixture.query(
        "select held_until = 'infinity' as held from jobs.channel",
      ),
      [{ held: true }],
    );
  });

  void test("counts what came, went out and failed by day, but no tests, which go after a week", async () => {
    await fixture.query(
      `insert into delivery.delivery (tenant_id, submission_id, destination_id, reference, leistung_slug, state, is_test, settled_at)
       select tenant_id, gen_random_uuid(), id, 'TEST-1', 'test', 'delivered', true, now() from delivery.destination`,
    );
    const tests = () =>
      fixture.query("select 1 from delivery.delivery where is_test");
    await watch(6 * 24);
    assert.equal((await tests()).length, 1);
    await watch(8 * 24);
    assert.deepEqual(await tests(), []);
    await watch(0);
    const [today] = await fixture.query(
      "select enqueued, delivered, failed, waiting from delivery.tally where enqueued > 0",
    );
    assert.deepEqual(today, {
      enqueued: 1,
      delivered: 0,
      failed: 0,
      waiting: 1,
    });
  });

  void test("lets the operator count by kind of destination, without a look into any authority", async () => {
    const [counted, ...more] =
      await fixture.database.database.unscoped(countInstalled);
    assert.deepEqual(more, []);
    assert.partialDeepStrictEqual(counted, {
      connector: "fake",
      waiting: 1,
      held: 1,
      deliveredToday: 0,
      failedToday: 0,
    });
  });
});
