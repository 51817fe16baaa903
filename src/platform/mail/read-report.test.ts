import assert from "node:assert/strict";
import { test } from "node:test";
import { isAddressFault, readReport } from "./read-report.ts";

const read = (...lines: readonly string[]) =>
  readReport(Buffer.from(lines.join("\r\n")));

void test("reads a report inside of what a gateway forwarded, whatever its encoding", () => {
  const status = Buffer.from(
    "Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@b.c\r\nAction: Failed\r\nStatus:\r\n 5.1.10\r\n",
  ).toString("base64");
  const report = read(
    "X-Original-To: b-1@portal.example",
    'Content-Type: multipart/mixed; charset=x; boundary="outer"',
    "",
    "--outer",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=in.ner",
    "",
    "--in.ner",
    "Content-Type: text/plain",
    "",
    "Action: failed",
    "--in.ner",
    "Content-Type: message/delivery-status; name=details.txt",
    "Content-Transfer-Encoding: base64",
    "",
    status,
    "--in.ner--",
    "--outer--",
  );
  assert.deepEqual(report, {
    sentTo: ["b-1@portal.example"],
    failure: { status: "5.1.10" },
  });
});

void test("takes nothing for a failure but a report of one", () => {
  const withStatus = (...status: readonly string[]) =>
    read("To: x@y.z", "Content-Type: message/delivery-status", "", ...status);
  assert.equal(
    withStatus("Action: delayed", "Status: 4.4.1").failure,
    undefined,
  );
  assert.equal(withStatus("Action: delivered").failure, undefined);
  assert.deepEqual(withStatus("Action: failed").failure, { status: "5.0.0" });
  assert.equal(read("To: x@y.z", "", "Action: failed").failure, undefined);
  assert.equal(read("").failure, undefined);
  const bomb = Array.from({ length: 50 }, () => [
    "Content-Type: multipart/mixed; boundary=a",
    "",
    "--a",
  ]).flat();
  assert.equal(read(...bomb).failure, undefined);
});

void test("an address is at fault, or the moment", () => {
  for (const code of ["5.1.1", "5.1.10", "5.2.1", "5.4.4"])
    assert.ok(isAddressFault(code), code);
  for (const code of ["5.2.2", "5.7.1", "4.1.1", "5.0.0", "550"])
    assert.ok(!isAddressFault(code), code);
});
