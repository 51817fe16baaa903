import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { simpleParse } from "./testing/simple-parse.ts";
import {
  sampleDelivery,
  sampleUpload,
} from "../../modules/delivery/testing/sample-delivery.ts";
import { sealedTransport } from "../../platform/mail/sealed-mail.ts";
import { certificateFault } from "./certificate.ts";
import { createEmailEncryptedConnector } from "./connector.ts";
import {
  decryptMail,
  describeEnvelope,
  makeOfficeKey,
  type OfficeKey,
} from "./testing/certificates.ts";
import { startMailServer, type MailServer } from "./testing/mail-server.ts";

const to = "parken@schwerin.example";
const { signal } = new AbortController();

void describe("an encrypted e-mail", () => {
  let office: OfficeKey;
  let server: MailServer;
  before(async () => {
    office = await makeOfficeKey();
    server = await startMailServer(4_000_000);
  });
  after(() => server.stop());

  const connectAt = (now: Date) =>
    createEmailEncryptedConnector({
      transport: sealedTransport(server.url, {}),
      clock: () => now,
      senderOf: () =>
        Promise.resolve({
          name: "Schwerin",
          address: "noreply@portal.example",
        }),
    });
  const optionsWith = (more: object = {}) => ({
    tenantId: sampleDelivery().tenantId,
    to,
    certificate: office.certificate,
    ...more,
  });
  const send = async (delivery = sampleDelivery(), more: object = {}) => {
    const connector = connectAt(new Date());
    const options = connector.parseOptions(optionsWith(more));
    const outcome = await connector.deliver(delivery, options, signal);
    return { outcome, mail: server.mailbox.get(delivery.deliveryId) };
  };

  for (const padding of ["oaep", "pkcs1"])
    void test(`opens with the office's key alone, byte for byte (${padding})`, async () => {
      const scan = Buffer.from(
        Array.from({ length: 300_001 }, (_, index) => (index * 7) % 256),
      );
      const upload = {
        ...sampleUpload("Führerschein ä.pdf", ""),
        open: once(scan),
      };
      const delivery = sampleDelivery({ uploads: [upload] });
      const formats = ["xml-1", "json-2", "pdf-1"];
      const { mail } = await send(delivery, { padding, formats });
      assert.ok(mail);
      const { text, files } = simpleParse(await decryptMail(mail, office));
      assert.match(text, /SN-7K4M-2QXD/);
      assert.match(text, new RegExp(delivery.deliveryId));
      assert.deepEqual(
        [...files.keys()],
        [
          "submission.xml",
          "submission-2.json",
          "receipt.pdf",
          "01_Führerschein_ä.pdf",
        ],
      );
      assert.equal(
        files.get("submission.xml")?.toString(),
        delivery.answersXml,
      );
      assert.deepEqual(
        files.get("receipt.pdf"),
        Buffer.from(await delivery.pdf()),
      );
      assert.deepEqual(files.get("01_Führerschein_ä.pdf"), scan);
      const other = await makeOfficeKey();
      await assert.rejects(decryptMail(mail, other));
    });

  void test("is EnvelopedData with AES-256 and RSAES-OAEP over SHA-256", async () => {
    const { mail } = await send();
    assert.ok(mail);
    const structure = await describeEnvelope(mail);
    assert.match(structure, /pkcs7-envelopedData/);
    assert.match(structure, /aes-256-cbc/);
    assert.match(structure, /rsaesOaep[\s\S]*sha256[\s\S]*mgf1[\s\S]*sha256/);
  });

  void test("shows nothing on its way but that an application is there", async () => {
    const { mail } = await send();
    const [head = ""] = String(mail).split("\r\n\r\n");
    assert.match(
      head,
      /^Subject: =\?UTF-8\?Q\?Neuer_Antrag_SN-7K4M-2QXD=2C_verschl/mu,
    );
    assert.match(head, /smime-type=enveloped-data/);
    assert.doesNotMatch(
      String(mail),
      /Bewohnerparkausweis|Erika|%PDF|submission/,
    );
  });

  void test("without a certificate that is good now, nothing is sent", async () => {
    const wired = server.wire.length;
    for (const [afterDays, reason] of [
      [366, "certificate-expired"],
      [-1, "certificate-not-yet-valid"],
    ] as const) {
      const connector = connectAt(
        new Date(Date.now() + afterDays * 86_400_000),
      );
      const options = connector.parseOptions(optionsWith());
      assert.deepEqual(
        await connector.deliver(sampleDelivery(), options, signal),
        { kind: "rejected", reason },
      );
      const [settings] = await connector.check(options, signal);
      assert.equal(settings?.finding, reason);
    }
    assert.equal(server.wire.length, wired);
  });

  void test("what is too large goes to a person, by the portal's limit and by the server's", async () => {
    const large = (megabytes: number) => {
      const bytes = Buffer.alloc(megabytes * 1024 * 1024);
      return sampleDelivery({
        uploads: [{ ...sampleUpload("groß.pdf", ""), open: once(bytes) }],
      });
    };
    const own = await send(large(2), { maxMegabytes: "1" });
    assert.deepEqual(own.outcome, {
      kind: "rejected",
      reason: "uploads-too-large",
    });
    const theirs = await send(large(3));
    assert.deepEqual(theirs.outcome, { kind: "rejected", reason: "smtp-552" });
  });

  void test("without a mail server it waits, and the check says so", async () => {
    const connector = createEmailEncryptedConnector({
      transport: undefined,
      clock: () => new Date(),
      senderOf: () => Promise.reject(new Error("never asked")),
    });
    const options = connector.parseOptions(optionsWith());
    assert.deepEqual(
      await connector.deliver(sampleDelivery(), options, signal),
      {
        kind: "unavailable",
        cause: "mail-server-not-set",
      },
    );
    const report = await connector.check(options, signal);
    assert.deepEqual(report.at(-1), {
      check: "reachability",
      passed: false,
      finding: "mail-server-not-set",
    });
  });

  void test("says when its certificate ends", () => {
    const connector = connectAt(new Date());
    const expiry = connector.expiryOf?.(connector.parseOptions(optionsWith()));
    assert.equal(expiry?.option, "certificate");
    const days = (expiry.at.getTime() - Date.now()) / 86_400_000;
    assert.ok(days > 363 && days <= 365);
  });
});

