import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { inboxOptionsFor } from "../connectors/fit-connect/demo/inbox-options-for.ts";
import { makeLocalKeys } from "../connectors/fit-connect/demo/local-keys.ts";
import { startLocalService } from "../connectors/fit-connect/demo/local-service.ts";
import type { LocalService } from "../connectors/fit-connect/demo/local-types.ts";
import { optionsFor } from "../connectors/fit-connect/demo/options-for.ts";
import { createFitConnectConnector } from "../connectors/fit-connect/index.ts";
import { memoryNotes } from "../connectors/fit-connect/testing/memory-notes.ts";
import { saveDemoSource } from "../modules/arrivals/demo/save-demo-source.ts";
import type { Delivery } from "../modules/delivery/index.ts";
import {
  sampleDelivery,
  sampleUpload,
} from "../modules/delivery/testing/sample-delivery.ts";
import { pdf } from "../platform/files/testing/sample-files.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import {
  fakeMalware,
  fakeSignature,
  startFakeClamd,
  type FakeClamd,
} from "../platform/malware/testing/fake-clamd.ts";
import { arrivalsPorts } from "./arrivals-ports.ts";
import { systemActor } from "./services.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const serviceIdentifier = "urn:de:fim:leika:leistung:99102013104000";
/** Names the demo's form and its version. */
const schemaUri = "urn:fim-de:xfall:hundesteuer_1.0";

void describe("what other portals send to Schwerin", () => {
  let clamd: FakeClamd;
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let service: LocalService;
  const http = createHttpClient();
  before(async () => {
    clamd = await startFakeClamd();
    portal = await startTestPortal({ variables: { CLAMD_URL: clamd.url } });
    owner = openAsOwner(portal.databaseAddress);
    const submissionSchemas = ["application/json", "application/xml"].map(
      (mimeType) => ({ schemaUri, mimeType }),
    );
    service = await startLocalService(await makeLocalKeys(), {
      more: [{ identifier: serviceIdentifier, submissionSchemas }],
    });
    const { tenantId } = await portal.portal("schwerin");
    const { tenantId: _, ...options } = await inboxOptionsFor(service);
    const inboxes = arrivalsPorts(portal.services).inboxes;
    const source = { name: "Q", inboxKey: "fit-connect", isEnabled: true };
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const id = await saveDemoSource(context, { ...source, options }, inboxes);
    const secret = options.callbackSecret;
    const path = `/schnittstelle/eingaenge/${id}`;
    service.callbacks.subscriber = {
      url: portal.baseUrl("schwerin") + path,
      secret,
    };
  });
  after(async () => {
    http.close();
    await service.stop();
    await owner.close();
    await portal.close();
    await clamd.close();
    assertNoFaults(portal);
  });

  /** Hands over as another portal does; gives what became of it here. */
  const arrive = async (change: Partial<Delivery>, format = "json") => {
    const connector = createFitConnectConnector({
      http,
      clock: () => service.now(),
      plainHttp: "to-this-machine",
      notes: memoryNotes(),
    });
    const options = connector.parseOptions({
      ...optionsFor(service),
      schemaUri,
      serviceIdentifier,
      format,
    });
    const delivery = sampleDelivery({ uploads: [], ...change });
    const { signal } = new AbortController();
    const sent = await connector.deliver(delivery, options, signal);
    assert.ok(sent.kind === "accepted", JSON.stringify(sent));
    for (let tries = 0; tries < 400; tries += 1) {
      const [row] = await owner.query<{ state: string; vorgang_id: string }>(
        "select state, vorgang_id from arrivals.arrival where case_id = $1 and state in ('accepted', 'rejected')",
        [sent.correlationId],
      );
      if (row) return row;
      await sleep(50);
    }
    return assert.fail("nothing arrived");
  };
  const read = async (vorgangId: string): Promise<string> => {
    const caseworker = await signedIn(portal, "schwerin");
    const path = `/arbeitsplatz/vorgaenge/${vorgangId}`;
    return (await caseworker.visit(path)).text;
  };
  const json = (data: unknown) => ({ answersJson: JSON.stringify(data) });
  const dog = {
    rufname: "Wuffelinchen",
    rasse: "Dackel",
    geschlecht: "huendin",
    seit: "2026-02-01",
  };

  void test("JSON by the names of the form becomes its answers, with the form around it or without", async () => {
    for (const data of [
      { hund: [dog] },
      { form: { key: "hundesteuer", version: "1.0" }, data: { hund: dog } },
    ]) {
      const { state, vorgang_id: id } = await arrive(json(data));
      assert.equal(state, "accepted");
      const text = await read(id);
      assert.ok(text.includes("Rufname"), JSON.stringify(data));
      assert.ok(text.includes("Wuffelinchen"));
      assert.ok(text.includes("originaldaten.json"));
    }
  });

  void test("JSON that names this very form and version and does not follow it is refused", async () => {
    const unknown = json({ hund: { ...dog, flügel: "zwei" } });
    assert.equal((await arrive(unknown)).state, "rejected");
    const impossible = json({ hund: { ...dog, seit: "gestern" } });
    assert.equal((await arrive(impossible)).state, "rejected");
    const [refused] = await owner.query<{ problems: { type: string }[] }>(
      "select problems from arrivals.arrival where state = 'rejected' limit 1",
    );
    assert.match(refused?.problems[0]?.type ?? "", /schema-violation$/);
  });

  void test("a file with malware is named and not kept; the others are there", async () => {
    const { state, vorgang_id: id } = await arrive({
      ...json({ hund: dog }),
      uploads: [
        sampleUpload(
          "Rechnung.pdf",
          pdf(`/Note (${fakeMalware})`).toString("latin1"),
        ),
        sampleUpload("Foto.pdf", pdf("/Note (nichts)").toString("latin1")),
      ],
    });
    assert.equal(state, "accepted");
    const text = await read(id);
    assert.ok(text.includes("Rechnung.pdf") && text.includes("Foto.pdf"));
    assert.ok(text.includes("Schadsoftware gefunden"));
    const caseworker = await signedIn(portal, "schwerin");
    const links = [
      ...text.matchAll(/href="([^"]*[/]dateien[/][^"]*)"\s*>([^<]+)</g),
    ];
    const names = links.map(([, , name = ""]) => name.trim());
    assert.ok(names.includes("Foto.pdf"), names.join());
    assert.ok(!names.includes("Rechnung.pdf"));
    for (const [, href = ""] of links)
      assert.equal((await caseworker.visit(href)).status, 200, href);
    const found = await owner.query<{ details: { signature?: string } }>(
      "select details from audit.entry where action = 'upload.malware-found'",
    );
    assert.ok(JSON.stringify(found).includes(fakeSignature));
  });
});
