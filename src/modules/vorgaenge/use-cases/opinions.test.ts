import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import { directoryFileStore } from "../../../platform/files/directory-file-store.ts";
import type { MalwareScanner } from "../../../platform/malware/malware-scanner.ts";
import type { ReceivedFile } from "../../../platform/multipart/received-file.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { vorgaengeModule } from "../module.ts";
import type { VorgaengePorts } from "../ports.ts";
import { newAuthority, type Authority } from "../testing/authority.ts";
import { neighbours } from "../testing/neighbours.ts";
import {
  auditOf,
  fakePorts,
  fileId,
  parkingPermit,
  received,
} from "../testing/vorgang-fixtures.ts";
import {
  askOpinion,
  takeBackOpinion,
  type AskOpinionInput,
} from "./ask-opinion.ts";
import { listFilesOfOpinions, openAnswerFile } from "./open-answer-file.ts";
import { listNotices } from "./list-notices.ts";
import {
  giveOpinion,
  listOpinionRequests,
  openOpinion,
  openOpinionFile,
} from "./give-opinion.ts";
import {
  openKeptFiles,
  sealKeptFiles,
  type AnswerFile,
} from "./kept-answer-files.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";
import { assertSealed } from "../../../platform/testing/sealed-values.ts";
import { sealedTables } from "../sealed-tables.ts";

const kindOf = (
  result: { ok: true } | { ok: false; refusal: { kind: string } },
) => (result.ok ? "ok" : result.refusal.kind);

async function collect<Each>(source: AsyncIterable<Each>): Promise<Each[]> {
  const all: Each[] = [];
  for await (const each of source) all.push(each);
  return all;
}

