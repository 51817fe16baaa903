import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pdf } from "../platform/files/testing/sample-files.ts";
import {
  antrag,
  applicantOf,
  fileField,
  startDraft,
} from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { sendBeginning, tusClient } from "./testing/tus-client.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "bewohnerparkausweis";
const step = antrag(form, "/schritt/3");
const mark = "dies-steht-im-klartext-der-datei";
const name = "Fu\u0308hrungszeugnis 😀 Größe.pdf";
const shownName = "Führungszeugnis 😀 Größe.pdf";

const pdfOf = (sizeBytes: number) => {
  const around = pdf("/Note ()").length;
  return pdf(`/Note (${mark.padEnd(sizeBytes - around, "x")})`);
};

void describe("resumable uploads over HTTP", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const newApplicant = async () => {
    const visitor = await applicantOf(portal, "schwerin", form);
    return { visitor, tus: tusClient(visitor, form) };
  };

  const storedFiles = async (): Promise<readonly string[]> => {
    const folder = join(portal.services.settings.dataDir, "uploads");
    const found = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  };

  const discardDraft = async (visitor: Visitor) => {
    await visitor.visit(antrag(form, "/loeschen"), { fields: {} });
    assert.deepEqual(await storedFiles(), []);
  };

  const begin = async (
    tus: ReturnType<typeof tusClient>,
    sizeBytes: number,
    field = fileField,
  ): Promise<string> => {
    const begun = await tus.begin({ name, field, sizeBytes });
    assert.equal(begun.status, 201, begun.text);
    return begun.headers.location ?? assert.fail();
  };

  void test("brings a file in pieces of any length into the draft, whole and encrypted", async () => {
    const { visitor, tus } = await newApplicant();
    const content = pdfOf(9_500_000);
    const path = await begin(tus, content.length);
    assert.equal(await tus.offsetOf(path), 0);
    const cuts = [0, 1, 70_001, 5_000_000, content.length];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const piece = content.subarray(from, cuts[index + 1]);
      const answer = await tus.bring(path, from, piece);
      assert.equal(answer.status, 204, answer.text);
      assert.equal(answer.headers["upload-offset"], String(cuts[index + 1]));
      assert.equal(await tus.offsetOf(path), cuts[index + 1]);
      for (const file of await storedFiles())
        assert.equal((await readFile(file)).includes(mark), false);
    }
    assert.equal((await storedFiles()).length, 1);
    const shown = await visitor.visit(step);
    assert.match(shown.text, new RegExp(shownName));
    await discardDraft(visitor);
  });

  void test("answers with what the protocol asks for", async () => {
    const { visitor, tus } = await newApplicant();
    const begun = await tus.begin({ name, field: fileField, sizeBytes: 500 });
    assert.equal(begun.headers["tus-resumable"], "1.0.0");
    assert.match(begun.headers["upload-expires"] as string, /GMT$/);
    assert.equal(begun.headers["access-control-allow-origin"], undefined);
    const path = begun.headers.location ?? assert.fail();
    const head = await tus.ask("HEAD", path);
    assert.equal(head.status, 200);
    assert.equal(head.headers["upload-length"], "500");
    assert.equal(head.headers["cache-control"], "no-store");
    const wrong = await tus.bring(path, 10, Buffer.alloc(5));
    assert.equal(wrong.status, 409);
    const tooLong = await tus.bring(path, 0, Buffer.alloc(501));
    assert.ok(tooLong.status === 413 || tooLong.status === 400);
    const older = await tus.ask("HEAD", path, {
      headers: { "tus-resumable": "0.2.2" },
    });
    assert.ok(older.status >= 400);
    assert.equal((await tus.discard(path)).status, 204);
    assert.equal((await tus.ask("HEAD", path)).status, 404);
    await discardDraft(visitor);
  });

  void test("keeps what came before the line broke", async () => {
    const { visitor, tus } = await newApplicant();
    const content = pdfOf(6_000_000);
    const path = await begin(tus, content.length);
    const bytes = 1_500_000;
    const socket = sendBeginning(portal, { visitor, path, content, bytes });
    while (socket.writableLength > 0) await sleep(10);
    socket.destroy();
    let offset = 0;
    for (let waited = 0; waited < 10_000 && offset === 0; waited += 50) {
      offset = await tus.offsetOf(path);
      if (offset === 0) await sleep(50);
    }
    assert.ok(offset > 0 && offset <= bytes, String(offset));
    const rest = await tus.bring(path, offset, content.subarray(offset));
    assert.equal(rest.status, 204, rest.text);
    await assertInDraft(visitor, content);
    await discardDraft(visitor);
  });

  const assertInDraft = async (visitor: Visitor, content: Buffer) => {
    const [path = ""] = await storedFiles();
    const [tenantId = "", , fileId = ""] = path.split("/").slice(-3);
    const opened = await portal.services.files.open(
      { tenantId, fileId },
      portal.services.cipherOf(tenantId),
    );
    const hash = createHash("sha256");
    for await (const chunk of opened) hash.update(chunk as Buffer);
    assert.equal(
      hash.digest("hex"),
      createHash("sha256").update(content).digest("hex"),
    );
    assert.match((await visitor.visit(step)).text, new RegExp(shownName));
  };

  void test("takes the last piece once, however often its answer gets lost", async () => {
    const { visitor, tus } = await newApplicant();
    const content = pdfOf(1_000_000);
    const path = await begin(tus, content.length);
    await tus.bring(path, 0, content.subarray(0, 900_000));
    const last = content.subarray(900_000);
    const answers = await Promise.all([
      tus.bring(path, 900_000, last),
      tus.bring(path, 900_000, last),
      tus.bring(path, 900_000, last),
    ]);
    assert.ok(answers.some(({ status }) => status === 204));
    assert.equal(await tus.offsetOf(path), content.length);
    const { text } = await visitor.visit(step);
    assert.equal(text.match(new RegExp(shownName, "g"))?.length, 2);
    assert.equal((await storedFiles()).length, 1);
    await discardDraft(visitor);
  });

  void test("takes several files at once, each once", async () => {
    const { visitor, tus } = await newApplicant();
    const content = pdfOf(300_000);
    const field = "vollmacht.0";
    await Promise.all(
      [fileField, fileField, field].map(async (target) => {
        const begun = await tus.begin({
          name,
          field: target,
          sizeBytes: content.length,
        });
        if (begun.status !== 201) return;
        const path = begun.headers.location ?? assert.fail();
        assert.equal((await tus.bring(path, 0, content)).status, 204);
      }),
    );
    assert.ok((await storedFiles()).length >= 2);
    await discardDraft(visitor);
  });

  const refusals: readonly (readonly [string, number, string])[] = [
    ["an empty file", 0, "leer"],
    ["a file that is larger than its field takes", 10_000_001, "zu groß"],
  ];
  for (const [what, sizeBytes, message] of refusals) {
    void test(`refuses ${what} before its first byte`, async () => {
      const { visitor, tus } = await newApplicant();
      const begun = await tus.begin({ name, field: fileField, sizeBytes });
      assert.equal(begun.status, 422);
      const { text } = JSON.parse(begun.text) as { text: string };
      assert.match(text, new RegExp(message));
      await discardDraft(visitor);
    });
  }

  void test("refuses a program after its first piece, and a disguised one at its end", async () => {
    const { visitor, tus } = await newApplicant();
    const program = Buffer.concat([
      Buffer.from("MZ\u0090\0", "latin1"),
      Buffer.alloc(8_000_000, 1),
    ]);
    const path = await begin(tus, program.length);
    const first = await tus.bring(path, 0, program.subarray(0, 5_000_000));
    assert.equal(first.status, 422);
    assert.match(first.text, /nicht annehmen|annehmen/);
    assert.equal((await tus.ask("HEAD", path)).status, 404);
    const disguised = Buffer.concat([
      pdfOf(400_000),
      Buffer.from("PK\u0005\u0006"),
      Buffer.alloc(2000),
    ]);
    const second = await begin(tus, disguised.length);
    assert.equal((await tus.bring(second, 0, disguised)).status, 422);
    assert.deepEqual(await storedFiles(), []);
    await discardDraft(visitor);
  });

  void test("belongs to the draft: others find, continue and remove nothing", async () => {
    const { visitor, tus } = await newApplicant();
    const content = pdfOf(200_000);
    const path = await begin(tus, content.length);
    await tus.bring(path, 0, content.subarray(0, 100_000));
    const other = await newApplicant();
    const stranger = tusClient(visitorOf(portal, "schwerin"), form);
    const abroad = visitorOf(portal, "grabow");
    await startDraft(abroad, form).catch(() => undefined);
    for (const foreign of [other.tus, stranger, tusClient(abroad, form)]) {
      assert.equal((await foreign.ask("HEAD", path)).status, 404);
      assert.equal(
        (await foreign.bring(path, 100_000, content.subarray(100_000))).status,
        404,
      );
      assert.equal((await foreign.discard(path)).status, 404);
    }
    assert.equal(await tus.offsetOf(path), 100_000);
    await discardDraft(visitor);
    await discardDraft(other.visitor);
  });

  void test("takes nothing from pages of other origins", async () => {
    const { visitor, tus } = await newApplicant();
    const path = await begin(tus, 100);
    for (const method of ["POST", "PATCH", "DELETE"] as const) {
      const answer = await tus.ask(
        method,
        method === "POST" ? antrag(form, "/hochladen") : path,
        { headers: { "sec-fetch-site": "same-site", "upload-length": "10" } },
      );
      assert.equal(answer.status, 403, method);
    }
    await discardDraft(visitor);
  });

  void test("begins no more than the field and the draft have room for", async () => {
    const { visitor, tus } = await newApplicant();
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        tus.begin({ name, field: fileField, sizeBytes: 1000 }),
      ),
    );
    const begun = answers.filter(({ status }) => status === 201).length;
    assert.ok(begun >= 1 && begun <= 20, String(begun));
    assert.ok(answers.every(({ status }) => status === 201 || status === 422));
    await discardDraft(visitor);
  });

  void test("shows what did not arrive completely, without script, and lets it be thrown away", async () => {
    const { visitor, tus } = await newApplicant();
    const path = await begin(tus, 200_000);
    await tus.bring(path, 0, pdfOf(200_000).subarray(0, 100_000));
    const shown = await visitor.visit(step);
    assert.match(shown.text, /Noch nicht vollständig hochgeladen/);
    assert.match(shown.text, /50 % von 200/);
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /Diese Dateien senden wir nicht mit: Führung/);
    const otherStep = await visitor.visit(antrag(form, "/schritt/1"));
    assert.doesNotMatch(otherStep.text, /Führungszeugnis/);
    const id = path.split("/").at(-1) ?? "";
    const discarded = await visitor.visit(step, {
      fields: { _action: `discard:${id}` },
    });
    assert.equal(discarded.status, 303);
    assert.doesNotMatch((await visitor.visit(step)).text, /50 % von 200/);
    assert.deepEqual(await storedFiles(), []);
    await discardDraft(visitor);
  });

  void test("logs no faults, names or contents", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, ["Führungszeugnis", "Größe", mark]);
  });
});
