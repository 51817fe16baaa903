import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import fc from "fast-check";
import { createHttpClient } from "../http-client/http-client.ts";
import { createTypst } from "../pdf/typst.ts";
import {
  hasOpenssl,
  startOpensslAuthority,
} from "../time-stamp/testing/openssl-authority.ts";
import { httpTimeStampAuthority } from "../time-stamp/time-stamp-authority.ts";
import { PdfStructureError } from "./append-signature.ts";
import { generateSeal, localSignature } from "./local-signature.ts";
import { createPdfSealer } from "./pdf-sealer.ts";
import type { Sealer } from "./sealer.ts";
import { sealServiceSignature } from "./seal-service.ts";
import { checkSeal } from "./testing/check-seal.ts";
import {
  startFakeSealService,
  type FakeSealService,
} from "./testing/fake-seal-service.ts";

const run = promisify(execFile);
const now = new Date("2027-03-04T10:00:00Z");
const { signal } = new AbortController();
const http = createHttpClient();

/** Two pages, with a link on the first, as a letter with an e-mail address has it. */
const pdf = createTypst()({
  title: "Bescheid über Ihren Antrag",
  author: "Landeshauptstadt Schwerin",
  lang: "de",
  template: `= Bescheid\n#link("mailto:amt@example.org")[amt\\@example.org]\n#pagebreak()\nSeite 2`,
  data: {},
  images: {},
  attachments: [],
  standard: "PDF/A-3a",
  createdAt: now,
});

const ask = (sealer: Sealer) =>
  sealer.seal({ pdf, at: now, reason: "Bescheid ü", signal });

const sound = {
  coversAll: true,
  isDigestRight: true,
  isSignatureRight: true,
  namesCertificate: true,
  subFilter: "ETSI.CAdES.detached",
};