void test("certificates that do not fit are refused with a reason", async () => {
  const faultOf = async (asked: Parameters<typeof makeOfficeKey>[0]) =>
    certificateFault((await makeOfficeKey(asked)).certificate, to);
  assert.equal(await faultOf({}), undefined);
  assert.equal(await faultOf({ email: "Parken@Schwerin.example" }), undefined);
  assert.equal(
    await faultOf({ email: "", extensions: [] }),
    "certificate-not-for-encryption",
    "OpenSSL makes that one a CA",
  );
  assert.equal(
    await faultOf({ email: "hunde@schwerin.example" }),
    "certificate-for-other-address",
  );
  assert.equal(await faultOf({ key: ["rsa:1024"] }), "certificate-key-unfit");
  assert.equal(
    await faultOf({ key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] }),
    "certificate-key-unfit",
  );
  const leaf = "basicConstraints=critical,CA:FALSE";
  for (const extension of [
    "keyUsage=critical,digitalSignature",
    "extendedKeyUsage=serverAuth",
  ])
    assert.equal(
      await faultOf({ extensions: [leaf, extension] }),
      "certificate-not-for-encryption",
    );
  assert.equal(await faultOf({ extensions: [leaf] }), undefined);
  const { certificate } = await makeOfficeKey();
  assert.equal(
    certificateFault(`${certificate}\n${certificate}`, to),
    "certificate-unreadable",
  );
  assert.equal(certificateFault("parken", to), "certificate-unreadable");
});

const once = (bytes: Uint8Array) =>
  async function* () {
    yield await Promise.resolve(bytes);
  };
