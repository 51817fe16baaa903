import assert from "node:assert/strict";
import { test } from "node:test";
import { readGuide, stoppingAt, toTheEnd } from "./guide.ts";

const guide = readGuide({ mount: "/srv/mount", data: "/srv/data" });

test("takes the commands of the guide, with other places", () => {
  assert.match(guide.settings, /^archive_mode = on$/m);
  assert.match(guide.settings, /cp %p \/srv\/mount\/wal\/%f/);
  assert.match(guide.backUp, /^pg_basebackup -D \/srv\/mount\/base\//m);
  assert.match(guide.backUp, /^pg_verifybackup \/srv\/mount\/base\//m);
  assert.match(
    guide.putBack,
    /^touch \/srv\/data\/restored\/recovery.signal$/m,
  );
  assert.match(guide.putBack, /^END$/m);
  for (const text of Object.values(guide))
    assert.doesNotMatch(text, /\/mnt|\/var\/lib/);
});

test("names the moment, or none", () => {
  const moment = "2026-11-28 09:00:00.25+00";
  assert.match(
    stoppingAt(guide.putBack, moment),
    /^recovery_target_time = '2026-11-28 09:00:00.25\+00'$/m,
  );
  assert.doesNotMatch(toTheEnd(guide.putBack), /recovery_target_time/);
  assert.match(toTheEnd(guide.putBack), /^recovery_target_action/m);
});

test("a guide without its commands is noticed", () => {
  const places = { mount: "/srv", data: "/srv" };
  assert.throws(() => readGuide(places, "# Nothing\n"), /archive_command/);
  assert.throws(() => stoppingAt("cp -a", "now"), /no moment/);
});
