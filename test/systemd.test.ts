import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, test } from "node:test";
import { settingNames } from "../src/platform/config/setting-names.ts";
import { createProgram } from "../src/main/program.ts";
import { listFiles, readText, root } from "./source-text.ts";

const folder = "deploy/systemd";
const units = listFiles(`${folder}/*.service`, `${folder}/*.timer`);

/** Of systemd and of the back-up's unit, not of the program. */
const foreign = ["BACKUP_RECIPIENT"];

describe("units for systemd", () => {
  test("and their settings name nothing that the program does not know", () => {
    const known = settingNames();
    const texts = [...units, `${folder}/portal.env`, `${folder}/portal`];
    const named = texts.flatMap((file) =>
      [
        ...readText(file).matchAll(
          /^(?:Environment=)?([A-Z][A-Z0-9_]+)=|--setenv=([A-Z_]+)=|\$\{([A-Z_]+)\}/gmu,
        ),
      ].map(([, line, option, use]) => line ?? option ?? use ?? ""),
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((name) => !known.has(name) && !foreign.includes(name)),
      [],
    );
  });

  test("run commands that there are, with options that they have", () => {
    const lines = units.flatMap((file) =>
      [
        ...readText(file).matchAll(/^ExecStart=.*bin\/portal\.mjs (.+)$/gmu),
      ].map(([, words = ""]) => words.split(" ")),
    );
    assert.equal(lines.length, 3);
    for (const words of lines) {
      let command = createProgram();
      for (const word of words) {
        const next = command.commands.find((each) => each.name() === word);
        if (!next) break;
        command = next;
      }
      assert.notEqual(command.parent, null, words.join(" "));
      for (const option of words.filter((word) => word.startsWith("--")))
        assert.ok(
          command.options.some(({ long }) => long === option),
          `${words.join(" ")}: ${option}`,
        );
    }
  });

  test("pass systemd's own check, where it is installed", (t) => {
    const checked = spawnSync(
      "systemd-analyze",
      ["verify", ...units.map((file) => path.join(root, file))],
      { encoding: "utf8" },
    );
    if (checked.error) {
      t.skip("systemd-analyze is not installed");
      return;
    }
    // A machine may have its Node elsewhere.
    const faults = checked.stderr
      .split("\n")
      .filter((line) => line !== "" && !line.includes("/usr/bin/node"));
    assert.deepEqual(faults, []);
  });
});
