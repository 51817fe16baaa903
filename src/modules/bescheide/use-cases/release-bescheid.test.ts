import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../../../platform/crypto/open-tenant-ciphers.ts";
import {
  createPdfCompiler,
  type PdfCompiler,
} from "../../../platform/pdf/pdf-compiler.ts";
import { mortal } from "../../../platform/testing/mortal.ts";
import { bundledScript } from "../../../platform/testing/bundled-script.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { listCorrespondence } from "../../postfach/index.ts";
import { usualRules } from "../domain/bescheid.ts";
import {
  bescheideWorld,
  parkingPermit,
  portsWithMoments,
  slug,
  today,
  worker,
  type BescheideWorld,
} from "../testing/bescheide-fixtures.ts";
import { approveBescheid } from "./approve-bescheid.ts";
import { beginBescheid } from "./begin-bescheid.ts";
import { finishRelease } from "./finish-release.ts";
import { fixDocument } from "./fix-document.ts";
import { mayDecidePlainly, saveRules } from "./leistung-rules.ts";
import { listWaiting, openPdf, readBescheid } from "./read-bescheid.ts";
import { returnBescheid } from "./return-bescheid.ts";
import { saveDraft } from "./save-draft.ts";
import { saveText } from "./save-text.ts";

const { signal } = new AbortController();
/** Of the tests' own, so that another process can read what is encrypted here. */
const ring = generateKeyRing("test");
const releaseProcess = path.join(
  import.meta.dirname,
  "../testing/release-process.ts",
);

