import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { readText, root } from "./source-text.ts";

const folder = "deploy/prometheus";

/** @see Prometheus "Alerting rules" */
const rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(["warning", "critical"]) }),
          annotations: z.strictObject({ summary: z.string().min(10) }),
        }),
      ),
    }),
  ),
});

/** Debian: package `prometheus`. */
const promtool = (...words: readonly string[]) =>
  spawnSync("promtool", words, {
    encoding: "utf8",
    cwd: path.join(root, folder),
  });

describe("alert rules", () => {
  test("have the form that Prometheus reads, each under a name of its own", () => {
    const parsed = rules.parse(parse(readText(`${folder}/alerts.yml`)));
    const names = parsed.groups.flatMap((group) =>
      group.rules.map(({ alert }) => alert),
    );
    assert.ok(names.length > 10);
    assert.equal(new Set(names).size, names.length);
  });

  test("pass promtool, and do what their own tests say, where it is installed", (t) => {
    const checked = promtool("check", "rules", "alerts.yml");
    if (checked.error) {
      t.skip("promtool is not on PATH");
      return;
    }
    assert.equal(checked.status, 0, checked.stderr);
    const tested = promtool("test", "rules", "alerts-test.yml");
    assert.equal(tested.status, 0, `${tested.stdout}${tested.stderr}`);
  });
});
