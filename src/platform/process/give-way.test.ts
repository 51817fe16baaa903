import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { constants } from "node:os";
import { test } from "node:test";
import { promisify } from "node:util";

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/** In a process of its own: nobody takes a lower priority back without being allowed to. */
async function priorityAfterGivingWay(before: number): Promise<number> {
  const script = `
    import { getPriority, setPriority } from "node:os";
    import { giveWay } from ${JSON.stringify(new URL("give-way.ts", import.meta.url).href)};
    if (${String(before)} > getPriority()) setPriority(${String(before)});
    giveWay();
    console.log(getPriority());`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    script,
  ]);
  return Number(stdout);
}

void test("a process that gives way has a lower priority, and one that is lower already stays so", async () => {
  assert.equal(
    await priorityAfterGivingWay(constants.priority.PRIORITY_NORMAL),
    PRIORITY_BELOW_NORMAL,
  );
  assert.equal(await priorityAfterGivingWay(PRIORITY_LOW), PRIORITY_LOW);
});
