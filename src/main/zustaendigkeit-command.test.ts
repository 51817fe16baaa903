import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { runCommandBeside } from "./testing/run-command.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("portal zustaendigkeit", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const run = (...words: readonly string[]) =>
    runCommandBeside(portal, "zustaendigkeit", ...words);

  void test("adds a rule that counts at once, lists and tries it, and takes it away once", async () => {
    const added = await run(
      ...["add", "grabow", "--name", "Q: Schwerin", "--leistung"],
      ...["hundesteuer", "--letters", "Q-Q", "--to-authority", "schwerin"],
      ...["--from", "2020-01-01"],
    );
    assert.equal(added.exitCode, 0, added.errors);
    const [id = assert.fail()] = /[0-9a-f-]{36}/.exec(added.output) ?? [];
    const listed = await run("list", "grabow");
    assert.match(
      listed.output,
      new RegExp(
        `${id}  hundesteuer 1  Q: Schwerin\n  when: family name Q-Q\n  to: authority Landeshauptstadt Schwerin`,
      ),
    );
    assert.match(listed.output, /untere Jagdbehörde/);
    const tries = [
      ["Quandt", /^Landeshauptstadt Schwerin \(hundesteuer\)\nrules: [0-9a-f]/],
      ["Kruse", /^Stadt Grabow \(hundesteuer\)\nrules: none/],
    ] as const;
    for (const [name, answer] of tries) {
      const tried = await run(
        ...["try", "grabow", "hundesteuer", "--family-name", name],
      );
      assert.match(tried.output, answer);
    }
    const open = await run("try", "grabow", "hundesteuer");
    assert.match(open.output, /may change by: name/);
    const other = await run("remove", "schwerin", id);
    assert.equal(other.exitCode, 1, "another authority's");
    assert.equal((await run("remove", "grabow", id)).exitCode, 0);
    const again = await run("remove", "grabow", id);
    assert.match(again.errors, /has no rule/);
    const page = await visitorOf(portal, "grabow").visit(
      "/zustaendig?leistung=hundesteuer",
    );
    assert.match(page.text, /Zuständig ist: Stadt Grabow/);
  });

  void test("leads to an office within, and says which option does not fit", async () => {
    const fitting = ["add", "lup", "--name", "Office", "--from", "2020-01-01"];
    const good = await run(...fitting, "--office", "ordnungsbehoerde");
    assert.equal(good.exitCode, 0, good.errors);
    const tried = await run("try", "lup", "schuelerbefoerderung");
    assert.match(tried.output, /: office Jagd- und Waffenbehörde/);
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /where it leads/],
      [["--office", "gibt-es-nicht"], /--office/],
      [["--team", "Gibt es nicht"], /no team "Gibt es nicht"/],
      [["--to-authority", "mond"], /no portal "mond"/],
      [["--office", "ordnungsbehoerde", "--letters", "K-A"], /--letters/],
      [["--office", "ordnungsbehoerde", "--answer", "1 +"], /--answer/],
      [["--office", "ordnungsbehoerde", "--until", "gestern"], /--until/],
    ];
    for (const [words, said] of wrong) {
      const refused = await run(...fitting, ...words);
      assert.equal(refused.exitCode, 1, words.join(" "));
      assert.match(refused.errors, said);
      assert.doesNotMatch(refused.errors, /^\s+at /m);
    }
    const none = await run("try", "lup", "raumschiff");
    assert.match(none.errors, /Nobody receives applications for "raumschiff"/);
    const help = await run("add", "--help");
    assert.match(help.output, /--to-authority lup/);
    for (const command of ["list", "remove", "try"])
      assert.match((await run(command, "--help")).output, /<portal>/);
  });

  void test("does what the guide says, line by line", async () => {
    const guide = await readFile(
      new URL("../../docs/how-to/say-who-is-responsible.md", import.meta.url),
      "utf8",
    );
    const lines = [...guide.matchAll(/npm run portal -- zustaendigkeit (.+)/g)];
    assert.equal(lines.length, 5);
    for (const [line, typed = ""] of lines) {
      const words = [...typed.matchAll(/"([^"]+)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? "",
      );
      const { exitCode, errors } = await run(...words);
      assert.equal(exitCode, 0, `${line}: ${errors}`);
    }
    const tried = await run(
      ...["try", "lup", "jagdschein", "--family-name", "Kruse"],
    );
    assert.match(tried.output, /may change by: place/);
  });
});
