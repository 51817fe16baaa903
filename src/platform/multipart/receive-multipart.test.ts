import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
} from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { directoryFileStore } from "../files/directory-file-store.ts";
import { jpeg, pdf, png } from "../files/testing/sample-files.ts";
import { singleTenantCipher } from "../files/testing/single-tenant-cipher.ts";
import type { FileIntake } from "./receive-file.ts";
import {
  defaultMultipartLimits,
  receiveMultipart,
  type MultipartLimits,
} from "./receive-multipart.ts";

const tenantId = "0198c000-0000-7000-8000-000000000001";
const cipher = singleTenantCipher(tenantId);
const root = await mkdtemp(join(tmpdir(), "multipart-"));
const store = directoryFileStore(root);
after(() => rm(root, { recursive: true }));

const intake: FileIntake = {
  async store(content) {
    const fileId = randomUUID();
    return {
      fileId,
      ...(await store.put(content, { tenantId, fileId }, cipher)),
    };
  },
  remove: (fileId) => store.remove({ tenantId, fileId }),
};

async function storedFileIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { fileId } of store.list(tenantId)) ids.push(fileId);
  return ids;
}

/** What the platform's own FormData sends; the bytes come in chunks of `chunkBytes`. */
async function requestOf(form: FormData, chunkBytes = 10_000) {
  const response = new Response(form);
  const bytes = Buffer.from(await response.arrayBuffer());
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    chunks.push(bytes.subarray(at, at + chunkBytes));
  return {
    body: Readable.from(chunks),
    headers: { "content-type": response.headers.get("content-type") ?? "" },
  };
}

async function receive(form: FormData, limits?: Partial<MultipartLimits>) {
  return receiveMultipart(
    {
      ...(await requestOf(form)),
      limits: { ...defaultMultipartLimits, ...limits },
    },
    intake,
  );
}

async function receiveOk(form: FormData, limits?: Partial<MultipartLimits>) {
  const result = await receive(form, limits);
  assert.ok(result.ok);
  return result.value;
}

const file = (content: Buffer, name: string) =>
  new File([new Uint8Array(content)], name);

function formWith(...files: File[]): FormData {
  const form = new FormData();
  for (const each of files) form.append("nachweis", each);
  form.append("after", "the files");
  return form;
}

