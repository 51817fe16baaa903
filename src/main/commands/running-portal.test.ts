import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  sampleCodeList,
  sampleSchema,
} from "../../modules/forms/testing/sample-schema.ts";
import {
  antrag,
  apply,
  fileField,
  startDraft,
  vehicleParts,
} from "../testing/applicant.ts";
import { pdf } from "../../platform/files/testing/sample-files.ts";
import { childPortal, type ChildPortal } from "../testing/child-portal.ts";
import { freePort } from "../testing/free-port.ts";
import { multipartForm } from "../testing/multipart.ts";
import {
  runCommand,
  runCommandProcess,
  type CommandRun,
} from "../testing/run-command.ts";
import { visitorOf } from "../testing/visitor.ts";

void describe("the command line beside a running portal with the embedded database", () => {
  let portal: ChildPortal;
  before(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "orh-commands-ä "));
    portal = childPortal(dataDir, await freePort());
    await portal.start();
  });
  after(async () => {
    await portal.stop();
    await rm(portal.dataDir, { recursive: true, force: true });
  });

  const run = (...words: readonly string[]): Promise<CommandRun> =>
    runCommand(portal, ...words);
  const assertDone = ({ exitCode, errors }: CommandRun) => {
    assert.equal(errors, "");
    assert.equal(exitCode, 0);
  };
  const assertRefused = ({ exitCode, errors }: CommandRun, why: RegExp) => {
    assert.equal(exitCode, 1);
    assert.match(errors, why);
    assert.doesNotMatch(errors, /^\s+at /m, "no stack for a person's mistake");
  };

  void test("it runs from its bundle, and a thread of that makes the receipt of an application", async () => {
    assert.doesNotMatch(await readFile(portal.logFile, "utf8"), /no bundle/);
    const applicant = visitorOf(portal, "schwerin");
    await apply(applicant, "hundesteuer");
    const receipt = await applicant.visit(
      antrag("hundesteuer", "/quittung.pdf"),
    );
    assert.equal(receipt.status, 200, receipt.text);
    assert.match(receipt.text, /^%PDF-/);
  });

  void test("`staff add` prints a password with which one signs in", async () => {
    const words = ["staff", "add", "--portal", "schwerin"];
    const person = ["--email", "Ute.Neu@schwerin.example", "--name", "Ute"];
    const added = await runCommandProcess(portal, ...words, ...person);
    assertDone(added);
    const password = /password[^:]*: (\S+)/.exec(added.output)?.[1] ?? "";
    const visitor = visitorOf(portal, "schwerin");
    const signedIn = await visitor.visit("/arbeitsplatz/anmelden", {
      fields: { login: "ute.neu@schwerin.example", password },
    });
    assert.equal(signedIn.status, 303, signedIn.text);

    assertRefused(await run(...words, ...person), /login-taken/);
    assertRefused(
      await run("staff", "add", "--portal", "atlantis", ...person),
      /no portal "atlantis".*schwerin/,
    );
  });

  void test("`tenant add` gives an authority its portal, seconds later", async () => {
    const words = [
      ...["tenant", "add", "--name", "Stadt Hagenow", "--short", "Hagenow"],
      ...["--kind", "stadt", "--ars", "130760060060", "--host", "hagenow"],
      ...[
        "--parent",
        "lup",
        "--street",
        "Lange Straße 28",
        "--postcode",
        "19230",
      ],
      ...["--town", "Hagenow", "--phone", "03883 623-0"],
      ...["--email", "info@hagenow.example"],
    ];
    assertDone(await run(...words));
    const visitor = visitorOf(portal, "hagenow");
    const deadline = performance.now() + 20_000;
    while ((await visitor.visit("/")).status !== 200)
      assert.ok(performance.now() < deadline, "not shown within 20 s");
    assert.match((await visitor.visit("/")).text, /Stadt Hagenow/);
    assertRefused(await run(...words), /Not added/);
  });

  void test("`import form` publishes a FIM schema with its code lists, which is then filled in", async () => {
    const folder = join(portal.dataDir, "fim");
    const file = join(folder, "S1_xdf2.xml");
    await mkdir(folder);
    await writeFile(file, sampleSchema());
    await writeFile(join(folder, "farben_genericode.xml"), sampleCodeList());
    const imported = await run(
      ...["import", "form", file, "--portal", "schwerin"],
      ...["--leistung", "hundesteuer"],
    );
    assertDone(imported);
    assert.match(imported.output, /Testformular.*Schwerin/);
    const visitor = visitorOf(portal, "schwerin");
    await startDraft(visitor, "hundesteuer");
    const step = await visitor.visit(antrag("hundesteuer", "/schritt/1"));
    assert.match(step.text, /Familienname/);
  });

  void test("`import form` refuses a broken schema with reason and line, and what is no file", async () => {
    const file = join(portal.dataDir, "broken_xdf2.xml");
    await writeFile(file, sampleSchema().replace("</xdf:feldart>", ""));
    const words = ["--portal", "schwerin"];
    assertRefused(
      await run("import", "form", file, ...words),
      /nothing was changed:[^]*Zeile \d+/,
    );
    assertRefused(
      await run("import", "form", portal.dataDir, ...words),
      /is not a file/,
    );
  });

  void test("a service that the portal does not have is refused before anything is written", async () => {
    const file = join(portal.dataDir, "S2_xdf2.xml");
    await writeFile(file, sampleSchema());
    const words = ["--portal", "schwerin", "--leistung", "jagdschein"];
    const why = /no service "jagdschein"; nothing was changed/;
    assertRefused(await run("import", "form", file, ...words), why);
    const folder = ["--connector", "folder", "--option", "directory=jagd"];
    assertRefused(
      await run("destination", "add", "--name", "Jagd", ...folder, ...words),
      why,
    );
    const known = ["--portal", "schwerin", "--leistung", "hundesteuer"];
    assertRefused(
      await run("destination", "add", "--name", "Jagd", ...folder, ...known),
      /directory=jagd: directory-missing.*nothing was changed/,
    );
  });

  void test("`migrate` and `seed demo` may run again, and leave authorities alone that are not of the demo", async () => {
    const migrated = await run("migrate");
    assertDone(migrated);
    assert.match(migrated.output, /embedded PostgreSQL: \d+ migrations, 0 of/);
    const before = await fileListHash(join(portal.dataDir, "zustellung"));
    assertDone(await run("seed", "demo"));
    assert.equal(
      await fileListHash(join(portal.dataDir, "zustellung")),
      before,
    );
  });

  void test("a second portal on the same data folder is refused and says which one runs", async () => {
    const second = await runCommandProcess(
      { ...portal, variables: { PORT: String(await freePort()) } },
      "start",
    );
    const running = await readFile(join(portal.dataDir, "portal.pid"), "utf8");
    assertRefused(second, new RegExp(running.trim()));
    assert.ok(second.errors.includes(portal.dataDir));
    assert.equal((await visitorOf(portal, "").visit("/readyz")).status, 200);
  });

  void test("SIGTERM lets a running request finish, takes no new ones and ends with 0", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await startDraft(visitor, "bewohnerparkausweis");
    const slow = startSlowUpload(portal, [...visitor.cookies]);
    await slow.isUnderWay;
    const stopped = portal.stop();
    await isRefused(portal);
    slow.finish();
    assert.equal(await slow.answered, 303);
    assert.equal(await stopped, 0);
    assert.doesNotMatch(await readFile(portal.logFile, "utf8"), /"level":50/);
  });
});

