import assert from "node:assert/strict";
import { test } from "node:test";
import { createLogger } from "../../platform/logging/logger.ts";
import { noteGiven, noteTyped, personalIn } from "./typed-values.ts";

function linesOf(entry: Record<string, unknown>): string[] {
  const lines: string[] = [];
  createLogger("info", { write: (line) => void lines.push(line) }).info(
    entry,
    "planted",
  );
  return lines;
}

noteTyped({
  familienname: 'Zarathustrow "Z"',
  kommentar: "Bitte an zara@thustrow.example schreiben.",
  code: "einfach-wort",
  seite: "Uebersicht",
});
noteGiven("c29tZS1zZXNzaW9uLXRva2Vu");

for (const [what, value] of [
  ["a typed name", 'Herr Zarathustrow "Z" fehlt'],
  ["a mail address within a text", "zara@thustrow.example"],
  ["a mail address nobody noted", "anybody@else.example"],
  ["a session", "c29tZS1zZXNzaW9uLXRva2Vu"],
  ["a demo password", "Demo Leuchtturm 27"],
  ["an IBAN", "DE02 1203 0000 0000 2020 51"],
  ["a key of an interface", "Bearer abcdefghijklmnop"],
] as const)
  test(`${what} in a line is found, also deep inside`, () => {
    assert.notDeepEqual(personalIn(linesOf({ deep: { value } })), []);
  });

test("ids, codes and figures are not", () => {
  const line = {
    requestId: "0b4f9a3e-5a9f-4c8e-9d7b-1f2e3d4c5b6a",
    route: "/leistungen/:name/antrag",
    code: "einfach-wort",
    page: "Uebersicht",
    status: 303,
  };
  assert.deepEqual(personalIn(linesOf(line)), []);
});
