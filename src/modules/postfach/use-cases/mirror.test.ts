import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import {
  httpGateway,
  type Gateway,
} from "../../../platform/outside-postfach/gateway.ts";
import { mukPostfach } from "../../../platform/outside-postfach/muk-postfach.ts";
import type { OutsidePostfach } from "../../../platform/outside-postfach/outside-postfach.ts";
import {
  startFakeGateway,
  type FakeGateway,
} from "../../../platform/outside-postfach/testing/fake-gateway.ts";
import { zbpPostfach } from "../../../platform/outside-postfach/zbp-postfach.ts";
import { generateSeal } from "../../../platform/seal/local-signature.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  newPerson,
  postfachSurroundings,
  provide,
  received,
  subjectOf,
  type Surroundings,
} from "../testing/postfach-fixtures.ts";
import { correspondenceSection } from "../web/correspondence-section.ts";
import { listCorrespondence } from "./describe-provided.ts";
import { mirrorAgain, mirrorMessages } from "./mirror.ts";
import type { NewMessage, ProvidedDocument } from "./provide-message.ts";
import { notify } from "./notify.ts";

describe("a copy for another Postfach", () => {
  let database: TestDatabase;
  let around: Surroundings;
  let gateways: Readonly<Record<"zbp" | "muk", FakeGateway>>;
  before(async () => {
    database = await createTestDatabase();
    around = await postfachSurroundings(database);
    gateways = {
      zbp: await startFakeGateway("zbp"),
      muk: await startFakeGateway("muk"),
    };
  });
  after(async () => {
    await gateways.zbp.stop();
    await gateways.muk.stop();
  });

  /** An office whose messages are copied to one Postfach, and what both sides see of them. */
  const officeMirroring = (kind: "zbp" | "muk", handle: string) => {
    const gateway = httpGateway({
      url: gateways[kind].url,
      headers: {},
      http: createHttpClient(),
      code: kind,
    });
    const postfach = postfachBehind(kind, gateway);
    const ports: PostfachPorts = {
      ...around.ports,
      mirroring: {
        postfachAt: (provider) => (provider === kind ? postfach : undefined),
        postfachOf: () => Promise.resolve({ provider: kind, handle }),
      },
    };
    const office = around.office(newId(), new Date());
    const subject = subjectOf(newPerson());
    const { submissionId } = subject;
    return {
      office,
      subject,
      tell: async (message: Partial<NewMessage>) => {
        const id = await provide(office, { subject, ...message });
        await notify(office, ports, id);
        await notify(office, ports, id);
        return id;
      },
      run: (hours = 0) =>
        mirrorMessages(
          around.office(
            office.tenantId,
            new Date(office.now.getTime() + hours * 3_600_000),
          ),
          ports,
          new AbortController().signal,
        ),
      shown: async () =>
        String(
          correspondenceSection(
            await listCorrespondence(office, submissionId),
            { locale: "de", submissionId },
          ),
        ),
    };
  };

  test("is sent until it is taken, once, acknowledged or refused, and both sides see it", async () => {
    const handle = "7d9ae1b6-6f0e-4d7c-9a43-0d8f0c1f4a11";
    const { zbp } = gateways;
    const { office, subject, tell, run, shown } = officeMirroring(
      "zbp",
      handle,
    );
    const id = await tell({ text: "Bitte kommen Sie vorbei." });
    assert.match(await shown(), /wird gesendet/);
    zbp.faults.push(503, "lost");
    await run();
    await run();
    assert.match(await shown(), /wird gesendet/);
    await run();
    assert.match(await shown(), /noch nicht bestätigt/);
    await run();
    assert.match(await shown(), /gespiegelt am/);
    assert.equal(zbp.delivered.size, 1);
    const copy = zbp.delivered.get(id);
    assert.equal(copy?.handle, handle);
    assert.match(copy.content, /^Bitte kommen Sie vorbei\.\n\n.*\/postfach\//s);
    const status = zbp.statuses.get(id);
    assert.equal(status?.status, "PROCESSING");
    assert.equal(status.applicationId, subject.submissionId);

    zbp.gone.add(handle);
    const second = await tell({ kind: "question" });
    await run();
    await run();
    assert.match(await shown(), /fehlgeschlagen.*zbp-no-mailbox/s);
    assert.equal(zbp.statuses.get(second)?.status, "ACTION_REQUIRED");
    assert.equal(await mirrorAgain(around.office(newId()), second), false);
    assert.equal(await mirrorAgain(office, id), false);
    zbp.gone.clear();
    assert.equal(await mirrorAgain(office, second), true);
    await run();
    await run();
    assert.equal((await shown()).split("gespiegelt am").length, 3);
    const { rows } = await office.read((db) =>
      sql<{
        subject_id: string;
      }>`select subject_id from audit.entry where action = 'postfach.mirrored' and tenant_id = ${office.tenantId}::uuid order by seq`.execute(
        db,
      ),
    );
    assert.deepEqual(
      rows.map(({ subject_id: messageId }) => messageId),
      [id, second, second],
      "each copy that the other side took is in the log",
    );
  });

  test("is tried each hour for two days, and waited for three days for its acknowledgement, before the office is asked", async () => {
    const { zbp } = gateways;
    const { tell, run, shown } = officeMirroring("zbp", newId());
    const id = await tell({ text: "Guten Tag" });
    zbp.faults.push(...Array.from({ length: 48 }, () => 503));
    for (let hour = 0; hour < 47; hour += 1) await run(hour);
    assert.match(await shown(), /wird gesendet/);
    await run(47);
    assert.match(await shown(), /fehlgeschlagen/);
    await run(48);
    assert.equal(zbp.delivered.has(id), false, "given up is given up");

    const handle = newId();
    const silent = officeMirroring("zbp", handle);
    const unanswered = await silent.tell({ text: "Guten Tag" });
    zbp.silent.add(handle);
    await silent.run();
    assert.ok(zbp.delivered.has(unanswered));
    await silent.run(71);
    assert.match(await silent.shown(), /noch nicht bestätigt/);
    await silent.run(73);
    assert.match(await silent.shown(), /fehlgeschlagen/);
  });

  test("brings its files along, whole or not at all, each once", async () => {
    const { muk } = gateways;
    const { office, tell, run, shown } = officeMirroring("muk", "du-1");
    const documents = await Promise.all(
      ["%PDF-1.7 one", "%PDF-1.7 two"].map(async (content, place) => ({
        ...stored(await received(around, office, content)),
        filename: `${String(place)}.pdf`,
      })),
    );
    const [first] = documents;
    const huge = first && { ...first, fileId: newId(), sizeBytes: 30_000_000 };
    muk.faults.push("lost", 503);
    const id = await tell({
      documents: [...(huge ? [huge] : []), ...documents],
    });
    await run();
    await run();
    await run();
    assert.deepEqual(
      [...(muk.delivered.get(id)?.files ?? [])],
      [
        ["0.pdf", "%PDF-1.7 one"],
        ["1.pdf", "%PDF-1.7 two"],
      ],
    );
    await run();
    assert.match(await shown(), /gespiegelt am/);
  });
});

function stored({
  fileId,
  outcome,
}: Awaited<ReturnType<typeof received>>): ProvidedDocument {
  if (outcome.kind !== "stored") assert.fail();
  const { sizeBytes, sha256, mediaType } = outcome;
  return { fileId, filename: "", sizeBytes, sha256, mediaType };
}

function postfachBehind(
  kind: "zbp" | "muk",
  gateway: Gateway,
): OutsidePostfach {
  if (kind === "muk") return mukPostfach(gateway);
  const { key, certificates } = generateSeal("Stadt", new Date(), "rsa");
  return zbpPostfach(gateway, { key, certificate: certificates });
}