/** An upload whose second half waits until the test says so. */
function startSlowUpload(
  portal: ChildPortal,
  cookies: readonly (readonly [string, string])[],
) {
  const underWay = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<number | undefined>();
  const { headers, body } = multipartForm([
    ...vehicleParts,
    {
      name: fileField,
      filename: "schein.pdf",
      content: pdf(`/Note (${"x".repeat(200_000)})`),
    },
  ]);
  const whole = Buffer.from(body);
  const outgoing = request({
    // Like a browser, it keeps its connection open after the answer.
    agent: new Agent({ keepAlive: true }),
    host: "localhost",
    port: portal.port,
    method: "POST",
    path: antrag("bewohnerparkausweis", "/schritt/3"),
    headers: {
      ...headers,
      host: new URL(portal.baseUrl("schwerin")).host,
      "content-length": whole.length,
      cookie: cookies.map((pair) => pair.join("=")).join("; "),
    },
  });
  outgoing.on("error", answered.reject);
  outgoing.on("response", (incoming) => {
    incoming.resume();
    answered.resolve(incoming.statusCode);
  });
  outgoing.write(whole.subarray(0, 100_000), () => {
    underWay.resolve(undefined);
  });
  return {
    isUnderWay: underWay.promise,
    answered: answered.promise,
    finish: () => outgoing.end(whole.subarray(100_000)),
  };
}

async function isRefused(portal: ChildPortal): Promise<void> {
  const deadline = performance.now() + 20_000;
  const visitor = visitorOf(portal, "");
  const visit = () =>
    visitor
      .visit("/healthz", { headers: { connection: "close" } })
      .then(() => true)
      .catch(() => false);
  while (await visit())
    assert.ok(performance.now() < deadline, "still takes requests");
}

async function fileListHash(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  return createHash("sha256").update(names.toSorted().join("\n")).digest("hex");
}
