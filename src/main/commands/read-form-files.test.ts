import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readFormFiles } from "./read-form-files.ts";

const list = (uri: string, rest = "") =>
  `<?xml version="1.0"?><gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><CanonicalUri>${uri}</CanonicalUri></Identification>${rest}</gc:CodeList>`;

void describe("the files of a form", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "form-files-"));
    await mkdir(join(folder, "ordner.xml"));
    const files = {
      "schema.xml": "<schema><uri>urn:de:farben</uri></schema>",
      "Farben 2026.xml": list("urn:de:farben", "x".repeat(100_000)),
      "C1_genericode.xml": list("urn:de:andere"),
      "kaputt.xml": "<CodeList><Identification/></CodeList>",
      "anderes.xml": "<urn:de:farben/>",
      "urn.txt": list("urn:de:farben"),
    };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), content);
  });
  after(() => rm(folder, { recursive: true }));

  void test("are the schema and, whatever their names, the lists it names and those that name nothing", async () => {
    const { schema, codeLists } = await readFormFiles(
      join(folder, "schema.xml"),
      folder,
    );
    assert.equal(schema.name, "schema.xml");
    assert.deepEqual(codeLists.map(({ name }) => name).sort(), [
      "Farben 2026.xml",
      "kaputt.xml",
    ]);
  });

  void test("need no folder of lists, but a schema", async () => {
    const { codeLists } = await readFormFiles(
      join(folder, "schema.xml"),
      join(folder, "fehlt"),
    );
    assert.deepEqual(codeLists, []);
    await assert.rejects(readFormFiles(join(folder, "fehlt.xml"), folder), {
      message: /is not a file/,
    });
  });
});