async function tell(tool: string, ...args: string[]) {
  return run(tool, args).then(
    ({ stdout }) => stdout,
    (error: unknown) =>
      isMissing(error) ? undefined : Promise.reject(error as Error),
  );
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

describe("the seal of a PDF", () => {
  for (const kind of ["ec", "rsa"] as const)
    test(`is one for its ${kind} certificate, appended to the very bytes`, async (t) => {
      const pem = generateSeal("Stadt Ü", now, kind);
      const sealed = await ask(createPdfSealer(localSignature(pem), undefined));
      assert.ok(sealed.ok);
      const { value } = sealed;
      assert.equal(value.level, "B-B");
      assert.equal(value.sealedBy, "Stadt Ü");
      assert.ok(value.pdf.subarray(0, pdf.length).equals(pdf));
      assert.deepEqual(checkSeal(value.pdf), { ...sound, hasTimeStamp: false });
      const text = value.pdf.toString("latin1");
      // The link stays, and the claimed time is beside the signature.
      assert.match(text.slice(pdf.length), /\/Annots \[ *\d+ 0 R \d+ 0 R\]/);
      assert.match(text, /\/M \(D:20270304100000Z\)/);

      const folder = await mkdtemp(join(tmpdir(), "seal-"));
      const file = join(folder, "sealed.pdf");
      await writeFile(file, value.pdf);
      const said = await tell("pdfsig", "-nocert", file);
      if (said === undefined) t.diagnostic("pdfsig (poppler-utils) is missing");
      else assert.match(said, /Total document signed[\s\S]*Signature is Valid/);
      const structure = await tell("qpdf", "--check", file);
      if (structure === undefined) t.diagnostic("qpdf is missing");
      else assert.match(structure, /No syntax or stream encoding errors/);
      await rm(folder, { recursive: true });
    });

  test("breaks with any byte that is changed, and with anything that is appended", async () => {
    const sealed = await ask(
      createPdfSealer(localSignature(generateSeal("Stadt", now)), undefined),
    );
    assert.ok(sealed.ok);
    const whole = sealed.value.pdf;
    const hole = whole.indexOf("/Contents <", pdf.length) + 11;
    fc.assert(
      fc.property(
        fc
          .nat(whole.length - 1)
          .filter((at) => at < pdf.length || at < hole - 600),
        fc.integer({ min: 1, max: 255 }),
        (at, difference) => {
          const forged = Buffer.from(whole);
          forged[at] = (forged[at] ?? 0) ^ difference;
          assert.equal(checkSeal(forged).isDigestRight, false);
        },
      ),
      { numRuns: 30 },
    );
    const extended = Buffer.concat([whole, Buffer.from("1 0 obj\n")]);
    assert.equal(checkSeal(extended).coversAll, false);
  });

  test("carries the stamp of a time-stamp authority; without the stamp there is no seal", async (t) => {
    const source = localSignature(generateSeal("Stadt", now));
    const nowhere = httpTimeStampAuthority("http://127.0.0.1:9/", http);
    const without = await ask(createPdfSealer(source, nowhere));
    assert.equal(!without.ok && without.refusal.kind, "unavailable");
    if (!(await hasOpenssl())) {
      t.skip("openssl is not on the PATH");
      return;
    }
    const authority = await startOpensslAuthority();
    const stamps = httpTimeStampAuthority(authority.url, http);
    const sealed = await ask(createPdfSealer(source, stamps));
    await authority.close();
    assert.ok(sealed.ok);
    assert.equal(sealed.value.level, "B-T");
    assert.deepEqual(checkSeal(sealed.value.pdf), {
      ...sound,
      hasTimeStamp: true,
    });
  });

  test("is refused for what is no PDF of ours, and for a key of another certificate", async () => {
    const sealer = createPdfSealer(
      localSignature(generateSeal("Stadt", now)),
      undefined,
    );
    for (const content of ["", "%PDF-1.7\nstartxref\n5\n%%EOF"])
      await assert.rejects(
        sealer.seal({ pdf: Buffer.from(content), at: now, reason: "", signal }),
        PdfStructureError,
      );
    const { key } = generateSeal("Stadt", now);
    const { certificates } = generateSeal("Stadt", now);
    assert.throws(
      () => localSignature({ key, certificates }),
      /belong together/,
    );
  });
});

describe("a seal service", () => {
  let service: FakeSealService;
  before(async () => {
    service = await startFakeSealService();
  });
  after(async () => {
    await service.close();
    http.close();
  });

  test("gets a hash and no document; its faults are told apart, and the next call works again", async () => {
    const sealer = createPdfSealer(
      sealServiceSignature(service.settings, http),
      undefined,
    );
    const sealed = await ask(sealer);
    assert.ok(sealed.ok, JSON.stringify(sealed));
    assert.deepEqual(checkSeal(sealed.value.pdf), {
      ...sound,
      hasTimeStamp: false,
    });
    assert.ok(service.calls.includes("signatures/signHash"));

    const expected = {
      down: "unavailable",
      garbles: "unavailable",
      "wrong-key": "unavailable",
      refuses: "refused",
    } as const;
    for (const mood of ["down", "garbles", "wrong-key", "refuses"] as const) {
      service.setMood(mood);
      const answer = await ask(sealer);
      assert.equal(!answer.ok && answer.refusal.kind, expected[mood], mood);
    }
    service.setMood("hangs");
    const stop = new AbortController();
    const hanging = sealer.seal({
      pdf,
      at: now,
      reason: "",
      signal: stop.signal,
    });
    stop.abort();
    const aborted = await hanging;
    assert.equal(!aborted.ok && aborted.refusal.kind, "unavailable");

    service.setMood("works");
    assert.ok((await ask(sealer)).ok);
    const { pin: _pin, ...withoutPin } = service.settings;
    const noPin = createPdfSealer(
      sealServiceSignature({ ...withoutPin, clientSecret: "falsch" }, http),
      undefined,
    );
    const refused = await ask(noPin);
    assert.equal(!refused.ok && refused.refusal.kind, "refused");
  });
});
