import assert from "node:assert/strict";
import type { RemoveKept } from "../../modules/retention/index.ts";
import type { RetentionPorts } from "../../modules/retention/module.ts";
import { deleteDue } from "../../modules/retention/use-cases/delete-due.ts";
import type { Context } from "../../platform/context/context.ts";
import { mortal } from "../../platform/testing/mortal.ts";
import type { DatabaseOwner } from "./tenant-rows.ts";

type Deletion = {
  /** Of a day on which a Vorgang is due. */
  readonly context: Context;
  readonly ports: RetentionPorts;
  readonly owner: DatabaseOwner;
  /** Of the Vorgang and its submission. */
  readonly ids: readonly [string, string];
  readonly listFiles: () => Promise<readonly string[]>;
};

/** Tries the deletion and kills it at every moment there is: all is there with its files, or nothing and the proof. */
export async function killDeletion(deletion: Deletion): Promise<void> {
  const { context, ports, listFiles } = deletion;
  const before = await standingOf(deletion);
  const files = await listFiles();
  const gone = before.rows.map(() => 0);
  let moments = 0;
  for (let dieAt = 1, isDead = true; isDead; dieAt += 1) {
    const process = mortal(context, dieAt);
    const { signal } = new AbortController();
    const keepers = ports.keepers.map(
      (removeKept): RemoveKept =>
        async (...given) => {
          const removed = await removeKept(...given);
          process.step();
          return removed;
        },
    );
    const store: typeof ports.files = {
      ...ports.files,
      remove: async (place) => {
        await ports.files.remove(place);
        process.step();
      },
    };
    const given = { ...ports, keepers, files: store };
    await deleteDue(process.context, given, signal).catch((error: unknown) => {
      assert.match(String(error), /killed/);
    });
    isDead = process.isDead();
    moments = dieAt;
    const { rows, done } = await standingOf(deletion);
    if (rows[0] === 0) {
      assert.deepEqual({ rows, done }, { rows: gone, done: [1, 1] });
    } else {
      assert.deepEqual({ rows, done }, before);
      assert.deepEqual(await listFiles(), files);
    }
  }
  assert.ok(moments > 20, `only ${String(moments)} moments were tried`);
}

/** Every row about a Vorgang, and how many proofs and entries say that it is deleted. */
async function standingOf({ owner, ids }: Deletion) {
  const [counts = assert.fail()] = await owner.query<{
    rows: number[];
    done: number[];
  }>(
    `with thread as (select id from postfach.thread where submission_id = $2)
     select array[
       (select count(*) from vorgaenge.vorgang where id = $1),
       (select count(*) from vorgaenge.event where vorgang_id = $1),
       (select count(*) from vorgaenge.opinion where vorgang_id = $1),
       (select count(*) from bescheide.bescheid where vorgang_id = $1),
       (select count(*) from postfach.message where thread_id in (select id from thread)),
       (select count(*) from submissions.upload where submission_id = $2),
       (select count(*) from submissions.submission where id = $2)]::int[] as rows,
     array[
       (select count(*) from retention.proof),
       (select count(*) from audit.entry where action = 'retention.deleted')]::int[] as done`,
    [...ids],
  );
  return counts;
}
