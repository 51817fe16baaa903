/**
 * One reader for some time, guided by what of the program ran; a process of its own, for the blocks of what is loaded are counted only when the
 * counting came first. Prints the report as JSON. `npm run drill -- fuzz --guided` starts it.
 */
import { openBlockCoverage } from "../../../src/main/testing/fuzz/block-coverage.ts";

const [name = "", seed = "1", seconds = "10", mode = "guided", cases = "0"] =
  process.argv.slice(2);

const isCounted = (url: string) =>
  url.startsWith("file://") &&
  !/\/testing\/fuzz\/(?!planted)|\/scripts\/drill\//.test(url);

const coverage =
  mode === "guided" ? await openBlockCoverage(isCounted) : undefined;
const { guidedNames, guidedTarget, wordsOf } =
  await import("./guided-targets.ts");
const { runGuided } =
  await import("../../../src/main/testing/fuzz/run-guided.ts");
const target = guidedTarget(name);
const report = await runGuided(target, {
  seed: Number(seed),
  endsAtMs: Date.now() + Number(seconds) * 1000,
  cases: Number(cases) || Number.MAX_SAFE_INTEGER,
  enough: guidedNames.includes(name) ? 3 : 1,
  coverage,
  words: wordsOf(target.name),
});
console.log(
  JSON.stringify({
    ...report,
    failures: report.failures.map(({ problem, input }) => ({
      problem,
      input: input.toString("base64"),
    })),
  }),
);
// Some readers leave a library open that nobody else has to wait for.
process.exit(0);
