import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createHash } from "node:crypto";
import { unpack } from "../platform/files/testing/unpack-zip.ts";
import { newId } from "../platform/values/id.ts";
import { apply, xaveria } from "./testing/applicant.ts";
import { jsonOf, openBackOffice, type Json } from "./testing/back-office.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

type Office = Awaited<ReturnType<typeof openBackOffice>>;

/** A call of each operation that has a body. */
const bodies: Readonly<Record<string, Json>> = {
  confirmReceipt: { receipt: "AZ 1" },
  refuseSubmission: { reason: "Das ist nicht unser Bezirk." },
  setState: { state: "in-progress" },
  sendMessage: { text: "Guten Tag" },
  attachDocument: { filename: "a.txt", content: "YQ==", text: "Anbei" },
};

void describe("what a back-office system fetches", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let office: Office;
  let destinationId: string;
  let token: string;
  before(async () => {
    portal = await startTestPortal({
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    owner = openAsOwner(portal.databaseAddress);
    office = await openBackOffice(portal, owner);
    destinationId = await office.addDestination("Abholung Parken", [
      ["anbindung", "pickup"],
      ["option-formats", "json-2"],
      ["option-formats", "csv-1"],
      ["option-answerDays", "2"],
    ]);
    token = await office.tokenOf(await office.letIn(destinationId));
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const waiting = async () =>
    jsonOf(await office.get(token, "/submissions?delivery=accepted"))[
      "submissions"
    ] as Json[];
  /** Sends an application in and waits until the worker has laid it out. */
  const laidOut = async () => {
    const sent = await apply(
      visitorOf(portal, "schwerin"),
      "bewohnerparkausweis",
    );
    for (let tries = 0; tries < 100; tries += 1) {
      const found = (await waiting()).find(
        ({ reference }) => reference === sent.reference,
      );
      if (found)
        return { id: String(found["submissionId"]), statusKey: sent.statusKey };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail("it was never laid out");
  };

  void test("is laid out by the worker, fetched as a package in its formats, and taken over", async () => {
    const { id } = await laidOut();
    const zip = await office.get(token, `/submissions/${id}/package.zip`);
    assert.equal(zip.status, 200, zip.text);
    const files = unpack(zip.body);
    const manifest = JSON.parse(String(files.get("manifest.json"))) as {
      deliveryId: string;
      files: { path: string; sha256: string }[];
    };
    assert.equal(manifest.deliveryId, id);
    assert.deepEqual(
      manifest.files
        .map(({ path }) => path)
        .filter((path) => !path.includes("/")),
      ["submission-2.json", "submission.csv"],
    );
    for (const { path, sha256 } of manifest.files) {
      const content = files.get(path) ?? assert.fail(path);
      assert.equal(createHash("sha256").update(content).digest("hex"), sha256);
    }
    assert.match(
      String(files.get("submission.csv")),
      new RegExp(xaveria.familienname, "u"),
    );
    const receipt = await office.post(token, `/submissions/${id}/receipt`, {
      body: JSON.stringify({ receipt: "AZ 7" }),
    });
    assert.equal(jsonOf(receipt)["delivery"], "delivered");
    assert.ok(
      (await waiting()).every(({ submissionId }) => submissionId !== id),
    );
  });

  void test("is refused with a reason, once: a failed delivery for a person, told to the applicant", async () => {
    const { id, statusKey } = await laidOut();
    const call = {
      body: JSON.stringify({ reason: "Straße gehört zu Frau M. <Wismar>" }),
      "idempotency-key": newId(),
    };
    const path = `/submissions/${id}/refusal`;
    const first = await office.post(token, path, call);
    assert.equal(first.status, 200, first.text);
    assert.equal(jsonOf(first)["delivery"], "rejected");
    const again = await office.post(token, path, call);
    assert.equal(again.text, first.text);
    const later = { ...call, "idempotency-key": newId() };
    assert.equal((await office.post(token, path, later)).status, 200);
    const [{ count } = assert.fail()] = await owner.query<{ count: number }>(
      "select count(*)::int as count from delivery.evidence where delivery_id = $1",
      [id],
    );
    assert.equal(count, 1);
    const shown = await office.staff.visit(`/arbeitsplatz/zustellungen/${id}`);
    assert.match(shown.text, /Straße gehört zu Frau M\. &lt;Wismar&gt;/u);
    assert.match(shown.text, /vom Fachverfahren abgelehnt/u);
    assert.match(shown.text, /Erneut senden/u);
    const status = await visitorOf(portal, "schwerin").visit(
      `/status/${statusKey}`,
    );
    assert.match(status.text, /Abholung Parken/u);
    assert.doesNotMatch(status.text, /Wismar/u);
    const bare = await office.post(token, path, { body: "{}" });
    assert.equal(bare.status, 422);

    const resend = `/arbeitsplatz/zustellungen/${id}/wiederholung`;
    assert.equal(
      (await office.staff.visit(resend, { fields: {} })).status,
      303,
    );
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await waiting()).some(({ submissionId }) => submissionId === id))
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail("sent again, it is laid out again");
  });

  void test("can no longer be refused when it is decided here", async () => {
    const { id } = await laidOut();
    const close = await office.post(token, `/submissions/${id}/state`, {
      body: JSON.stringify({ state: "withdrawn" }),
      "if-match": "*",
    });
    assert.equal(close.status, 200, close.text);
    const late = await office.post(token, `/submissions/${id}/refusal`, {
      body: JSON.stringify({ reason: "zu spät" }),
    });
    assert.equal(jsonOf(late)["code"], "step-not-allowed");
  });

  void test("no operation reaches what lies at another destination or in another tenant", async () => {
    const grabow = await openBackOffice(portal, owner, "grabow");
    const there = await grabow.addDestination("Abholung Grabow");
    const theirToken = await grabow.tokenOf(await grabow.letIn(there));
    const beside = await office.addDestination("Abholung daneben");
    const besideToken = await office.tokenOf(await office.letIn(beside));
    const { id: own } = await laidOut();
    const { id: theirs } = await grabow.arrived(there);
    const document = jsonOf(await office.system.visit("/api/v1/openapi.json"));
    const paths = document["paths"] as Readonly<
      Record<string, Readonly<Record<string, { operationId: string }>>>
    >;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({
        path,
        method,
        operationId,
      })),
    );
    assert.ok(operations.length >= 11);
    for (const { path, method, operationId } of operations) {
      if (!path.includes("{id}")) continue;
      const call = async (at: Office, by: string, id: string) => {
        const to = path.replace("{id}", id).replace("{fileId}", newId());
        if (method === "get") return at.get(by, to);
        const body = bodies[operationId] ?? assert.fail(operationId);
        return at.post(by, to, { body: JSON.stringify(body), "if-match": "*" });
      };
      const reached = await Promise.all([
        call(office, token, theirs),
        call(office, besideToken, own),
        call(grabow, theirToken, own),
      ]);
      assert.deepEqual(
        reached.map(({ status }) => status),
        [404, 404, 404],
        operationId,
      );
      assert.equal((await call(grabow, token, own)).status, 401, operationId);
      assert.equal((await call(office, theirToken, theirs)).status, 401);
    }
    for (const [at, by] of [
      [office, besideToken],
      [grabow, theirToken],
    ] as const) {
      const { text } = await at.get(by, "/submissions");
      assert.ok(!text.includes(own));
    }
    assert.equal((await office.get(token, `/submissions/${own}`)).status, 200);
  });

  void test("has no access where only a notice is sent: nobody is there to fetch", async () => {
    const notice = await office.addDestination("Nur ein Hinweis", [
      ["anbindung", "email-notice"],
      ["option-to", "parken@schwerin.example"],
    ]);
    const { status } = await office.staff.visit(office.accessOf(notice));
    assert.equal(status, 404);
    const page = await office.staff.visit(`/verwaltung/ziele/${notice}`);
    assert.doesNotMatch(page.text, /zugaenge/u);
    const beside = await office.staff.visit(
      `/verwaltung/ziele/${destinationId}`,
    );
    assert.match(beside.text, /zugaenge/u);
  });

  void test("logs no faults and nothing that belongs to anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [xaveria.familienname, "Wismar"]);
  });
});
