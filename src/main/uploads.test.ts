import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { jpeg, pdf, png } from "../platform/files/testing/sample-files.ts";
import {
  antrag,
  applicantOf,
  fileField,
  vehicleParts,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { multipartForm, type Part } from "./testing/multipart.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const form = "bewohnerparkausweis";
const step = antrag(form, "/schritt/3");
const plainMark = "dies-steht-im-klartext-der-datei";
const zip = Buffer.concat([
  Buffer.from("PK\u0003\u0004", "latin1"),
  Buffer.alloc(60),
  Buffer.from("PK\u0005\u0006", "latin1"),
  Buffer.alloc(18),
]);

/** Name in the sentence of the test, name and content of the file. */
const unwanted: readonly (readonly [string, string, Buffer])[] = [
  [
    "a Windows program called .pdf",
    "rechnung.pdf",
    Buffer.concat([Buffer.from("MZ\u0090\0", "latin1"), Buffer.alloc(600)]),
  ],
  [
    "a Linux program called .png",
    "bild.png",
    Buffer.concat([
      Buffer.from("\u007fELF\u0002\u0001\u0001", "latin1"),
      Buffer.alloc(600),
    ]),
  ],
  [
    "a shell script called .jpg",
    "foto.jpg",
    Buffer.from("#!/bin/sh\nrm -rf /\n".padEnd(100)),
  ],
  [
    "a web page called .pdf",
    "seite.pdf",
    Buffer.from("<!doctype html><script>alert(1)</script>".padEnd(100)),
  ],
  [
    "an SVG picture",
    "wappen.svg",
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(100),
    ),
  ],
  ["an archive called .pdf", "scheine.pdf", zip],
  [
    "a PDF with an archive behind it",
    "doppelt.pdf",
    Buffer.concat([pdf(), zip]),
  ],
  [
    "a web page with a PDF behind it",
    "davor.pdf",
    Buffer.concat([
      Buffer.from("<html><script>alert(1)</script></html>".padEnd(64)),
      pdf(),
    ]),
  ],
  [
    "a PDF that runs JavaScript",
    "aktiv.pdf",
    pdf("/OpenAction << /S /JavaScript /JS (app.alert) >>"),
  ],
  [
    "a picture of 40,000 megapixels",
    "riesig.png",
    png({ width: 200_000, height: 200_000 }),
  ],
  ["a PDF that was cut off", "halb.pdf", pdf().subarray(0, 100)],
  ["an empty file", "leer.pdf", Buffer.alloc(0)],
  ["a file larger than the field takes", "gross.pdf", largePdf(11)],
  ["a file larger than any field takes", "zu-gross.pdf", largePdf(21)],
];

