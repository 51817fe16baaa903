import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { z } from "zod";
import { mailPurpose } from "../../../platform/mail/mail.ts";
import { newId } from "../../../platform/values/id.ts";
import type { PortalRequest, Reply } from "../../../shell/web/route.ts";
import type { Portal } from "../../tenants/index.ts";
import { indexConnectors, type Connector } from "../domain/connector.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { describeOptions } from "../use-cases/describe-options.ts";
import { openDestination } from "../use-cases/open-destination.ts";
import { watchDeliveries } from "../use-cases/watch-deliveries.ts";
import { destinationRoutes } from "./destination-routes.ts";

const schema = z
  .object({ certificate: z.string().meta({ kind: "certificate" }) })
  .refine(({ certificate }) => certificate.includes("BEGIN CERT"), {
    path: ["certificate"],
    message: "certificate-unreadable",
  });
const words = { title: "S", about: "A", "option.certificate": "Zertifikat" };

const connector: Connector<z.infer<typeof schema>> = {
  key: "fake-mail",
  describe: describeOptions({ schema, de: words, en: words }),
  parseOptions: (input) => schema.parse(input),
  expiryOf: ({ certificate }) => ({
    option: "certificate",
    at: new X509Certificate(certificate).validToDate,
  }),
  deliver: () => Promise.resolve({ kind: "delivered", receipt: "1" }),
  check: () => Promise.resolve([]),
};
const connectors = indexConnectors([connector]);
const dayMs = 86_400_000;

void describe("a certificate among the options", () => {
  let fixture: DeliveryFixture;
  let pem = "";
  let validUntil = new Date();
  before(async () => {
    fixture = await openDeliveryFixture();
    const made = await promisify(execFile)("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout"],
      ...["/dev/null", "-subj", "/CN=Parken", "-days", "90"],
    ]);
    pem = made.stdout;
    validUntil = new X509Certificate(pem).validToDate;
  });
  after(() => fixture.close());

  type Given = {
    readonly id?: string;
    readonly text?: string;
    readonly file?: Buffer;
    readonly now?: Date;
  };
  const reach = (
    method: "GET" | "POST",
    path: string,
    given: Given = {},
  ): Promise<Reply> => {
    const route = destinationRoutes({
      connectors,
      listLeistungen: () => Promise.resolve([]),
    }).find(
      (known) =>
        known.method === method && known.path === `/verwaltung/ziele${path}`,
    );
    assert.ok(route?.readsDocuments);
    return route.handle(requestOf(fixture, given));
  };
  const markup = async (reply: Promise<Reply>) => {
    const page = await reply;
    assert.ok(page.kind === "page", JSON.stringify(page));
    return String(page.main);
  };
  const onlyId = async () => {
    const [row] = await fixture.query<{ id: string }>(
      "select id from delivery.destination",
    );
    return row?.id ?? "";
  };

  void test("comes as a file in DER, is kept as text and named by its fingerprint", async () => {
    const { raw: file, fingerprint256 } = new X509Certificate(pem);
    const saved = await reach("POST", "/neu", { file });
    assert.equal(saved.kind, "redirect");
    const id = await onlyId();
    const open = await openDestination(fixture.context(), id, connectors);
    assert.equal(open?.options["certificate"], pem.trim());
    const shown = await markup(reach("GET", "/:id", { id }));
    assert.ok(shown.includes(fingerprint256));
    assert.match(shown, /enctype="multipart\/form-data"/);
  });

  void test("that is none or has ended is refused at the field, with the reason", async () => {
    const id = await onlyId();
    const none = await markup(reach("POST", "/:id", { id, text: "Hallo" }));
    assert.match(none, /kein einzelnes Zertifikat/);
    assert.match(none, /href="#option-certificate"/);
    assert.match(none, />\s*Hallo</);
    const now = new Date(validUntil.getTime() + dayMs);
    const ended = await markup(reach("POST", "/:id", { id, text: pem, now }));
    assert.match(ended, /Das Zertifikat ist abgelaufen\./);
  });

  void test("is told to administrators before it ends, each stage once, and anew for the next one", async () => {
    const id = await onlyId();
    const told = async (daysLeft: number) => {
      const now = new Date(validUntil.getTime() - daysLeft * dayMs);
      await watchDeliveries(fixture.context({ now }), {
        officeEmailOf: () => Promise.resolve(undefined),
        listAdministratorEmails: () =>
          Promise.resolve(["alma@schwerin.example"]),
        baseUrlOf: () => Promise.resolve("https://schwerin.example"),
      });
      return readMails(fixture);
    };
    assert.deepEqual(await told(31), []);
    const [mail] = await told(29);
    assert.equal(mail?.to, "alma@schwerin.example");
    assert.match(mail.text, /„Parken“ gilt bis zum/);
    assert.ok(mail.text.includes(`schwerin.example/verwaltung/ziele/${id}`));
    for (const [daysLeft, mails] of [
      [20, 0],
      [6, 1],
      [5, 0],
      [-1, 1],
      [-9, 0],
    ] as const)
      assert.equal((await told(daysLeft)).length, mails, String(daysLeft));
    const now = new Date(validUntil.getTime() - 6 * dayMs);
    const list = await markup(reach("GET", "", { now }));
    assert.match(list, /Zertifikat gilt bis/);
    await reach("POST", "/:id", { id, text: pem });
    assert.equal((await told(6)).length, 1);
  });
});

async function readMails(fixture: DeliveryFixture) {
  const rows = await fixture.query<{ id: string; content: Buffer }>(
    "delete from mail.message returning id, content",
  );
  const { cipher } = fixture.context();
  const texts = await Promise.all(
    rows.map(({ id, content }) => cipher.decrypt(content, mailPurpose(id))),
  );
  return texts.map(
    (text) => JSON.parse(text.toString()) as { to: string; text: string },
  );
}

function requestOf(
  fixture: DeliveryFixture,
  {
    id,
    text = "",
    file,
    now,
  }: { id?: string; text?: string; file?: Buffer; now?: Date },
): PortalRequest {
  const context = fixture.context(now && { now });
  return {
    context,
    account: undefined,
    accountContext: context,
    portal: {} as Portal,
    authority: {} as Portal,
    locale: "de",
    baseUrl: "http://schwerin.localhost",
    clientAddress: "127.0.0.1",
    path: "/verwaltung/ziele",
    params: id === undefined ? {} : { id },
    query: new URLSearchParams(),
    fields: new URLSearchParams({
      anbindung: "fake-mail",
      name: "Parken",
      eingeschaltet: "true",
      leistungen: "*",
      gleichzeitig: "1",
      geduld: "24",
      "option-certificate": text,
    }),
    files: [],
    documents: file
      ? [
          {
            field: "option-certificate-datei",
            filename: "parken.cer",
            content: file,
          },
        ]
      : [],
    cookies: {},
    staff: {
      staffId: newId(),
      displayName: "Kevin",
      sessionId: newId(),
      roles: [],
      permissions: [],
    },
  };
}