describe("an expert opinion", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    await assertSealed(database, sealedTables, [
      "vorgaenge.opinion.question",
      "vorgaenge.opinion.answer",
      "vorgaenge.opinion_file.filename",
    ]);
    await database.close();
  });

  const setUp = async () => {
    const grabow = await newAuthority(database);
    const county = await newAuthority(database);
    const ports = fakePorts({
      authorities: neighbours(database, { Grabow: grabow, Kreis: county }),
    });
    const submissionId = newId();
    const id = await parkingPermit(grabow.office, { submissionId });
    return { grabow, county, ports, id, submissionId };
  };
  const ask = (
    context: Context,
    { authorities }: VorgaengePorts,
    input: Pick<AskOpinionInput, "vorgangId" | "asked"> &
      Partial<AskOpinionInput>,
  ) =>
    askOpinion(context, authorities, {
      question: "Ist die Zufahrt frei?",
      workingDays: 3,
      sections: [0],
      fileIds: [],
      ...input,
    });
  const requestsOf = async (context: Context) => {
    const listed = await listOpinionRequests(context);
    return listed.ok ? listed.value : assert.fail();
  };
  const toCounty = ({ office }: Authority) =>
    ({ kind: "authority", id: office.tenantId }) as const;

  test("another authority is asked, sees only what was chosen, answers once; both logs and the applicant know", async () => {
    const { grabow, county, ports, id, submissionId } = await setUp();
    const asked = toCounty(county);
    const kevin = grabow.as("kevin");
    const expert = county.as("tim");
    const result = await ask(kevin, ports, { vorgangId: id, asked });
    assert.equal(kindOf(result), "ok");
    const [request, ...more] = await requestsOf(expert);
    assert.ok(request);
    assert.equal(more.length, 0);
    // Wednesday, 3 March 2027, and three working days: Monday is a holiday in Mecklenburg-Vorpommern.
    assert.equal(request.dueDay, "2027-03-09");

    const opened = await openOpinion(expert, ports, request.id);
    assert.ok(opened.ok);
    assert.equal(opened.value.fromName, "Grabow");
    assert.equal(opened.value.question, "Ist die Zufahrt frei?");
    assert.equal(opened.value.view.sections.length, 1);
    assert.deepEqual(opened.value.view.uploads, []);
    const file = { id: request.id, fileId };
    const hidden = await openOpinionFile(expert, ports, file);
    assert.equal(kindOf(hidden), "not-found");
    const whole = await readVorgang(expert, id, ports.submissions);
    assert.equal(kindOf(whole), "not-found");
    // Nor by a request of one's own that names the other authority's Vorgang.
    for (const stranger of [
      kevin,
      county.office.at(received, ["vorgang.read"]),
    ])
      assert.notEqual(
        kindOf(await openOpinion(stranger, ports, request.id)),
        "ok",
      );

    const give = (text: string, context = expert) =>
      giveOpinion(context, ports, { id: request.id, text });
    assert.equal(kindOf(await give(" ")), "opinion-answer-missing");
    assert.equal(kindOf(await give("x".repeat(4001))), "opinion-text-too-long");
    const answers = await Promise.all([
      give("Ja."),
      give("Nein.", county.as("kevin")),
    ]);
    assert.deepEqual(answers.map(kindOf).toSorted(), ["not-found", "ok"]);
    assert.deepEqual(await requestsOf(expert), []);
    assert.equal(
      kindOf(await openOpinion(expert, ports, request.id)),
      "not-found",
    );

    const notices = await listNotices(kevin);
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ["opinion-given"],
    );
    const back = await readVorgang(kevin, id, ports.submissions);
    assert.ok(back.ok);
    const [answer] = back.value.collaboration.opinions.map((it) => it.answer);
    assert.ok(answer);
    assert.match(answer.text, /^(Ja|Nein)\.$/);
    assert.match(answer.by, /^(Tim|Kevin) /);
    const log = await auditOf(kevin, id);
    for (const action of ["asked", "given"])
      assert.ok(log.includes(`vorgang.opinion-${action}`), action);
    const theirs = await auditOf(expert, request.id);
    assert.deepEqual(theirs, [
      "opinion.asked",
      "opinion.opened-for-opinion",
      "opinion.given",
    ]);
    const status = await readPublicStatus(grabow.office.visitor, submissionId);
    assert.ok(status);
    const access = status.accesses.find(
      ({ action }) => action === "vorgang.opened-for-opinion",
    );
    assert.equal(access?.authority, "Kreis");
    assert.ok(!JSON.stringify(status).includes("Zufahrt"));
    const stored = await kevin.transaction((db) =>
      sql<{ question: Buffer }>`select question from vorgaenge.opinion`.execute(
        db,
      ),
    );
    assert.ok(
      !stored.rows.some(({ question }) => question.includes("Zufahrt")),
    );
  });

  test("files of an answer are checked, lie with who asked under its key, and are opened by who may read the Vorgang, in its log", async () => {
    const { grabow, county, ports, id } = await setUp();
    const folder = await mkdtemp(join(tmpdir(), "experts-"));
    const files = directoryFileStore(folder);
    const scanner: MalwareScanner = {
      isThere: () => Promise.resolve(true),
      scan: async (content) => {
        const text = Buffer.concat(await collect(content)).toString();
        if (text === "away") return { kind: "not-scanned", reason: "timeout" };
        return text === "evil"
          ? { kind: "infected", signature: "Test" }
          : { kind: "clean" };
      },
    };
    const expertFiles = { files, scanner };
    const expert = county.as("tim");
    const kevin = grabow.as("kevin");
    assert.ok(
      (await ask(kevin, ports, { vorgangId: id, asked: toCounty(county) })).ok,
    );
    const [request] = await requestsOf(expert);
    assert.ok(request);
    const receive = async (text: string): Promise<ReceivedFile> => {
      const fileId = newId();
      const key = { tenantId: county.office.tenantId, fileId };
      const content = Readable.from([Buffer.from(text)]);
      const stored = await files.put(content, key, expert.cipher);
      const mediaType = "text/plain";
      const outcome = { kind: "stored", fileId, mediaType, ...stored } as const;
      return { field: "anlage", filename: `${text}.txt`, outcome };
    };
    const give = async (
      texts: readonly string[],
      others: ReceivedFile[] = [],
      kept: readonly AnswerFile[] = [],
    ) => {
      const received = await Promise.all(texts.map(receive));
      return giveOpinion(
        expert,
        { ...ports, expertFiles },
        {
          id: request.id,
          text: kept.length === 0 ? "Ja." : "Ja, mit Plan.",
          received: [...received, ...others],
          kept,
        },
      );
    };
    const leftOf = ({ office }: Authority) =>
      collect(files.list(office.tenantId));
    const empty: ReceivedFile = {
      field: "anlage",
      filename: "leer.pdf",
      outcome: { kind: "empty" },
    };
    const refusals = [
      [["Plan", "evil"], [], "infected", ["Plan.txt"]],
      [["away"], [], "not-scanned", ["away.txt"]],
      [["gut"], [empty], "empty", ["gut.txt"]],
      [
        ["1", "2", "3", "4", "5", "6"],
        [],
        "too-many",
        ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"],
      ],
    ] as const;
    const lying: (readonly AnswerFile[])[] = [];
    for (const [texts, others, code, names] of refusals) {
      const refused = await give(texts, [...others]);
      assert.ok(
        !refused.ok && refused.refusal.kind === "opinion-files-refused",
      );
      assert.equal(refused.refusal.faults[0]?.code, code);
      const { kept } = refused.refusal;
      assert.deepEqual(
        kept.map(({ filename }) => filename),
        names,
        "what can be taken is kept",
      );
      lying.push(kept);
    }
    const [plan = []] = lying;
    const sealed = await sealKeptFiles(expert, request.id, plan);
    assert.deepEqual(await openKeptFiles(expert, request.id, sealed), plan);
    for (const stranger of [kevin, county.as("kevin")])
      assert.deepEqual(await openKeptFiles(stranger, request.id, sealed), []);
    assert.deepEqual(await openKeptFiles(expert, newId(), sealed), []);
    assert.ok(
      (await leftOf(county)).length ===
        lying.reduce((sum, kept) => sum + kept.length, 0),
    );
    const nothing = { ...empty, filename: "" };
    assert.equal(kindOf(await give(["Foto"], [nothing], plan)), "ok");
    const there = (await leftOf(county)).map(({ fileId: each }) => each);
    assert.ok(!plan.some(({ fileId: each }) => there.includes(each)));
    const kept = await leftOf(grabow);
    assert.equal(kept.length, 2);
    const ids = kept.map(({ fileId: each }) => each);
    assert.deepEqual(
      new Set(await listFilesOfOpinions(kevin, [...ids, newId()])),
      new Set(ids),
    );
    const opened = await readVorgang(kevin, id, ports.submissions);
    assert.ok(opened.ok);
    const [first] = opened.value.collaboration.opinionFiles;
    assert.equal(first?.filename, "Plan.txt");
    const wanted = { vorgangId: id, fileId: first.fileId };
    const file = await openAnswerFile(kevin, expertFiles, wanted);
    assert.ok(file.ok);
    const content = Buffer.concat(await collect<Buffer>(file.value.body));
    assert.equal(content.toString(), "Plan");
    const log = await auditOf(kevin, id);
    assert.equal(log.at(-1), "vorgang.opinion-file-opened");
    for (const stranger of [grabow.as("tim"), expert]) {
      const tried = await openAnswerFile(stranger, expertFiles, wanted);
      assert.equal(kindOf(tried), "not-found");
    }
    await rm(folder, { recursive: true });
  });

  test("a colleague who does not see the Vorgang is asked by name; a question is taken back before its answer; nonsense is refused", async () => {
    const { grabow, county, ports, id } = await setUp();
    const [kevin, tim] = [grabow.as("kevin"), grabow.as("tim")];
    const asked = { kind: "person", id: grabow.idOf("tim") } as const;
    const question = { vorgangId: id, asked, fileIds: [fileId] };
    for (const outsider of [tim, county.as("kevin")])
      assert.notEqual(kindOf(await ask(outsider, ports, question)), "ok");
    for (const [wrong, kind] of [
      [{ asked: undefined }, "opinion-nobody"],
      [{ asked: { kind: "person", id: newId() } }, "opinion-nobody"],
      [{ asked: { kind: "authority", id: newId() } }, "opinion-nobody"],
      [{ asked: toCounty(grabow) }, "opinion-nobody"],
      [{ question: " " }, "opinion-question-missing"],
      [{ question: "x".repeat(4001) }, "opinion-text-too-long"],
      [{ workingDays: 0 }, "opinion-days"],
      [{ workingDays: Number.NaN }, "opinion-days"],
      [{ workingDays: 121 }, "opinion-days"],
    ] satisfies [Partial<AskOpinionInput>, string][])
      assert.equal(
        kindOf(await ask(kevin, ports, { ...question, ...wrong })),
        kind,
      );
    assert.ok((await ask(kevin, ports, question)).ok);
    assert.deepEqual(await requestsOf(grabow.as("samira")), []);
    const [request] = await requestsOf(tim);
    assert.ok(request);
    const file = await openOpinionFile(tim, ports, { id: request.id, fileId });
    assert.equal(kindOf(file), "ok");
    const taken = { vorgangId: id, id: request.id };
    const { authorities } = ports;
    assert.notEqual(
      kindOf(await takeBackOpinion(tim, authorities, taken)),
      "ok",
    );
    assert.ok((await takeBackOpinion(kevin, authorities, taken)).ok);
    const late = { id: request.id, text: "Zu spät" };
    assert.equal(kindOf(await giveOpinion(tim, ports, late)), "not-found");
    assert.deepEqual(await requestsOf(tim), []);
  });

  test("on the pages: asked from the Vorgang, overdue in words, answered, and shown where it was asked", async () => {
    const { grabow, county, ports, id } = await setUp();
    const { routes } = vorgaengeModule(ports);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const at = (context: Context, to: string) =>
      visit(routes, "GET", { context, path: to });
    const post = (
      context: Context,
      to: string,
      fields: Record<string, string>,
    ) => visit(routes, "POST", { context, path: to, fields });
    const kevin = grabow.as("kevin");
    const wrong = asPage(
      await post(kevin, `${path}/stellungnahmen`, { frage: "Wie?" }),
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#stelle"[^]*Wie\?<\/textarea>/);
    const reply = await post(kevin, `${path}/stellungnahmen`, {
      frage: "Wie <b>breit</b>?",
      stelle: `authority:${county.office.tenantId}`,
      arbeitstage: "2",
      abschnitt: "0",
      datei: fileId,
    });
    assert.match(asRedirect(reply).to, /#stellungnahmen$/);
    const later = new Date("2027-03-20T10:00:00Z");
    const list = asPage(
      await at(county.as("tim", later), "/arbeitsplatz/stellungnahmen"),
    );
    assert.match(list.text, /Bewohnerparkausweis[^]*Grabow[^]*Überfällig/);
    const [, href = ""] =
      /(\/arbeitsplatz\/stellungnahmen\/[\w-]+)"/.exec(list.text) ?? [];
    const asked = asPage(await at(county.as("tim", later), href));
    assert.match(asked.text, /Wie &lt;b&gt;breit[^]*Großmann[^]*Führerschein/);
    const empty = asPage(await post(county.as("tim"), href, {}));
    assert.match(empty.text, /href="#stellungnahme"/);
    const done = await post(county.as("tim"), href, {
      stellungnahme: "Breit.",
    });
    const { to } = asRedirect(done);
    assert.match(
      asPage(await at(county.as("tim", later), to)).text,
      /Ihre Stellungnahme ist gesendet/,
    );
    assert.equal(errorStatusOf(await at(county.as("tim"), href)), 404);
    const { text } = asPage(await at(kevin, path));
    assert.match(text, /Antwort von Tim Tiedemann, Kreis[^]*Breit\./);
  });
});
