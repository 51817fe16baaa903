import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parkingPermit } from "../modules/forms/demo/parking-permit.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Answer, Visitor } from "./testing/visitor.ts";

const desk = `/verwaltung/formulare/${parkingPermit.key}`;

void describe("the editor's pages, sent as a browser without scripts sends them", () => {
  let portal: TestPortal;
  let editor: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    editor = await signedIn(portal, "schwerin", "redaktion");
  });
  after(() => portal.close());

  /** Sends the page's form as it stands with some inputs changed; several values of a name for boxes, null for none. */
  const change = async (
    path: string,
    changes: Readonly<Record<string, string | readonly string[] | null>>,
  ): Promise<Answer> => {
    const fields = inputsOf(await editor.visit(path));
    for (const [name, value] of Object.entries(changes)) {
      fields.delete(name);
      for (const each of value === null ? [] : [value].flat())
        fields.append(name, each);
    }
    return editor.visit(path, { fields });
  };
  const overlay = async (): Promise<string> =>
    inputsOf(await editor.visit(`${desk}/json`)).get("anpassung") ?? "";

  void test("a file field takes size and kinds, and says what is wrong with either", async () => {
    const path = `${desk}/struktur/fahrzeugschein`;
    const page = await editor.visit(path);
    assert.deepEqual(faultsOfPage(page), []);
    for (const [changes, said, id] of [
      [{ maxMegabytes: "viel" }, /in Megabyte als Zahl/, "maxMegabytes"],
      [{ maxMegabytes: "101" }, /Mehr als 100 MB/, "maxMegabytes"],
      [{ mediaTypes: null }, /mindestens eine Art von Datei/, "mediaTypes"],
    ] as const) {
      const refused = await change(path, { label: "Schein", ...changes });
      assert.equal(refused.status, 422);
      assert.match(refused.text, said);
      assert.match(refused.text, new RegExp(`href="#${id}"`));
      assert.deepEqual(faultsOfPage(refused), []);
      assert.equal(inputsOf(refused).get("label"), "Schein");
    }
    const saved = await change(path, {
      maxMegabytes: "2,5 MB",
      mediaTypes: ["application/pdf", "image/tiff"],
    });
    assert.equal(saved.status, 303);
    const { elements } = JSON.parse(await overlay()) as {
      elements: { fahrzeugschein: { type: object } };
    };
    assert.deepEqual(elements.fahrzeugschein.type, {
      dataType: "file",
      maxBytes: 2_500_000,
      mediaTypes: ["application/pdf", "image/tiff"],
    });
  });

  void test("what browsers offer is chosen in words, and taken back", async () => {
    const path = `${desk}/struktur/bisherigeNummer`;
    const chosen = await change(path, { autocomplete: "honorific-prefix" });
    assert.equal(chosen.status, 303);
    assert.match(await overlay(), /"autocomplete": "honorific-prefix"/);
    assert.equal((await change(path, { autocomplete: "" })).status, 303);
    assert.doesNotMatch(await overlay(), /honorific-prefix/);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});

/** What a browser would send of the first form with inputs of a page: everything but its buttons. */
function inputsOf({ text }: Answer): URLSearchParams {
  const main = text.slice(text.indexOf("<main"));
  const form =
    [...main.matchAll(/<form\b.*?<\/form>/gs)].find(([each]) =>
      /<(?:textarea|select)|type="text"/.test(each),
    )?.[0] ?? "";
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(
    /<input\b[^>]*>|<textarea\b.*?<\/textarea>|<select\b.*?<\/select>/gs,
  )) {
    const name = attributeOf(tag, "name");
    const value = valueOf(tag);
    if (name !== undefined && value !== undefined) fields.append(name, value);
  }
  return fields;
}

/** Undefined for a box that is not ticked. */
function valueOf(tag: string): string | undefined {
  if (tag.startsWith("<textarea"))
    return decode(/>\n?(.*)<\/textarea>/s.exec(tag)?.[1] ?? "");
  if (tag.startsWith("<select"))
    return (
      attributeOf(/<option\b[^>]*\sselected/.exec(tag)?.[0] ?? "", "value") ??
      ""
    );
  const isOff = /\stype="(?:checkbox|radio)"(?!.*\schecked)/s.test(tag);
  return isOff ? undefined : (attributeOf(tag, "value") ?? "");
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1] ?? "") : undefined;
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
