import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { outcomeOf } from "../../../connectors/webhook/outcome.ts";
import { foreignTagsOf } from "../../../modules/catalogue/domain/content/parse-markup.ts";
import {
  linesOf,
  richText,
} from "../../../modules/catalogue/domain/content/rich-text.ts";
import { readDelivery } from "../../../modules/exchange/xzufi/read-index.ts";
import { readRecord } from "../../../modules/exchange/xzufi/read-record.ts";
import { compilePattern } from "../../../modules/forms/domain/pattern.ts";
import { readFormDocument } from "../../../modules/forms/import/read-form-document.ts";
import {
  sampleCodeList,
  sampleSchema,
} from "../../../modules/forms/testing/sample-schema.ts";
import { fullXdf3 } from "../../../modules/forms/testing/sample-xdf3.ts";
import {
  readOpeningLines,
  writeOpeningLines,
} from "../../../modules/tenants/domain/opening-lines.ts";
import { registerCsvReader } from "../../../modules/tenants/domain/register-csv.ts";
import {
  readStreetColumns,
  readStreetLine,
} from "../../../modules/tenants/domain/street-lines.ts";
import type { HttpAnswer } from "../../../platform/http-client/http-client.ts";
import { readReport } from "../../../platform/mail/read-report.ts";
import { readResponse } from "../../../platform/time-stamp/time-stamp-authority.ts";
import { BrokenXml, streamXml } from "../../../platform/xml/stream-xml.ts";
import type { FuzzTarget } from "./run-target.ts";

const texts = (...list: readonly string[]) => list.map((it) => Buffer.from(it));

/** What is left is what browsers are given: only the tags that are allowed, and the same when it is cleaned once more. */
const markup: FuzzTarget = {
  name: "formatted texts of editors",
  samples: texts(
    `<h2>Ablauf</h2><p>Sie <strong>brauchen</strong><br>einen <a href="https://www.example.org/a?b=c&amp;d">Ausweis</a>.</p>`,
    `<ul><li>eins<ol><li>zwei</li></ol></li></ul><script>alert(1)</script><div>drei &nbsp;&#228;&lt;b&gt;</div><!-- weg -->`,
    `<a href="javascript:alert(1)" onclick=x>vier</a><sup>2</sup><style>p{}</style>`,
  ),
  read: (input) => {
    const clean = richText(input.toString());
    assert.equal(richText(clean), clean, "not the same when cleaned again");
    assert.deepEqual(foreignTagsOf(clean), []);
    const tags = clean.match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      assert.match(
        tag,
        /^<(?:\/?(?:p|br|li|h[1-6]|ul|ol|strong|b|em|i|sup|sub|a)|a href="(?:https?:|mailto:|tel:|\/|#)[^"<>]*")>$/,
      );
    assert.ok(linesOf(clean).length >= 0);
  },
};

const codeList = sampleCodeList();

/** Read, or refused with at least one thing that is wrong. */
const forms: FuzzTarget = {
  name: "form documents (XDatenfelder)",
  samples: texts(sampleSchema(), fullXdf3()),
  read: (input) => {
    const result = readFormDocument({
      schema: { name: "schema.xml", content: input },
      codeLists: [{ name: "farben.xml", content: codeListContent }],
      missingCodeLists: "as-text",
    });
    if (!result.ok) assert.ok(result.refusal.messages.length > 0);
  },
};
const codeListContent = Buffer.from(codeList);

const codeLists: FuzzTarget = {
  name: "code lists (genericode)",
  samples: [codeListContent],
  read: (input) => {
    const result = readFormDocument({
      schema: { name: "schema.xml", content: schemaContent },
      codeLists: [{ name: "farben.xml", content: input }],
      missingCodeLists: "as-text",
    });
    if (!result.ok) assert.ok(result.refusal.messages.length > 0);
  },
};
const schemaContent = Buffer.from(sampleSchema());

const patterns: FuzzTarget = {
  name: "patterns of forms",
  samples: texts(
    String.raw`[A-Z]{1,3}-[A-Z]{1,2} [1-9]\d{0,3}`,
    String.raw`(a|bc)*d+(?:\p{L}|[^0-9])?`,
    "^DE[0-9]{20}$",
  ),
  read: (input) => {
    const source = input.toString();
    const compiled = compilePattern(source);
    if (!compiled.ok) return;
    for (const value of ["", "AB-C 12", "aaaaaaaaaaaaaaaaaaaaaaaa!", source])
      assert.equal(typeof compiled.value.matches(value), "boolean");
    assert.equal(typeof compiled.value.canHaveLength(0, 50), "boolean");
  },
};

