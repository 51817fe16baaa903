import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Component } from "./component.ts";
import { incidentsOf, isAbout, minutesOf, type Trouble } from "./incident.ts";

const now = new Date("2027-03-01T12:00:00Z");
const present = { now, states: new Map() };
const at = (time: string) => new Date(`2027-03-01T${time}:00Z`);
const trouble = (
  component: Component,
  [first, last]: readonly [string, string],
  down = 1,
): Trouble => ({ component, first: at(first), last: at(last), down });

void describe("incidents", () => {
  void test("are one where parts fail within minutes of each other, from the first minute to the end of the last", () => {
    const [incident, ...others] = incidentsOf(
      [
        trouble("delivery", ["09:04", "09:20"], 0),
        trouble("applications", ["09:00", "09:11"]),
      ],
      present,
    );
    assert.deepEqual(others, []);
    assert.deepEqual(incident, {
      begin: at("09:00"),
      end: at("09:21"),
      affected: [
        { component: "applications", state: "down" },
        { component: "delivery", state: "disturbed" },
      ],
    });
    assert.equal(minutesOf(incident, now), 21);
  });

  void test("stand apart when one part fails later, or again, the newest first", () => {
    const incidents = incidentsOf(
      [
        trouble("mail", ["08:00", "11:00"], 0),
        trouble("pages", ["09:00", "09:00"]),
        trouble("pages", ["09:06", "09:07"]),
      ],
      present,
    );
    assert.deepEqual(
      incidents.map(({ begin, affected }) => [begin, affected[0]?.component]),
      [
        [at("09:06"), "pages"],
        [at("09:00"), "pages"],
        [at("08:00"), "mail"],
      ],
    );
  });

  void test("go on while the last look found them", () => {
    const [incident] = incidentsOf(
      [trouble("pages", ["11:30", "11:58"])],
      present,
    );
    assert.ok(incident);
    assert.equal(incident.end, undefined);
    assert.equal(minutesOf(incident, now), 30);
    const states = new Map([["pages", "up"]] as const);
    const [over] = incidentsOf([trouble("pages", ["11:30", "11:58"])], {
      now,
      states,
    });
    assert.deepEqual(over?.end, at("11:59"));
  });

  void test("are what somebody told of at the same time", () => {
    const incident = { begin: at("09:00"), end: at("09:21") };
    const told = (from: string, until?: string) => ({
      from: at(from),
      until: until === undefined ? undefined : at(until),
    });
    assert.ok(isAbout(told("06:00", "09:00"), incident));
    assert.ok(isAbout(told("09:21"), incident));
    assert.ok(!isAbout(told("06:00", "08:59"), incident));
    assert.ok(!isAbout(told("09:22", "10:00"), incident));
    assert.ok(isAbout(told("11:00"), { ...incident, end: undefined }));
  });
});
