import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { after, before, describe, test } from "node:test";
import { pdf } from "../platform/files/testing/sample-files.ts";
import { newId } from "../platform/values/id.ts";
import { xaveria } from "./testing/applicant.ts";
import { jsonOf, openBackOffice, type Json } from "./testing/back-office.ts";
import { signedIn } from "./testing/signed-in.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

/** Names below `localhost` lead here, which not every machine knows. @see RFC 6761 section 6.3 */
const localhost = `data:text/javascript,${encodeURIComponent(
  `import dns from "node:dns"; const { lookup } = dns; dns.lookup = (_, ...rest) => lookup("localhost", ...rest);`,
)}`;

void describe("the interface for back-office systems", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let office: Awaited<ReturnType<typeof openBackOffice>>;
  let staff: Visitor;
  let system: Visitor;
  let destinationId: string;
  let otherDestinationId: string;
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    owner = openAsOwner(portal.databaseAddress);
    office = await openBackOffice(portal, owner);
    ({ staff, system } = office);
    destinationId = await office.addDestination("Fachverfahren Parken");
    otherDestinationId = await office.addDestination("Fachverfahren Hunde");
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const arrived = (state?: string, at = destinationId) =>
    office.arrived(at, state);
  const notesTo = async (link: string) =>
    (await visitorOf(portal, "schwerin").visit(link)).text;

  void test("is opened by credentials that an administrator makes, two at once, each shown once", async () => {
    const wrong = await staff.visit(office.accessOf(destinationId), {
      fields: { name: "" },
    });
    assert.equal(wrong.status, 422);
    const first = await office.letIn(destinationId);
    const page = await staff.visit(office.accessOf(destinationId));
    assert.ok(page.text.includes(first.id));
    assert.ok(!page.text.includes(first.secret));
    const more = `${office.accessOf(destinationId)}/${first.id}/geheimnisse`;
    const second = office.shownIn(await staff.visit(more, { fields: {} }));
    assert.equal((await staff.visit(more, { fields: {} })).status, 409);
    const [old, fresh] = [
      await office.tokenOf(first),
      await office.tokenOf(second),
    ];

    const [revoke = ""] =
      /action="([^"]+\/geheimnisse\/[^"]+\/sperre)"/u
        .exec((await staff.visit(office.accessOf(destinationId))).text)
        ?.slice(1) ?? [];
    assert.equal((await staff.visit(revoke, { fields: {} })).status, 303);
    assert.equal((await office.askToken(first)).status, 401);
    assert.equal((await office.get(old, "/submissions")).status, 401);
    assert.equal((await office.get(fresh, "/submissions")).status, 200);

    const close = `${office.accessOf(destinationId)}/${first.id}/sperre`;
    assert.equal((await staff.visit(close, { fields: {} })).status, 303);
    assert.equal((await office.get(fresh, "/submissions")).status, 401);
    assert.equal((await office.askToken(second)).status, 401);
    const kevin = await signedIn(portal, "schwerin");
    assert.equal(
      (await kevin.visit(office.accessOf(destinationId))).status,
      403,
    );
    const foreign = await signedIn(portal, "lup", "verwaltung");
    assert.equal(
      (await foreign.visit(office.accessOf(destinationId))).status,
      404,
    );
  });

  void test("gives tokens as OAuth says, with no more than was granted", async () => {
    const reader = await office.letIn(destinationId, ["submissions.read"]);
    const answer = jsonOf(await office.askToken(reader));
    assert.equal(answer["token_type"], "Bearer");
    assert.equal(answer["scope"], "submissions.read");
    const token = String(answer["access_token"]);
    const more = await office.askToken(reader, { scope: "states.write" });
    assert.deepEqual(jsonOf(more), { error: "invalid_scope" });
    const other = await office.askToken(reader, { grant_type: "password" });
    assert.deepEqual(jsonOf(other), { error: "unsupported_grant_type" });
    const guess = await office.askToken({ ...reader, secret: "A".repeat(43) });
    assert.equal(guess.status, 401);
    assert.equal(guess.headers["www-authenticate"], "Basic");
    const lup = visitorOf(portal, "lup");
    assert.equal((await office.askToken(reader, {}, lup)).status, 401);

    const refused = await office.post(
      token,
      `/submissions/${newId()}/receipt`,
      {
        body: '{"receipt":"AZ 1"}',
      },
    );
    assert.equal(refused.status, 403);
    assert.match(
      refused.headers["content-type"] ?? "",
      /^application\/problem\+json/u,
    );
    assert.equal(
      (await office.get("A".repeat(43), "/submissions")).status,
      401,
    );
    assert.equal((await system.visit("/api/v1/submissions")).status, 401);
    await owner.query("update api.token set expires_at = now()", []);
    assert.equal((await office.get(token, "/submissions")).status, 401);
    const again = await office.tokenOf(reader);
    await owner.query(
      "update api.client set window_calls = 600, window_began_at = now()",
      [],
    );
    const limited = await office.get(again, "/submissions");
    assert.equal(limited.status, 429);
    assert.match(limited.headers["retry-after"] ?? "", /^\d+$/u);
  });

  void test("stands with its programs in the review of accesses, beside the people", async () => {
    const words = ["staff", "review", "--portal", "schwerin"];
    const { output, exitCode } = await runCommandBeside(portal, ...words);
    assert.equal(exitCode, 0);
    const lines = output.split("\r\n").map((line) => line.slice(1, -1));
    const cells = lines.map((line) => line.split('","'));
    const programs = cells.filter(([kind]) => kind === "program");
    assert.ok(programs.length > 0);
    for (const [, , at, scopes] of programs) {
      assert.equal(at, "Fachverfahren Parken");
      assert.match(scopes ?? "", /submissions\.read/u);
    }
    const kevin = cells.find(([, , login]) => login?.startsWith("kevin@"));
    assert.equal(kevin?.[3], "caseworker");
    assert.match(kevin[7] ?? "", /^\d{4}-\d\d-\d\dT/u);

    const by = (login: string) =>
      runCommandBeside(portal, ...words, "--done-by", login);
    assert.equal((await by("kevin@schwerin.example")).exitCode, 1);
    assert.equal((await by("verwaltung@schwerin.example")).exitCode, 0);
    const auditor = await signedIn(portal, "schwerin", "pruefung");
    const log = await auditor.visit("/verwaltung/protokoll");
    assert.match(log.text, /hat alle Zugänge überprüft/u);
  });

  void test("lists and fetches what lies at the own destination, and nothing else", async () => {
    const token = await office.tokenOf(await office.letIn(destinationId));
    const one = await arrived();
    const two = await arrived("delivered");
    const waiting = await arrived("waiting");
    const other = await arrived("accepted", otherDestinationId);
    const ids: unknown[] = [];
    let next: string | undefined = "/submissions?limit=1";
    while (next !== undefined) {
      const page: Answer = await office.get(token, next);
      assert.equal(page.status, 200, page.text);
      const { submissions } = jsonOf(page) as { submissions: Json[] };
      ids.push(...submissions.map(({ submissionId }) => submissionId));
      next = /<[^>]*\/api\/v1([^>]+)>; rel="next"/u.exec(
        String(page.headers["link"] ?? ""),
      )?.[1];
    }
    assert.deepEqual(ids, [one.id, two.id]);
    const open = jsonOf(
      await office.get(token, "/submissions?delivery=accepted"),
    );
    assert.equal((open["submissions"] as Json[]).length, 1);
    assert.equal((await office.get(token, "/submissions?limit=0")).status, 400);
    assert.equal((await office.get(token, "/submissions?after=x")).status, 400);

    const shown = await office.get(token, one.path);
    assert.equal(shown.status, 200, shown.text);
    assert.match(shown.text, new RegExp(xaveria.familienname, "u"));
    const etag = shown.headers.etag ?? "";
    const same = await office.get(token, one.path, { "if-none-match": etag });
    assert.equal(same.status, 304);
    const compressed = { "if-none-match": `"0", W/${etag}` };
    assert.equal((await office.get(token, one.path, compressed)).status, 304);
    const receipt = await office.get(token, `${one.path}/receipt.pdf`);
    assert.match(receipt.body.subarray(0, 5).toString(), /%PDF/u);
    const [file = assert.fail()] = jsonOf(shown)["uploads"] as Json[];
    const upload = await office.get(
      token,
      `${one.path}/uploads/${String(file["fileId"])}`,
    );
    assert.equal(upload.body.length, file["sizeBytes"]);

    for (const path of [
      waiting.path,
      other.path,
      `/submissions/${newId()}`,
      "/submissions/x",
    ]) {
      for (const part of [
        "",
        "/receipt.pdf",
        `/uploads/${String(file["fileId"])}`,
      ])
        assert.equal(
          (await office.get(token, path + part)).status,
          404,
          path + part,
        );
      const body = JSON.stringify({ receipt: "1", state: "closed", text: "x" });
      for (const part of ["/receipt", "/state", "/messages"])
        assert.equal(
          (await office.post(token, path + part, { body, "if-match": "*" }))
            .status,
          404,
          path + part,
        );
    }
    const missing = `${one.path}/uploads/${newId()}`;
    assert.equal((await office.get(token, missing)).status, 404);
  });

  void test("confirms receipt once, however often the call comes", async () => {
    const token = await office.tokenOf(await office.letIn(destinationId));
    const { path, vorgang, statusPath } = await arrived();
    const call = { body: '{"receipt":"AZ 7"}', "idempotency-key": "eins" };
    const done = await office.post(token, `${path}/receipt`, call);
    assert.equal(done.status, 200, done.text);
    assert.equal((await office.stateOf(vorgang))?.state, "in-progress");
    const again = await office.post(token, `${path}/receipt`, call);
    assert.deepEqual(
      [again.status, again.text, again.headers.etag],
      [200, done.text, done.headers.etag],
    );
    const other = await office.post(token, `${path}/receipt`, {
      ...call,
      body: '{"receipt":"AZ 8"}',
    });
    assert.equal(other.status, 422);
    assert.equal(jsonOf(other)["code"], "key-reused");
    const bare = { ...call, "idempotency-key": "" };
    const none = await office.post(token, `${path}/receipt`, bare);
    assert.equal(jsonOf(none)["code"], "key-missing");
    const later = await office.post(token, `${path}/receipt`, {
      body: '{"receipt":"AZ 9"}',
    });
    assert.equal(jsonOf(later)["receipt"], "AZ 9");
    assert.ok((await notesTo(statusPath)).includes("Fachverfahren Parken"));
  });

  void test("reports states in its own words; what has no meaning is text, and the administrator is told once", async () => {
    const token = await office.tokenOf(await office.letIn(destinationId));
    const { path, vorgang, id } = await arrived("delivered");
    const report = (state: string, more: Json = {}, ifMatch = "*") =>
      office.post(token, `${path}/state`, {
        body: JSON.stringify({ state, ...more }),
        "if-match": ifMatch,
      });
    const saved = await staff.visit(
      `${office.accessOf(destinationId)}/zustaende`,
      {
        fields: {
          "in-progress": "in Prüfung\nliegt vor",
          question: "Unterlagen fehlen",
          granted: "genehmigt",
        },
      },
    );
    assert.equal(saved.status, 303);
    const twice = await staff.visit(
      `${office.accessOf(destinationId)}/zustaende`,
      {
        fields: { granted: "fertig", refused: "fertig" },
      },
    );
    assert.equal(twice.status, 422);

    const first = await office.get(token, path);
    const etag = first.headers.etag ?? "";
    const done = await report("liegt vor", {}, etag);
    assert.equal(done.status, 200, done.text);
    assert.equal((await office.stateOf(vorgang))?.state, "in-progress");
    assert.notEqual(done.headers.etag, etag);
    assert.equal((await report("genehmigt", {}, etag)).status, 412);
    assert.equal((await report("genehmigt", {}, "")).status, 428);
    assert.equal((await report("Unterlagen fehlen")).status, 422);
    const note = "Bitte reichen Sie den Mietvertrag nach.";
    assert.equal((await report("Unterlagen fehlen", { note })).status, 200);
    assert.equal((await office.stateOf(vorgang))?.state, "question");

    for (let times = 0; times < 2; times += 1) {
      const odd = await report("liegt bei Frau M.");
      assert.equal(odd.status, 202, odd.text);
      assert.equal(jsonOf(odd)["meaning"], null);
    }
    assert.equal((await office.stateOf(vorgang))?.state, "question");
    const [mails] = await owner.query<{ count: string }>(
      "select count(*) from mail.message where kind = 'api-unknown-state'",
      [],
    );
    assert.equal(mails?.count, "1");
    const shown = await staff.visit(`/arbeitsplatz/vorgaenge/${vorgang}`);
    assert.match(shown.text, /„liegt bei Frau M\.“/u);
    assert.match(
      (await staff.visit(office.accessOf(destinationId))).text,
      /liegt bei Frau M\. \(2-mal\)/u,
    );

    const decided = await report("genehmigt", {
      note: "Der Ausweis liegt bereit.",
    });
    assert.equal(decided.status, 200, decided.text);
    assert.deepEqual(await office.stateOf(vorgang), {
      state: "decided",
      outcome: "granted",
    });
    assert.equal((await report("question", { note })).status, 409);
    const [audit] = await owner.query<{ count: string }>(
      "select count(*) from audit.entry where actor_kind = 'system' and (subject_id = $1 or subject_id = $2)",
      [id, vorgang],
    );
    assert.ok(Number(audit?.count) >= 6, audit?.count);
  });

  void test("writes to the applicant and gives them documents", async () => {
    const token = await office.tokenOf(await office.letIn(destinationId));
    const { path, statusPath, vorgang } = await arrived("delivered");
    const text = "Ihr Ausweis wird gedruckt.";
    const call = {
      body: JSON.stringify({ text }),
      "idempotency-key": "nachricht",
    };
    assert.equal(
      (await office.post(token, `${path}/messages`, call)).status,
      201,
    );
    assert.equal(
      (await office.post(token, `${path}/messages`, call)).status,
      201,
    );
    assert.ok((await notesTo(statusPath)).includes(text));
    const [events] = await owner.query<{ count: string }>(
      "select count(*) from vorgaenge.event where vorgang_id = $1 and kind = 'note-to-applicant'",
      [vorgang],
    );
    assert.equal(events?.count, "1");

    const document = (content: Buffer, filename: string) =>
      office.post(token, `${path}/documents`, {
        body: JSON.stringify({
          filename,
          content: content.toString("base64"),
          text: "Anbei der Ausweis.",
        }),
      });
    const given = await document(pdf(), "../Ausweis");
    assert.equal(given.status, 201, given.text);
    assert.match(given.text, /"filename":"Ausweis\.pdf"/u);
    const [documents] = await owner.query<{ count: string }>(
      `select count(*) from postfach.document join postfach.thread on thread.id = thread_id
       join vorgaenge.vorgang using (submission_id) where vorgang.id = $1`,
      [vorgang],
    );
    assert.equal(documents?.count, "1");
    assert.ok((await notesTo(statusPath)).includes("Anbei der Ausweis."));
    const program = await document(Buffer.from("MZ\u0000\u0001"), "x.pdf");
    assert.equal(jsonOf(program)["code"], "document-not-allowed");
    const html = await office.post(token, `${path}/messages`, {
      body: "x",
      "content-type": "text/html",
    });
    assert.equal(html.status, 415);
    assert.match(
      html.headers["content-type"] ?? "",
      /^application\/problem\+json/u,
    );
  });

  void test("is described for programs and people, in both languages", async () => {
    const document = jsonOf(await system.visit("/api/v1/openapi.json"));
    assert.equal(document["openapi"], "3.1.0");
    assert.equal(Object.keys(document["paths"] as Json).length, 12);
    const unknown = await system.visit("/api/v1/nothing");
    assert.match(
      unknown.headers["content-type"] ?? "",
      /^application\/problem\+json/u,
    );
    assert.equal(jsonOf(unknown)["code"], "not-found");
    const bare = await system.visit("/api/v1/zustaendigkeit");
    assert.deepEqual(
      [bare.status, jsonOf(bare)["fields"]],
      [400, ["leistung"]],
    );
    for (const cookie of ["sprache=de", "sprache=en"]) {
      const page = await system.visit("/api", { headers: { cookie } });
      assert.equal(page.status, 200);
      assert.deepEqual(faultsOfPage(page), []);
      assert.ok(page.text.includes("POST /submissions/{id}/state"));
    }
  });

  void test("is used by the example of the TypeScript client, a process of its own", async () => {
    await owner.query(
      "update delivery.delivery set state = 'closed' where destination_id = $1",
      [destinationId],
    );
    const { reference } = await arrived();
    const { id, secret } = await office.letIn(destinationId);
    const run = promisify(execFile);
    const example = new URL(
      "../../clients/typescript/fetch-all.ts",
      import.meta.url,
    );
    const start = () =>
      run(process.execPath, ["--import", localhost, fileURLToPath(example)], {
        env: {
          ...process.env,
          BASE_URL: portal.baseUrl("schwerin"),
          CLIENT_ID: id,
          CLIENT_SECRET: secret,
        },
      });
    const { stdout } = await start();
    const done = JSON.parse(stdout) as Json;
    assert.equal(done["reference"], reference);
    assert.equal(done["state"], "in-progress");
    assert.ok(Number(done["pdfBytes"]) > 1000);
    assert.equal((await start()).stdout, "");
  });

  void test("logs no faults and nothing that belongs to anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [xaveria.familienname, "liegt bei Frau M."]);
  });
});