void describe("uploading over HTTP", () => {
  let portal: TestPortal;
  let visitor: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    visitor = await applicantOf(portal, "schwerin", form);
  });
  after(() => portal.close());

  const upload = (...files: readonly Omit<Part, "name">[]): Promise<Answer> =>
    visitor.visit(
      step,
      multipartForm([
        ...vehicleParts,
        ...files.map((file) => ({ name: fileField, ...file })),
      ]),
    );

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

  for (const [what, filename, content] of unwanted) {
    void test(`refuses ${what}: message at the field, typed text kept, nothing stored`, async () => {
      const answer = await upload({
        filename,
        content,
        type: "application/pdf",
      });
      assert.equal(answer.status, 422);
      assert.match(answer.text, new RegExp(`value="${xaveria.kennzeichen}"`));
      const message = messageAt(answer, fileField);
      assert.ok(
        message !== undefined && message.length > 10,
        "a message stands at the field",
      );
      assert.equal(
        answer.text.split('href="#fahrzeugschein.0"').length,
        2,
        "the summary names the field once: what was refused is not missing, too",
      );
      assert.deepEqual(await storedFiles(), []);
    });
  }

  void test("takes the first ten files of a request, says which one was too many, and keeps what was typed", async () => {
    const other = await applicantOf(portal, "schwerin", form);
    const answer = await other.visit(
      step,
      multipartForm([
        ...vehicleParts,
        ...Array.from({ length: 11 }, (_, index) => ({
          name: fileField,
          filename: `seite-${String(index + 1)}.pdf`,
          content: pdf(),
        })),
      ]),
    );
    assert.equal(answer.status, 422);
    assert.match(answer.text, new RegExp(`value="${xaveria.kennzeichen}"`));
    assert.match(
      answer.text,
      /höchstens 10 Dateien auf einmal[^<]*seite-11\.pdf/,
    );
    await other.visit(antrag(form, "/loeschen"), { fields: {} });
    assert.deepEqual(await storedFiles(), []);
  });

  void test("keeps no file of somebody without a draft, or beyond what the field takes", async () => {
    const stranger = visitorOf(portal, "schwerin");
    const sent = multipartForm([
      { name: fileField, filename: "a.pdf", content: pdf() },
    ]);
    const answer = await stranger.visit(step, sent);
    assert.equal(answer.headers.location, antrag(form));
    assert.deepEqual(await storedFiles(), []);
    const unknownField = multipartForm([
      { name: "gibtEsNicht.0", filename: "a.pdf", content: pdf() },
    ]);
    await visitor.visit(step, unknownField);
    assert.deepEqual(await storedFiles(), []);
    const otherStep = await visitor.visit(antrag(form, "/schritt/99"), sent);
    assert.equal(otherStep.status, 404);
    assert.deepEqual(await storedFiles(), []);
  });

  void test("answers somebody without a draft before a byte of the files is sent", async () => {
    const { headers = {} } = multipartForm([]);
    const { host } = new URL(portal.baseUrl("schwerin"));
    const head = Object.entries({
      host,
      "content-length": "50000000",
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    const socket = connect(portal.port, "localhost");
    socket.write(`POST ${step} HTTP/1.1\r\n${head}\r\n`);
    const [answer] = (await once(socket, "data", {
      signal: AbortSignal.timeout(5_000),
    })) as [Buffer];
    socket.destroy();
    assert.match(answer.toString("latin1"), /^HTTP\/1\.1 303 /);
    assert.match(
      answer.toString("latin1"),
      new RegExp(`\r\nlocation: ${antrag(form)}\r\n`),
    );
  });

  void test("removes the file that the applicant takes away", async () => {
    const other = await applicantOf(portal, "schwerin", form);
    const press = (action: string, ...files: readonly Part[]) =>
      other.visit(
        step,
        multipartForm([
          ...vehicleParts,
          ...files,
          { name: "_action", content: action },
        ]),
      );
    const [one, two] = ["eins.pdf", "zwei.pdf"].map((filename) => ({
      name: fileField,
      filename,
      content: pdf(),
    }));
    assert.ok(one && two);
    assert.equal((await press("next", one, two)).status, 303);
    assert.equal((await storedFiles()).length, 2);
    assert.equal((await press("remove:fahrzeugschein.0")).status, 303);
    assert.equal((await storedFiles()).length, 1);
    const shown = await other.visit(step);
    assert.doesNotMatch(shown.text, /eins\.pdf/);
    assert.match(shown.text, /zwei\.pdf/);
    await other.visit(antrag(form, "/loeschen"), { fields: {} });
    assert.deepEqual(await storedFiles(), []);
  });

  void test("leaves nothing behind when the visitor goes away in the middle", async () => {
    const { headers = {}, body } = multipartForm([
      { name: fileField, filename: "a.pdf", content: pdf() },
      { name: fileField, filename: "b.pdf", content: largePdf(5) },
    ]);
    const socket = connect(portal.port, "localhost");
    const cookie = [...visitor.cookies]
      .map((pair) => pair.join("="))
      .join("; ");
    const { host } = new URL(portal.baseUrl("schwerin"));
    const head = Object.entries({
      host,
      cookie,
      "content-length": String(body.length),
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    socket.on("error", () => undefined);
    socket.write(`POST ${step} HTTP/1.1\r\n${head}\r\n`);
    socket.write(body.subarray(0, 3_000_000));
    for (
      let waited = 0;
      waited < 5_000 && (await storedFiles()).length === 0;
      waited += 50
    )
      await sleep(50);
    assert.ok((await storedFiles()).length > 0, "the first part was under way");
    socket.destroy();
    for (
      let waited = 0;
      waited < 5_000 && (await storedFiles()).length > 0;
      waited += 50
    )
      await sleep(50);
    assert.deepEqual(await storedFiles(), []);
  });

  void test("takes names as they come, shows them escaped and without paths", async () => {
    const names = [
      [
        "Führungszeugnis %22Größe%22 ß €.pdf",
        "Führungszeugnis _Größe_ ß €.pdf",
      ],
      ["C:\\\\Users\\\\x\\\\Straße.pdf", "Straße.pdf"],
      ["../../../etc/passwd.pdf", "passwd.pdf"],
    ] as const;
    const answer = await upload(
      ...names.map(([filename]) => ({
        filename,
        content: pdf(`/Note (${plainMark})`),
      })),
    );
    assert.equal(answer.status, 303, messageAt(answer, fileField));
    const shown = await visitor.visit(step);
    for (const [, name] of names)
      assert.match(shown.text, new RegExp(name.replace(".", "\\.")));
    assert.doesNotMatch(shown.text, /passwd\.\.|etc\/passwd|Users/);
    assert.equal((await storedFiles()).length, 3);
  });

  void test("stores what it takes encrypted", async () => {
    const files = await storedFiles();
    assert.equal(files.length, 3);
    for (const file of files) {
      const stored = await readFile(file);
      assert.equal(stored.includes(plainMark), false);
      assert.equal(stored.includes("%PDF"), false);
    }
    const everything = await readdir(portal.services.settings.dataDir, {
      recursive: true,
    });
    assert.doesNotMatch(everything.join("\n"), /Straße|passwd|Führungszeugnis/);
  });

  void test("shows a name with markup as text", async () => {
    const other = await applicantOf(portal, "schwerin", form);
    const filename = "<img src=x onerror=alert(1)>.jpg";
    const answer = await other.visit(
      step,
      multipartForm([{ name: fileField, filename, content: jpeg() }]),
    );
    assert.doesNotMatch(answer.text, /<img src=x/);
    assert.match(answer.text, /onerror=alert\(1\)/);
    await other.visit(antrag(form, "/loeschen"), { fields: {} });
    assert.equal((await storedFiles()).length, 3);
  });

  void test("logs no faults, names or contents", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [
      "Führungszeugnis",
      "passwd",
      plainMark,
      xaveria.kennzeichen,
    ]);
  });
});

function largePdf(megabytes: number): Buffer {
  return pdf(`/Padding (${"x".repeat(megabytes * 1_048_576)})`);
}

/** Text of the error next to a field. */
function messageAt({ text }: Answer, name: string): string | undefined {
  const id = name.replaceAll(".", "\\.");
  return new RegExp(`id="${id}-error"[^>]*>([\\s\\S]*?)</`).exec(text)?.[0];
}