describe("a Bescheid", () => {
  let database: TestDatabase;
  let pdf: PdfCompiler;
  let world: BescheideWorld;
  before(async () => {
    const plain = await createTestDatabase();
    const ciphers = openTenantCiphers(plain.database, parseKeyRing(ring));
    database = {
      ...plain,
      contextFor: (options) => ({
        ...plain.contextFor(options),
        cipher: ciphers.of(options.tenantId),
      }),
    };
    pdf = createPdfCompiler();
    world = await bescheideWorld(database, pdf);
  });
  after(async () => {
    await pdf.close();
    await database.close();
  });

  const kindOf = (
    result: { ok: true } | { ok: false; refusal: { kind: string } },
  ) => (result.ok ? "ok" : result.refusal.kind);

  /** An authority with a letter, a legal remedy text and four eyes for parking permits. */
  async function authority() {
    const tenantId = newId();
    const lead = worker(
      database,
      tenantId,
      ...["bescheid.release", "bescheid.texts", "bescheid.rules"],
    );
    const text = async (kind: "letter" | "remedy", body: string) => {
      const saved = await saveText(
        lead,
        {
          id: undefined,
          seenVersion: 0,
          kind,
          name: kind,
          leistungSlug: slug,
          subject: "Bewohnerparkausweis {{kennzeichen}}",
          body,
        },
        world.ports,
      );
      assert.ok(saved.ok, JSON.stringify(saved));
      return saved.value.id;
    };
    const letterId = await text(
      "letter",
      "Guten Tag {{Antragstellende Person}},\n\n- {{Bemerkung}}\n\nam {{Datum}}",
    );
    const remedyId = await text("remedy", "Widerspruch binnen eines Monats.");
    const letters = { granted: letterId, partly: letterId, refused: letterId };
    const rules = {
      ...usualRules,
      needsSecondPerson: true,
      needsBescheid: true,
      letters,
      remedyId,
    };
    const saved = await saveRules(
      lead,
      { leistungSlug: slug, rules },
      world.ports,
    );
    assert.ok(saved.ok);
    const kevin = worker(database, tenantId);
    return { tenantId, lead, kevin, letterId };
  }

  const read = async (context: Context, id: string) =>
    (await readBescheid(context, id, world.ports)) ?? assert.fail("not found");

  const begin = async (context: Context, vorgangId: string) => {
    const begun = await beginBescheid(
      context,
      { vorgangId, outcome: "refused", letterId: undefined },
      world.ports,
    );
    assert.ok(begun.ok, JSON.stringify(begun));
    return begun.value.id;
  };

  /** Writes what is missing and makes the document. */
  const write = async (context: Context, id: string) => {
    const { bescheid, draft } = await read(context, id);
    const body = draft.body.replace("{{Bemerkung}}", "Kein Wohnsitz.");
    const { revision } = bescheid;
    const saved = await saveDraft(context, {
      id,
      revision,
      draft: { ...draft, body },
    });
    assert.ok(saved.ok, JSON.stringify(saved));
    const fixed = await fixDocument(
      context,
      { id, revision: revision + 1 },
      world.ports,
    );
    assert.ok(fixed.ok, JSON.stringify(fixed));
  };

  const approve = async (context: Context, id: string) => {
    const { bescheid, vorgang } = await read(context, id);
    return approveBescheid(context, {
      id,
      revision: bescheid.revision,
      sha256: bescheid.fixed?.sha256 ?? "",
      seenPosition: vorgang.lastPosition,
    });
  };

  const finish = (context: Context, id: string) =>
    finishRelease(context, { id, signal }, world.ports);

  test("is filled in from the Vorgang; what is missing is named, and what two people type is lost for neither", async () => {
    const { kevin, lead } = await authority();
    const id = await begin(kevin, await parkingPermit(database, kevin));
    const { bescheid, draft } = await read(kevin, id);
    assert.equal(draft.addressee, "Xaveria Quittkowski\n19053 Schwerin");
    assert.equal(draft.subject, "Bewohnerparkausweis SN-XQ 4711");
    assert.match(draft.body, /Guten Tag Xaveria Quittkowski[^]*{{Bemerkung}}/);
    assert.match(draft.remedy, /Widerspruch/);
    const { revision } = bescheid;
    const missing = await fixDocument(kevin, { id, revision }, world.ports);
    assert.deepEqual(!missing.ok && missing.refusal, {
      kind: "open-placeholders",
      names: ["Bemerkung"],
    });
    const preview = await openPdf(kevin, id, world.ports);
    assert.match(preview?.pdf.toString("latin1") ?? "", /^%PDF-1\.7/);

    const mine = { ...draft, body: "Von Kevin" };
    assert.equal(
      kindOf(await saveDraft(kevin, { id, revision, draft: mine })),
      "ok",
    );
    assert.equal(
      kindOf(await saveDraft(kevin, { id, revision, draft: mine })),
      "ok",
    );
    const late = { ...draft, body: "Von der Leitung" };
    assert.equal(
      kindOf(await saveDraft(lead, { id, revision, draft: late })),
      "changed-meanwhile",
    );
    assert.equal((await read(kevin, id)).draft.body, "Von Kevin");
    // Whoever begins again finds the same.
    assert.equal(await begin(lead, bescheid.vorgangId), id);
  });

  test("is released by a second person only, as the very document they saw, once, and provided with its days", async () => {
    const { kevin, lead, tenantId } = await authority();
    const id = await begin(kevin, await parkingPermit(database, kevin));
    await write(kevin, id);
    const waiting = await listWaiting(lead);
    assert.deepEqual(
      waiting?.waiting.map((it) => [it.bescheid.id, it.mayRelease]),
      [[id, true]],
    );
    assert.equal(kindOf(await approve(kevin, id)), "not-permitted");
    const { bescheid } = await read(lead, id);
    const { revision } = bescheid;
    const other = { id, revision, sha256: "0".repeat(64), seenPosition: 1 };
    assert.equal(kindOf(await approveBescheid(lead, other)), "not-permitted");

    const noReason = await returnBescheid(lead, { id, revision, reason: " " });
    assert.equal(kindOf(noReason), "reason-missing");
    const reason = "Bitte den Grund genauer.";
    assert.ok((await returnBescheid(lead, { id, revision, reason })).ok);
    assert.equal((await read(kevin, id)).returnReason, reason);
    const again = await fixDocument(
      kevin,
      { id, revision: revision + 1 },
      world.ports,
    );
    assert.ok(again.ok);

    assert.ok((await approve(lead, id)).ok);
    // Page and job at once.
    const both = await Promise.all([finish(lead, id), finish(lead, id)]);
    assert.ok(
      both.every(({ ok }) => ok),
      JSON.stringify(both),
    );
    assert.ok((await finish(kevin, id)).ok);
    const released = await read(kevin, id);
    assert.equal(released.bescheid.state, "released");
    assert.equal(released.vorgang.state, "decided");
    assert.deepEqual(released.bescheid.document?.seal, {
      level: "B-B",
      by: "Stadt",
    });
    const [message, ...more] = await listCorrespondence(
      lead,
      released.vorgang.submissionId,
    );
    assert.deepEqual(more, []);
    assert.equal(message?.documents[0]?.mediaType, "application/pdf");
    // A guest's copy; the letter counts, and it says how to object.
    assert.equal(message.bescheid?.consent, "guest");
    assert.equal(message.bescheid.hasLegalRemedyText, true);
    const file = await openPdf(kevin, id, world.ports);
    assert.match(file?.pdf.subarray(-6).toString() ?? "", /%seal/);
    assert.match(world.sealed.at(-1)?.reason ?? "", /Schwerin/);
    assert.equal(
      await kevin.transaction((db) => mayDecidePlainly(kevin, db, slug)),
      false,
    );

    // Released is released, for the database too.
    await assert.rejects(
      database.contextFor({ tenantId }).transaction((db) =>
        db
          .$extendTables<{
            "bescheide.bescheid": { id: string; fault: string };
          }>()
          .updateTable("bescheide.bescheid")
          .set({ fault: "x" })
          .where("id", "=", id)
          .execute(),
      ),
      /does not change/,
    );
    // Another one changes it; the first one stays.
    const second = await begin(kevin, released.vorgang.id);
    assert.notEqual(second, id);
    assert.equal((await read(kevin, second)).bescheid.replacesId, id);
    await write(kevin, second);
    assert.ok((await approve(lead, second)).ok);
    assert.ok((await finish(lead, second)).ok);
    assert.equal((await read(kevin, second)).vorgang.state, "decided");
    assert.equal((await read(kevin, id)).bescheid.state, "released");
  });

  test("waits visibly while the seal is away, with nothing half done, and goes on; what happened meanwhile stops it", async () => {
    const { kevin, lead } = await authority();
    const id = await begin(kevin, await parkingPermit(database, kevin));
    await write(kevin, id);
    assert.ok((await approve(lead, id)).ok);
    for (const fault of ["unavailable", "refused"] as const) {
      world.setSealFault(fault);
      assert.equal(kindOf(await finish(lead, id)), fault);
      const { bescheid, vorgang } = await read(lead, id);
      assert.equal(bescheid.fault, `seal-${fault}`);
      assert.equal(bescheid.state, "approved");
      assert.equal(vorgang.state, "received");
      assert.deepEqual(
        await listCorrespondence(lead, vorgang.submissionId),
        [],
      );
    }
    world.setSealFault(undefined);
    const { vorgang } = await read(lead, id);
    await lead.transaction((db) =>
      db
        .$extendTables<{ "vorgaenge.vorgang": { id: string; state: string } }>()
        .updateTable("vorgaenge.vorgang")
        .set({ state: "withdrawn" })
        .where("id", "=", vorgang.id)
        .execute(),
    );
    assert.equal(kindOf(await finish(lead, id)), "not-decided");
    const stopped = await read(lead, id);
    assert.equal(stopped.bescheid.state, "waiting");
    assert.equal(stopped.bescheid.fault, "step-not-allowed");
    assert.deepEqual(await listCorrespondence(lead, vorgang.submissionId), []);
  });

  const nothing = ["approved", "received", 0, 0, 0, 0, 0, 0];
  const everything = ["released", "decided", 1, 1, 1, 1, 3, 1];

  /** Everything that a release leaves behind, and the job that tells of it the same day. */
  const tracesOf = async (lead: Context, id: string) => {
    const { bescheid, vorgang } = await read(lead, id);
    const { submissionId } = vorgang;
    const { rows } = await lead.transaction((db) =>
      sql<{ count: number }>`
        select count(*)::int as count from vorgaenge.event where vorgang_id = ${vorgang.id} and kind = 'decided'
        union all select count(*)::int from postfach.provision
        union all select count(*)::int from postfach.document
        union all select count(*)::int from audit.entry where action in ('bescheid.released', 'vorgang.decided', 'postfach.provided')
        union all select count(*)::int from jobs.job where tenant_id = ${lead.tenantId} and name = 'postfach.notify'
      `.execute(db),
    );
    const messages = await listCorrespondence(lead, submissionId);
    const counts = rows.map(({ count }) => count);
    return [bescheid.state, vorgang.state, messages.length, ...counts];
  };

  test("is out once when real processes that release it are killed with -9 at each of their moments", async () => {
    const { kevin, lead, tenantId } = await authority();
    const id = await begin(kevin, await parkingPermit(database, kevin));
    await write(kevin, id);
    assert.ok((await approve(lead, id)).ok);
    const { folder } = world;
    const { address } = database;
    const script = await bundledScript(releaseProcess);
    const run = async (dieAt: number) => {
      const given = { address, ring, folder, tenantId, id, dieAt };
      const child = spawn(process.execPath, [script, JSON.stringify(given)], {
        stdio: "inherit",
      });
      await once(child, "exit");
      return child.signalCode;
    };
    // Before the seal, after it, after the file, within the transaction: nothing is out.
    for (const dieAt of [1, 2, 3, 4]) {
      assert.equal(await run(dieAt), "SIGKILL", String(dieAt));
      assert.deepEqual(await tracesOf(lead, id), nothing, String(dieAt));
    }
    // After the commit; and whoever is asked once more does nothing.
    assert.equal(await run(5), "SIGKILL");
    assert.deepEqual(await tracesOf(lead, id), everything);
    assert.ok((await finish(lead, id)).ok);
    assert.deepEqual(await tracesOf(lead, id), everything);
  });

  test("is out wholly or not at all, wherever its release is killed, and then once", async () => {
    const { kevin, lead, tenantId } = await authority();
    const id = await begin(kevin, await parkingPermit(database, kevin));
    await write(kevin, id);
    assert.ok((await approve(lead, id)).ok);
    const machine = database.contextFor({ tenantId, now: today });
    const traces = () => tracesOf(lead, id);
    let moments = 0;
    for (let dieAt = 1, isDead = true; isDead; dieAt += 1) {
      const process = mortal(machine, dieAt);
      const { step } = process;
      const ports = portsWithMoments(world.ports, step);
      const released = finishRelease(process.context, { id, signal }, ports);
      await released.catch((error: unknown) => {
        assert.match(String(error), /killed/);
      });
      isDead = process.isDead();
      const left = await traces();
      const isOut = left[0] === "released";
      assert.deepEqual(left, isOut ? everything : nothing, String(dieAt));
      moments = dieAt;
    }
    assert.ok(moments > 10, `only ${String(moments)} moments were tried`);
    assert.ok((await finish(machine, id)).ok);
    assert.deepEqual(await traces(), everything);
  });

  test("is nobody's business elsewhere, nor without permission", async () => {
    const { kevin, lead, tenantId, letterId } = await authority();
    const vorgangId = await parkingPermit(database, kevin);
    const id = await begin(kevin, vorgangId);
    const foreign = await authority();
    const auditor = database.contextFor({ tenantId, now: today });
    for (const stranger of [foreign.lead, foreign.kevin, auditor]) {
      assert.equal(await readBescheid(stranger, id, world.ports), undefined);
      assert.equal(await openPdf(stranger, id, world.ports), undefined);
      assert.ok(
        !(
          await approveBescheid(stranger, {
            id,
            revision: 1,
            sha256: "",
            seenPosition: 1,
          })
        ).ok,
      );
      assert.ok(
        !(await fixDocument(stranger, { id, revision: 1 }, world.ports)).ok,
      );
      assert.ok(
        !(await returnBescheid(stranger, { id, revision: 1, reason: "x" })).ok,
      );
      const begun = await beginBescheid(
        stranger,
        { vorgangId, outcome: "granted", letterId },
        world.ports,
      );
      assert.ok(!begun.ok);
      assert.deepEqual((await listWaiting(stranger))?.waiting ?? [], []);
    }
    const text = {
      id: letterId,
      seenVersion: 1,
      kind: "letter" as const,
      name: "letter",
      leistungSlug: slug,
      subject: "S",
      body: "Neu {{Gibt es nicht}}",
    };
    assert.equal(
      kindOf(await saveText(kevin, text, world.ports)),
      "not-permitted",
    );
    assert.equal(
      kindOf(await saveText(foreign.lead, text, world.ports)),
      "not-found",
    );
    const unknown = await saveText(lead, text, world.ports);
    assert.deepEqual(!unknown.ok && unknown.refusal, {
      kind: "unknown-placeholders",
      names: ["Gibt es nicht"],
    });
    const known = { ...text, body: "Neu {{Kennzeichen}}" };
    assert.equal(kindOf(await saveText(lead, known, world.ports)), "ok");
    assert.equal(
      kindOf(await saveText(lead, { ...known, body: "Alt" }, world.ports)),
      "changed-meanwhile",
    );
    // The draft keeps the words it was begun with.
    assert.match((await read(kevin, id)).draft.body, /Guten Tag/);
  });
});
