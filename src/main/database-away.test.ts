import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { antrag, startDraft } from "./testing/applicant.ts";
import { readSettings } from "../platform/config/settings.ts";
import { createLogger } from "../platform/logging/logger.ts";
import { connectCommandServer } from "./connect-server.ts";
import { openServices } from "./services.ts";
import {
  childPortal,
  environmentOfChild,
  type ChildPortal,
} from "./testing/child-portal.ts";
import { watchStatus } from "./watch-status.ts";
import { freePort } from "./testing/free-port.ts";
import { multipartForm } from "./testing/multipart.ts";
import { visitorOf, type Answer } from "./testing/visitor.ts";

const page = "/leistungen/hundesteuer";
const statusPage = "/verfuegbarkeit";
const step = antrag("hundesteuer", "/schritt/1");
const typed = { familienname: "Beispiel", bemerkung: 'Zeile "1"\nund <zwei>' };

void describe("while the database is away", () => {
  let portal: ChildPortal;
  before(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "orh-away-"));
    portal = childPortal(dataDir, await freePort());
    await portal.start();
    // Ready, but not done: a start fails with its database.
    await until(async () =>
      (await readFile(portal.logFile, "utf8")).includes("Strg+C"),
    );
  });
  after(async () => {
    // Where the test failed in between, the server would hang for ever.
    await signalServer("SIGCONT");
    await portal.stop();
    await rm(portal.dataDir, { recursive: true, force: true });
  });

  const status = async (path: string) =>
    (await visitorOf(portal, "").visit(path)).status;
  const until = async (isTrue: () => Promise<boolean>) => {
    const deadline = performance.now() + 30_000;
    while (!(await isTrue())) {
      assert.ok(performance.now() < deadline, "never became true");
      await pause(100);
    }
  };
  const readyIs = (expected: number) =>
    until(async () => (await status("/readyz")) === expected);
  /** All processes of the server: it takes connections, and answers nothing. */
  const signalServer = async (signal: "SIGSTOP" | "SIGCONT") => {
    const file = join(portal.dataDir, "postgres/postmaster.pid");
    const server = (await readFile(file, "utf8")).split("\n", 1)[0] ?? "";
    const children = execFileSync("ps", ["-o", "pid=", "--ppid", server], {
      encoding: "utf8",
    });
    for (const id of [server, ...children.split("\n")])
      if (id.trim() !== "") signalIfThere(Number(id), signal);
  };

  void test("public pages stay with a notice, what was sent is kept in the page, and all comes back", async () => {
    const applicant = visitorOf(portal, "schwerin");
    await startDraft(applicant, "hundesteuer");
    const fresh = await applicant.visit(page);
    await signalServer("SIGSTOP");
    const pressed = performance.now();
    const refused = await applicant.visit(step, { fields: typed });
    const waited = performance.now() - pressed;
    assert.ok(waited < 15_000, `nobody waits for long: ${String(waited)}`);
    await readyIs(503);
    assert.equal(await status("/healthz"), 200);

    const stale = await applicant.visit(page);
    assert.equal(stale.status, 200);
    assert.match(
      stale.text,
      /Einige Funktionen sind im Moment nicht verfügbar/,
    );
    assert.equal(stale.headers["cache-control"], "no-store");
    assert.equal(withoutNotice(stale.text), fresh.text);

    const never = await applicant.visit("/leistungen/bewohnerparkausweis");
    assert.equal(never.status, 503);
    assert.equal(never.headers["retry-after"], "30");
    assert.match(never.text, /macht gerade eine Pause/);

    assertKeepsTyped(refused);
    await assertKeepsMultipart(applicant);
    await assertKeepsNoSecrets(applicant);

    await signalServer("SIGCONT");
    await readyIs(200);
    const again = await applicant.visit(step, { fields: hiddenOf(refused) });
    assert.ok([200, 303, 422].includes(again.status), again.text);
    await until(
      async () =>
        withoutNotice((await applicant.visit(page)).text) ===
        (await applicant.visit(page)).text,
    );
  });

  void test("the status page stays with its last figures and a notice, and afterwards counts the time as down", async () => {
    const settings = readSettings(environmentOfChild(portal));
    const logger = createLogger("silent");
    const server = await connectCommandServer(settings, logger);
    const services = await openServices({
      settings,
      logger,
      address: server.address,
    });
    // A worker that looks a hundred times as often, at minutes of its own.
    let minute = Date.now() - 3 * 3_600_000;
    let looks = 0;
    const watching = watchStatus(services, {
      everyMs: 100,
      firstMs: 1,
      withinMs: 700,
      now: () => {
        looks += 1;
        return new Date((minute += 60_000));
      },
    });
    const lookOn = async (count: number) => {
      const before = looks;
      await until(() => Promise.resolve(looks >= before + count));
    };
    const visitor = visitorOf(portal, "grabow");
    let asked = 0;
    const fresh = () => visitor.visit(`${statusPage}?${String((asked += 1))}`);
    try {
      await lookOn(3);
      await until(async () => (await fresh()).text.includes("100 %"));
      const before = await visitor.visit(statusPage);
      await signalServer("SIGSTOP");
      await readyIs(503);
      await lookOn(4);
      const during = await visitor.visit(statusPage);
      assert.equal(during.status, 200);
      assert.match(
        during.text,
        /Einige Funktionen sind im Moment nicht verfügbar/,
      );
      assert.equal(withoutNotice(during.text), before.text);
      const never = await visitorOf(portal, "lup").visit(statusPage);
      assert.equal(never.status, 503);
      assert.match(never.text, /macht gerade eine Pause/);
      await signalServer("SIGCONT");
      await readyIs(200);
      await until(async () => {
        const { text } = await fresh();
        const list = text.slice(text.indexOf("Störungen und Ausfälle"));
        return /\d Minuten[^]*senden[^]*Ausgefallen/.test(list);
      });
      assert.match((await fresh()).text, /senden[^]{0,400}?\d\d?,?\d* %/);
    } finally {
      await signalServer("SIGCONT");
      await watching?.stop();
      await services.close();
      await server.release();
    }
  });

  void test("after kill -9 of the server all comes back without a restart", async () => {
    const visitor = visitorOf(portal, "schwerin");
    assert.equal((await visitor.visit(page)).status, 200);
    await portal.kill("database");
    const during = await visitor.visit(page);
    assert.equal(during.status, 200, "a page in memory");
    const begin = () =>
      visitorOf(portal, "schwerin").visit(antrag("hundesteuer"), {
        fields: {},
      });
    await until(async () => (await begin()).status === 303);
  });

  const assertKeepsTyped = (answer: Answer) => {
    assert.equal(answer.status, 503);
    assert.equal(answer.headers["retry-after"], "30");
    assert.match(answer.text, new RegExp(`action="${step}"`));
    assert.deepEqual(hiddenOf(answer), typed);
  };

  const assertKeepsMultipart = async (
    applicant: ReturnType<typeof visitorOf>,
  ) => {
    const { headers, body } = multipartForm([
      { name: "familienname", content: "Beispiel" },
      { name: "schein", filename: "Schein & Bild.pdf", content: "%PDF-1.7" },
    ]);
    const origin = portal.baseUrl("schwerin");
    const answer = await applicant.visit(step, {
      method: "POST",
      headers: { ...headers, origin },
      body: Buffer.from(body),
    });
    assert.equal(answer.status, 503);
    assert.deepEqual(hiddenOf(answer), { familienname: "Beispiel" });
    assert.match(answer.text, /<li>Schein &amp; Bild\.pdf<\/li>/);
  };

  /** Neither a password nor what a strange page sent is put into a page. */
  const assertKeepsNoSecrets = async (
    visitor: ReturnType<typeof visitorOf>,
  ) => {
    const signIn = await visitor.visit("/arbeitsplatz/anmelden", {
      fields: { login: "kevin", password: "geheim" },
    });
    assert.equal(signIn.status, 503);
    assert.doesNotMatch(signIn.text, /geheim/);
    const strange = await visitor.visit(step, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: "https://elsewhere.example",
        "sec-fetch-site": "cross-site",
      },
      body: "familienname=untergeschoben",
    });
    assert.equal(strange.status, 503);
    assert.doesNotMatch(strange.text, /untergeschoben/);
  };
});

/** A connection may have ended since the processes were listed. */
function signalIfThere(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH"))
      throw error;
  }
}

function withoutNotice(text: string): string {
  return text.replace(
    /<section\s+class="portal-notices"\s+aria-label="Hinweis zum Betrieb"\s*>[^]*?<\/section>/u,
    "",
  );
}

function hiddenOf({ text }: Answer): Readonly<Record<string, string>> {
  const inputs = text.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  );
  return Object.fromEntries(
    [...inputs].map(([, name = "", value = ""]) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
