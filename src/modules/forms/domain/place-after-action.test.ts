import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventRegistration } from "../demo/event-registration.ts";
import type { Answers } from "./answers.ts";
import { applyAction, pathAfterAction } from "./apply-action.ts";
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

test("what stands in an occurrence stands where the occurrence went", () => {
  const days = ["Mo", "Di", "Mi", "Do"];
  const before = { tag: days.map((name) => ({ datum: [name] })) };
  for (const action of [
    "up:tag.1",
    "up:tag.3",
    "down:tag.0",
    "down:tag.2",
    ...days.keys().map((place) => `remove:tag.${String(place)}`),
  ]) {
    const { tag = [] } = applyAction(eventRegistration, "zeitUndOrt", {
      answers: before,
      action,
    });
    for (const [place, name] of days.entries()) {
      const now = tag.findIndex((each) => JSON.stringify(each).includes(name));
      assert.equal(
        pathAfterAction(`tag.${String(place)}.plan.0`, action),
        now < 0 ? undefined : `tag.${String(now)}.plan.0`,
      );
    }
  }
});

test("a file stays where its field is, whatever becomes of another file of it", () => {
  assert.equal(pathAfterAction("weitere.0", "remove:weitere.0"), "weitere.0");
  assert.equal(pathAfterAction("weitere.0", "up:tag.1"), "weitere.0");
  assert.equal(pathAfterAction("weitere.0", "next"), "weitere.0");
});
