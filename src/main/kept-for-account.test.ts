import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { keptForAccount } from "../modules/submissions/use-cases/kept-for-account.ts";
import type { Context } from "../platform/context/context.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { unpack } from "../platform/files/testing/unpack-zip.ts";
import {
  antrag,
  apply,
  fillIn,
  startDraft,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedInCitizen, signInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

class Crash extends Error {
  readonly code = "crash";
}

void describe("what a portal keeps for an account", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let context: Context;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    // What the job that follows an account gets in Schwerin.
    context = portal.services.contextFor({
      tenantId: (await portal.portal("schwerin")).tenantId,
      actor: { kind: "system", id: "system", may: () => false },
    });
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const keeper = (files: FileStore = portal.services.files) =>
    keptForAccount(files);

  /** The process ends after the statements, before they count. */
  const crashing = (): Context => ({
    ...context,
    transaction: (work) =>
      context.transaction(async (db) => {
        await work(db);
        throw new Crash();
      }),
  });

  /** Somebody with something sent, and two drafts, one of them with a file. */
  const busy = async (subject: string) => {
    const visitor = visitorOf(portal, "schwerin");
    const accountId = await signInCitizen(portal, "schwerin", {
      visitor,
      subject,
    });
    const { reference } = await apply(visitor, "hundesteuer");
    await startDraft(visitor, "hundesteuer");
    await fillIn(visitor, "bewohnerparkausweis");
    return { accountId, reference, visitor };
  };

  const rowsOf = async (accountId: string) => {
    const rows = await owner.query<{ row: string }>(
      `select 'draft ' || id as row from submissions.draft
         where submitted_at is null and owner_id = $1 and acting_account_id = $1
       union all
       select reference || ' ' || content_hash from submissions.submission
         where owner_id = $1 and acting_account_id = $1`,
      [accountId],
    );
    return rows.map(({ row }) => row).toSorted();
  };

  const countFiles = async () => {
    const ids: string[] = [];
    for await (const { fileId } of portal.services.files.list(context.tenantId))
      ids.push(fileId);
    return ids.length;
  };

  void test("is handed to its owner whole: answers in words and as data, and the files", async () => {
    const { reference, visitor } = await busy("hands-over");
    const handedOut = async (format: string) => {
      const answer = await visitor.visit("/konto/daten/export", {
        fields: { format },
      });
      assert.equal(answer.headers["content-type"], "application/zip");
      return unpack(answer.body);
    };
    const data = await handedOut("json");
    const names = [...data.keys()];
    assert.equal(names[0], "servicekonto.json");
    const [, file = ""] = names;
    assert.match(file, /^dateien\/[^/]+\/001-Wohnung Quittkowski\.pdf$/);
    assert.match(String(data.get(file)), new RegExp(xaveria.fileText));
    assert.equal(names.length, 2);
    const content = String(data.get("servicekonto.json"));
    for (const word of [reference, xaveria.hund, xaveria.strasse])
      assert.ok(content.includes(word), word);
    assert.match(content, /"anlass": "neu"/, "the draft's answers by FIM id");

    const toRead = await handedOut("pdf");
    const pdf = toRead.get("servicekonto.pdf");
    assert.equal(pdf?.subarray(0, 5).toString(), "%PDF-");
    assert.equal(toRead.size, 2);

    const stranger = await signedInCitizen(portal, "schwerin", {
      subject: "has nothing",
    });
    const nothing = await stranger.visit("/konto/daten/export", {
      fields: { format: "json" },
    });
    assert.match(String(nothing.headers["content-type"]), /json/);
    assert.doesNotMatch(nothing.text, /Quittkowski/);
  });

  void test("becomes another account's after a merge, all or nothing, however often", async () => {
    const from = await busy("zwei-konten-1");
    const to = await busy("zwei-konten-2");
    const accounts = { from: from.accountId, to: to.accountId };
    const moved = await rowsOf(from.accountId);
    const others = await rowsOf(to.accountId);
    assert.equal(moved.length, 3);

    await assert.rejects(keeper().moveTo(crashing(), accounts), Crash);
    assert.deepEqual(await rowsOf(from.accountId), moved);
    assert.deepEqual(await rowsOf(to.accountId), others);

    const all = [...moved, ...others].toSorted();
    for (const time of ["once", "twice"]) {
      await keeper().moveTo(context, accounts);
      assert.deepEqual(await rowsOf(from.accountId), [], time);
      assert.deepEqual(await rowsOf(to.accountId), all, time);
    }
    const list = await to.visitor.visit("/antraege");
    assert.ok(list.text.includes(from.reference));
    assert.ok(list.text.includes(to.reference));
    const left = await from.visitor.visit("/antraege");
    assert.ok(!left.text.includes(from.reference));
  });

  void test("goes with the account but for what was sent, in as many runs as it takes", async () => {
    const gone = await busy("geht");
    const stays = await busy("bleibt");
    const all = await rowsOf(gone.accountId);
    const sent = all.filter((row) => !row.startsWith("draft"));
    const others = await rowsOf(stays.accountId);
    const files = await countFiles();

    await assert.rejects(keeper().remove(crashing(), gone.accountId), Crash);
    assert.deepEqual(await rowsOf(gone.accountId), all);
    assert.equal(await countFiles(), files);

    for (const time of ["once", "twice"]) {
      await keeper().remove(context, gone.accountId);
      assert.deepEqual(await rowsOf(gone.accountId), sent, time);
      assert.deepEqual(await rowsOf(stays.accountId), others, time);
      assert.equal(await countFiles(), files - 1, time);
    }
    const kept = await stays.visitor.visit(
      antrag("bewohnerparkausweis", "/pruefen"),
    );
    assert.equal(kept.status, 200);
  });

  void test("goes row by row before the files: where it ends in between nothing shows a file that is gone", async () => {
    const { accountId } = await busy("abgebrochen");
    const [sent] = (await rowsOf(accountId)).filter(
      (row) => !row.startsWith("draft"),
    );
    const files = await countFiles();
    const unplugged: FileStore = {
      ...portal.services.files,
      remove: () => Promise.reject(new Crash()),
    };
    await assert.rejects(keeper(unplugged).remove(context, accountId), Crash);
    assert.equal(await countFiles(), files);
    await keeper().remove(context, accountId);
    assert.deepEqual(await rowsOf(accountId), [sent]);
  });

  void test("of what was sent only whose it is may ever change, and never for a guest's", async () => {
    const { accountId } = await busy("unveraendert");
    const guest = await apply(visitorOf(portal, "schwerin"), "hundesteuer");
    const refused = [
      "reference = 'X'",
      "leistung_title = 'X'",
      "answers = '\\x00'",
      "content_hash = 'x'",
      "assurance_level = 'high'",
      "owner_id = null",
      "owner_id = null, acting_account_id = null",
      `owner_id = '${crypto.randomUUID()}', assurance_level = 'high'`,
    ];
    for (const change of refused)
      await assert.rejects(
        owner.query(
          `update submissions.submission set ${change} where owner_id = $1`,
          [accountId],
        ),
        /immutable/,
        change,
      );
    await assert.rejects(
      owner.query(
        "update submissions.submission set owner_id = $1, acting_account_id = $1 where reference = $2",
        [accountId, guest.reference],
      ),
      /immutable/,
    );
  });

  void test("of what was sent nothing is deleted, whoever asks; drafts are", async () => {
    const { accountId, reference } = await busy("wird behalten");
    await assert.rejects(
      owner.query("delete from submissions.submission where reference = $1", [
        reference,
      ]),
      /kept/,
    );
    await keeper().remove(context, accountId);
    const left = await rowsOf(accountId);
    assert.equal(left.length, 1);
    assert.ok(left[0]?.startsWith(reference));
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