const xzufi: FuzzTarget = {
  name: "Leistungen of a Land (XZuFi)",
  samples: texts(
    `<?xml version="1.0" encoding="UTF-8"?><x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0"><x:nachrichtenkopf/><x:schreibe><x:leistung><x:id schemeAgencyID="A">1</x:id><x:modulText><x:inhalt languageCode="de">Hundesteuer</x:inhalt><x:leikaTextmodul><code>02</code></x:leikaTextmodul></x:modulText><x:modulText><x:inhalt languageCode="de">&lt;p&gt;Text&lt;/p&gt;</x:inhalt><x:leikaTextmodul><code>03</code></x:leikaTextmodul></x:modulText></x:leistung></x:schreibe><x:loesche><x:leistungID schemeAgencyID="A">2</x:leistungID><x:klasse>leistung</x:klasse></x:loesche></x:transfer>`,
    `<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_3_0" xzufiVersion="2.3.0"><x:schreibe><x:organisationseinheit><x:id schemeAgencyID="A">5</x:id><x:name><x:name languageCode="de">Bürgerbüro</x:name></x:name><x:anschrift><x:strasse>Markt</x:strasse><x:hausnummer>1</x:hausnummer><x:postleitzahl>19053</x:postleitzahl><x:ort>Schwerin</x:ort></x:anschrift></x:organisationseinheit></x:schreibe><x:schreibe><x:onlinedienst><x:id>7</x:id><x:zustaendigkeit><x:leistungID schemeAgencyID="A">1</x:leistungID><x:gebietID>130000000000</x:gebietID></x:zustaendigkeit></x:onlinedienst></x:schreibe></x:transfer>`,
    "leistungen-1.xml\r\nleistungen-2.xml\r\n",
  ),
  read: async (input) => {
    const delivery = readDelivery(input, "https://land.example/a/index.txt");
    if (delivery.kind === "index")
      for (const url of delivery.urls)
        assert.equal(new URL(url).host, "land.example");
    try {
      for await (const record of streamXml(Readable.from([input])))
        assert.ok(readRecord(record).kind);
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
    }
  },
};

const tables: FuzzTarget = {
  name: "tables of streets and communes (CSV)",
  samples: texts(
    'Straße;Ort;PLZ\nMarkt;Schwerin;19053\n"Am ""Dom""";Schwerin;19055\n',
    "ARS,Name,Art,Kreis,Einwohner\n130040000000,Schwerin,60,13004,98000\n",
    "Mo-Mi, Fr: 08:00-12:00, 13:00-16:00\nDo: 09:00-18:00",
  ),
  read: (input) => {
    const text = input.toString();
    const [head = "", ...lines] = text.split(/\r?\n/);
    const columns = readStreetColumns(head);
    const register = registerCsvReader(head);
    for (const line of lines) {
      if (columns)
        assert.equal(typeof readStreetLine(line, columns).ok, "boolean");
      register?.read(line);
    }
    const week = readOpeningLines(text);
    if (week.ok)
      assert.deepEqual(readOpeningLines(writeOpeningLines(week.value)), week);
  },
};

const reports: FuzzTarget = {
  name: "mails that come back",
  samples: texts(
    [
      "X-Original-To: b-1@portal.example",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="in.ner"',
      "",
      "--in.ner",
      "Content-Type: text/plain",
      "",
      "Es ging nicht.",
      "--in.ner",
      "Content-Type: message/delivery-status",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Reporting-MTA: dns; mx",
      "",
      "Final-Recipient: rfc822; a@b.c",
      "Action: failed",
      "Status: 5.1=2E1",
      "--in.ner--",
    ].join("\r\n"),
  ),
  read: (input) => {
    const { failure } = readReport(input);
    if (failure) assert.match(failure.status, /^5\.\d{1,3}\.\d{1,3}$/);
  },
};

const question = { hash: Buffer.alloc(32, 7), nonce: Buffer.alloc(8, 9) };

/** None of them stamps this hash. */
const stamps: FuzzTarget = {
  name: "answers of time-stamp authorities",
  samples: [
    Buffer.from("30073005020100300030", "hex"),
    Buffer.from(
      "3082001e300302010030820015060960864886f70d010702a082000602010331020500",
      "hex",
    ),
  ],
  read: (input) => {
    assert.ok(!readResponse(input, question).ok);
  },
};

/** Status, one header and the body, a line each. */
function answerIn(input: Buffer): HttpAnswer {
  const [status, header = "", body = ""] = input.toString().split("\n", 3);
  const [name = "", value = ""] = header.split(": ", 2);
  return {
    kind: "answered",
    status: Number(status) || 200,
    headers: { [name.toLowerCase()]: value },
    body: Buffer.from(body),
  };
}

const answers: FuzzTarget = {
  name: "answers of back offices",
  samples: texts(
    `201\n\n{"receipt":"A-1","idempotencyKey":"d"}`,
    `409\nidempotency-key: d\n{"idempotencyKey":"e"}`,
    `503\nretry-after: Wed, 21 Oct 2026 07:28:00 GMT\n`,
  ),
  read: (input) => {
    const outcome = outcomeOf(answerIn(input), "d", new Date(0));
    if (outcome.kind === "delivered") assert.ok(outcome.receipt.length <= 200);
    if (outcome.kind === "unavailable")
      assert.ok((outcome.retryAfterMs ?? 0) >= 0);
  },
};

/** With how many of ten cases each is tried, as in targets.ts. */
export const documentTargets: readonly (FuzzTarget & {
  readonly share: number;
})[] = [
  { ...markup, share: 8 },
  { ...forms, share: 1 },
  { ...codeLists, share: 1 },
  { ...patterns, share: 2 },
  { ...xzufi, share: 4 },
  { ...tables, share: 8 },
  { ...reports, share: 6 },
  { ...stamps, share: 6 },
  { ...answers, share: 8 },
];
