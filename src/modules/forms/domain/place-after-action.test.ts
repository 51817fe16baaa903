import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventRegistration } from "../demo/event-registration.ts";
import type { Answers } from "./answers.ts";
import { applyAction } from "./apply-action.ts";
import { placeAfterAction } from "./place-after-action.ts";

/** Presses a button and says where the page goes on. */
function press(pageKey: string, action: string, before: Answers = {}) {
  const answers = applyAction(eventRegistration, pageKey, {
    answers: before,
    action,
  });
  return placeAfterAction(eventRegistration, pageKey, { answers, action });
}

describe("where a page goes on after adding and removing", () => {
  test("at what was added", () => {
    assert.equal(press("zeitUndOrt", "add:tag"), "tag.1");
    assert.equal(press("zeitUndOrt", "add:flaechen"), "flaechen.1");
    assert.equal(press("unterlagen", "add:ansprechperson"), "ansprechperson.0");
  });

  test("at the one that moved up, or the last that is left", () => {
    const three = { flaechen: ["Am Markt", "Schloßstraße", "Puschkinstraße"] };
    assert.equal(press("zeitUndOrt", "remove:flaechen.1", three), "flaechen.1");
    assert.equal(press("zeitUndOrt", "remove:flaechen.2", three), "flaechen.1");
  });

  test("at the one that changed places", () => {
    const three = { flaechen: ["Am Markt", "Schloßstraße", "Puschkinstraße"] };
    assert.equal(press("zeitUndOrt", "up:flaechen.1", three), "flaechen.0");
    assert.equal(press("zeitUndOrt", "down:flaechen.1", three), "flaechen.2");
    assert.equal(press("zeitUndOrt", "up:flaechen.0", three), "flaechen.0");
    assert.equal(press("zeitUndOrt", "down:flaechen.2", three), "flaechen.2");
  });

  test("at the button when none is left", () => {
    const one = { ansprechperson: [{ name: ["Ida"] }] };
    assert.equal(
      press("unterlagen", "remove:ansprechperson.0", one),
      "ansprechperson-add",
    );
  });

  test("at the file field after a file was taken away", () => {
    assert.equal(press("unterlagen", "remove:weitere.2"), "weitere.0");
  });

  test("nowhere for what is no button of the page", () => {
    for (const action of ["next", "add:", "remove:fremd.0", "add:tag.0.fremd"])
      assert.equal(press("zeitUndOrt", action), undefined);
  });
});