describe("a form with files", () => {
  test("gives its fields in order and its files stored, measured and named", async () => {
    const form = new FormData();
    form.append("G1.0.F1.0", "Jürgen Größe");
    form.append("G1.0.F1.0", "zweiter Wert\r\nmit Zeile");
    form.append("nachweis", file(pdf(), "Führerschein – Kopie.pdf"));
    form.append(
      "nachweis",
      file(jpeg({ exifBytes: 90_000 }), "C:\\Fotos\\Fu\u0308ller.jpg"),
    );
    form.append("last", "");
    const { fields, files } = await receiveOk(form);

    assert.deepEqual(fields.getAll("G1.0.F1.0"), [
      "Jürgen Größe",
      "zweiter Wert\r\nmit Zeile",
    ]);
    assert.equal(fields.get("last"), "");
    assert.deepEqual(
      files.map(({ filename }) => filename),
      ["Führerschein – Kopie.pdf", "Füller.jpg"],
    );
    const [first] = files;
    assert.ok(first?.outcome.kind === "stored");
    assert.equal(first.outcome.mediaType, "application/pdf");
    assert.equal(first.outcome.sizeBytes, pdf().length);
    const back = await buffer(
      await store.open({ tenantId, fileId: first.outcome.fileId }, cipher),
    );
    assert.deepEqual(back, pdf());
  });

  test("comes out the same, however the network cuts it", async () => {
    const form = formWith(
      file(png(), "a.png"),
      file(jpeg({ exifBytes: 9_000 }), "b.jpg"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4_000 }),
        async (chunkBytes) => {
          const result = await receiveMultipart(
            await requestOf(form, chunkBytes),
            intake,
          );
          assert.ok(result.ok);
          assert.equal(result.value.fields.get("after"), "the files");
          assert.deepEqual(
            result.value.files.map(({ outcome }) => outcome.kind),
            ["stored", "stored"],
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test("leaves out where no file was chosen, and says where one was empty", async () => {
    const { files } = await receiveOk(
      formWith(file(Buffer.alloc(0), ""), file(Buffer.alloc(0), "leer.pdf")),
    );
    assert.deepEqual(files, [
      { field: "nachweis", filename: "leer.pdf", outcome: { kind: "empty" } },
    ]);
  });

  test("keeps what is good when another file is too large or a disguised program, and stores only that", async () => {
    const before = await storedFileIds();
    const { fields, files } = await receiveOk(
      formWith(
        file(Buffer.concat([pdf(), Buffer.alloc(200_000)]), "gross.pdf"),
        file(
          Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300_000)]),
          "harmlos.pdf",
        ),
        file(pdf("/S /JavaScript"), "skript.pdf"),
        file(png(), "gut.png"),
      ),
      { maxFileBytes: 100_000 },
    );
    assert.deepEqual(
      files.slice(0, 3).map(({ outcome }) => outcome),
      [
        { kind: "too-large", maxBytes: 100_000 },
        { kind: "type-not-allowed" },
        { kind: "type-not-allowed" },
      ],
    );
    assert.equal(files[3]?.outcome.kind, "stored");
    assert.equal(fields.get("after"), "the files");
    assert.equal((await storedFileIds()).length, before.length + 1);
    assert.deepEqual(await readdir(join(root, "unfinished")), []);
  });

  test("takes the first files when there are too many, and counts no field without a file", async () => {
    const before = await storedFileIds();
    const none = new File([], "");
    const { fields, files } = await receiveOk(
      formWith(
        none,
        file(png(), "1.png"),
        none,
        file(png(), "2.png"),
        file(png(), "3.png"),
      ),
      { maxFiles: 2 },
    );
    assert.deepEqual(
      files.map(({ filename, outcome }) => [filename, outcome.kind]),
      [
        ["1.png", "stored"],
        ["2.png", "stored"],
        ["3.png", "too-many"],
      ],
    );
    assert.deepEqual(files[2]?.outcome, { kind: "too-many", max: 2 });
    assert.equal(fields.get("after"), "the files");
    assert.equal((await storedFileIds()).length, before.length + 2);
  });

  test("may not be larger than the total, file by file", async () => {
    const large = jpeg({ exifBytes: 60_000 });
    const { files } = await receiveOk(
      formWith(file(large, "1.jpg"), file(large, "2.jpg")),
      { maxTotalBytes: 100_000 },
    );
    assert.deepEqual(
      files.map(({ outcome }) => outcome.kind),
      ["stored", "too-large"],
    );
  });
});

describe("a request is refused, and leaves no file, when it", () => {
  const refusedWith = async (
    form: FormData,
    limits: Partial<MultipartLimits>,
  ) => {
    const before = await storedFileIds();
    const result = await receive(form, limits);
    assert.deepEqual(await storedFileIds(), before);
    return result.ok ? "nothing" : result.refusal.kind;
  };

  test("has too many files or fields, or a field too long", async () => {
    const two = formWith(file(png(), "1.png"), file(png(), "2.png"));
    two.append("more", "x".repeat(2_000));
    assert.equal(await refusedWith(two, { maxFileParts: 1 }), "too-many-files");
    assert.equal(await refusedWith(two, { maxFields: 1 }), "too-many-fields");
    assert.equal(
      await refusedWith(two, { maxFieldBytes: 1_000 }),
      "field-too-large",
    );
  });

  test("is far beyond every limit, announced or not", async () => {
    const form = formWith(
      file(png(), "1.png"),
      file(Buffer.alloc(900_000), "2.png"),
    );
    const limits = { maxTotalBytes: 100_000, maxFieldBytes: 1_000 };
    assert.equal(await refusedWith(form, limits), "request-too-large");
    const { body, headers } = await requestOf(form);
    const announced = {
      body,
      headers: { ...headers, "content-length": "999999999" },
    };
    assert.deepEqual(await receiveMultipart(announced, intake), {
      ok: false,
      refusal: { kind: "request-too-large" },
    });
  });

  test("is not multipart, or breaks the format", async () => {
    const before = await storedFileIds();
    const kindOf = async (contentType: string, body: string) => {
      const result = await receiveMultipart(
        {
          body: Readable.from([Buffer.from(body)]),
          headers: { "content-type": contentType },
        },
        intake,
      );
      return result.ok ? "nothing" : result.refusal.kind;
    };
    assert.equal(await kindOf("application/json", "{}"), "not-multipart");
    assert.equal(await kindOf("multipart/form-data", "x"), "not-multipart");
    const cut = `--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n${pdf().toString("latin1")}`;
    assert.equal(
      await kindOf("multipart/form-data; boundary=b", cut),
      "malformed",
    );
    // A part without a name must not end the process.
    for (const disposition of ["form-data", 'form-data; filename="a.pdf"'])
      assert.equal(
        await kindOf(
          "multipart/form-data; boundary=b",
          `--b\r\nContent-Disposition: ${disposition}\r\n\r\n${pdf().toString("latin1")}\r\n--b--\r\n`,
        ),
        "malformed",
      );
    assert.deepEqual(await storedFileIds(), before);
  });
});

test("when the visitor goes away in the middle, nothing stays: not the file that was complete, not the half one", async () => {
  const before = await storedFileIds();
  const received = Promise.withResolvers<unknown>();
  const server = createServer((incoming: IncomingMessage) => {
    receiveMultipart(
      { body: incoming, headers: incoming.headers },
      intake,
    ).then(received.resolve, received.reject);
  });
  after(() => server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");

  const part = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\n`;
  const visitor = httpRequest({
    port: address.port,
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=b" },
  });
  visitor.on("error", () => undefined);
  visitor.write(
    Buffer.concat([
      Buffer.from(part("a.png")),
      png(),
      Buffer.from(`\r\n${part("b.pdf")}`),
      pdf(),
      Buffer.alloc(200_000),
    ]),
  );
  await sleep(200);
  visitor.destroy();

  assert.deepEqual(await received.promise, {
    ok: false,
    refusal: { kind: "aborted" },
  });
  assert.deepEqual(await storedFileIds(), before);
  assert.deepEqual(await readdir(join(root, "unfinished")), []);
});

test("a fault of the store is thrown, the other files are removed and the body is read to its end", async () => {
  const before = await storedFileIds();
  const full = new Error("disk full");
  let count = 0;
  const failing: FileIntake = {
    store: (content) =>
      ++count === 2 ? Promise.reject(full) : intake.store(content),
    remove: (fileId) => intake.remove(fileId),
  };
  const form = formWith(
    file(png(), "1.png"),
    file(jpeg({ exifBytes: 500_000 }), "2.jpg"),
    file(png(), "3.png"),
  );
  await assert.rejects(receiveMultipart(await requestOf(form), failing), full);
  assert.deepEqual(await storedFileIds(), before);
});
