import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import { generateSeal } from "../../../platform/seal/local-signature.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  startFakeBridge,
  type FakeBridge,
} from "../../../platform/zbp/testing/fake-bridge.ts";
import { httpZbpBridge } from "../../../platform/zbp/zbp-bridge.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  newPerson,
  postfachSurroundings,
  provide,
  subjectOf,
  type Surroundings,
} from "../testing/postfach-fixtures.ts";
import { correspondenceSection } from "../web/correspondence-section.ts";
import { listCorrespondence } from "./describe-provided.ts";
import { mirrorAgain, mirrorMessages } from "./mirror.ts";
import { notify } from "./notify.ts";

describe("a copy for another Postfach", () => {
  let database: TestDatabase;
  let around: Surroundings;
  let bridge: FakeBridge;
  before(async () => {
    database = await createTestDatabase();
    around = await postfachSurroundings(database);
    bridge = await startFakeBridge();
  });
  after(async () => {
    await bridge.stop();
  });

  test("is sent until it is taken, once, acknowledged or refused, and both sides see it", async () => {
    const handle = "7d9ae1b6-6f0e-4d7c-9a43-0d8f0c1f4a11";
    const seal = generateSeal("Stadt", new Date(), "rsa");
    const ports: PostfachPorts = {
      ...around.ports,
      mirroring: {
        bridge: httpZbpBridge(
          { url: bridge.url, headers: {} },
          createHttpClient(),
        ),
        author: { key: seal.key, certificate: seal.certificates },
        postfachOf: () => Promise.resolve({ provider: "bundid", handle }),
      },
    };
    const now = new Date();
    const office = around.office(newId(), now);
    const subject = subjectOf(newPerson());
    const { submissionId } = subject;
    const told = async () => {
      const id = await provide(office, {
        kind: "message",
        subject,
        text: "Bitte kommen Sie vorbei.",
      });
      await notify(office, ports, id);
      await notify(office, ports, id);
      return id;
    };
    const run = () =>
      mirrorMessages(office, ports, new AbortController().signal);
    const shown = async () =>
      String(
        correspondenceSection(await listCorrespondence(office, submissionId), {
          locale: "de",
          submissionId,
        }),
      );
    const id = await told();
    assert.match(await shown(), /wird gesendet/);
    bridge.faults.push(503, "lost");
    await run();
    await run();
    assert.match(await shown(), /wird gesendet/);
    await run();
    assert.match(await shown(), /noch nicht bestätigt/);
    await run();
    assert.match(await shown(), /gespiegelt am/);
    assert.equal(bridge.delivered.size, 1);
    const copy = bridge.delivered.get(id);
    assert.equal(copy?.mailboxUuid, handle);
    assert.match(copy.content, /^Bitte kommen Sie vorbei\.\n\n.*\/postfach\//s);

    bridge.gone.add(handle);
    const second = await told();
    await run();
    await run();
    assert.match(await shown(), /fehlgeschlagen.*zbp-no-mailbox/s);
    assert.equal(await mirrorAgain(around.office(newId()), second), false);
    assert.equal(await mirrorAgain(office, id), false);
    bridge.gone.clear();
    assert.equal(await mirrorAgain(office, second), true);
    await run();
    await run();
    assert.equal((await shown()).split("gespiegelt am").length, 3);
  });
});
