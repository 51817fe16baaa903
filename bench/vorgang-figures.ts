import { randomBytes } from "node:crypto";
import { demoLogins } from "../src/modules/staff/demo/seed-staff-demo.ts";
import { staffCookie } from "../src/shell/web/staff-cookie.ts";
import { quantile } from "./compare.ts";
import { asOwner, fillInOnce, formHeaders } from "./drafts.ts";
import type { Generated } from "./generate-vorgaenge.ts";
import { processorMsOf, processorTimesOf } from "./processor-times.ts";
import type { Site } from "./site.ts";
import { makeOffices, type VorgangSize } from "./vorgang-offices.ts";
import { pagesToAsk, pick } from "./vorgang-pages.ts";

export type VorgangFigure = {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Processor time of portal and database together, each time; undefined where the system does not tell. */
  readonly cpuMs: number | undefined;
  /** Undefined: shown for comparison only. */
  readonly goal: number | undefined;
};

/** Pages of caseworkers in an authority that has a fifth of all Vorgänge, each a whole request from session to bytes. */
export async function vorgangFigures(
  site: Site,
  size: VorgangSize,
  runs: number,
): Promise<{
  readonly generated: Generated;
  readonly figures: readonly VorgangFigure[];
}> {
  const generated = await makeOffices(site, size);
  return { generated, figures: await timePages(site, runs) };
}

/** Every list and search, opening, and a change of state. */
export async function timePages(
  site: Site,
  runs: number,
): Promise<readonly VorgangFigure[]> {
  const cookie = await signIn(site);
  const opened = await prepareOpening(site, runs + warmUps);
  const open = (run: number) => `/arbeitsplatz/vorgaenge/${pick(opened, run)}`;
  const figures: VorgangFigure[] = [];
  for (const { name, path } of [
    ...(await pagesToAsk(site)),
    { name: "open a Vorgang", path: open },
  ])
    figures.push({
      name,
      goal: goalMs,
      ...(await timesOf(site, runs, (run) =>
        visit(site, { path: path(run), cookie }),
      )),
    });
  figures.push({
    name: "change a state",
    goal: goalMs,
    ...(await timesOf(site, Math.min(runs, opened.length - warmUps), (run) =>
      post(site, {
        path: `${open(run)}/stand`,
        cookie,
        body: "schritt=taken-into-work&text=&gesehen=1",
      }),
    )),
  });
  return figures;
}

const goalMs = 100;
const warmUps = 10;

export async function signIn(site: Site): Promise<string> {
  const [login] = demoLogins(site.portal);
  if (!login) throw new Error("bench: the demo has no caseworker");
  const answer = await site.recorder.inject({
    method: "POST",
    url: "/arbeitsplatz/anmelden",
    headers: formHeaders(site),
    payload: new URLSearchParams({
      login: login.login,
      password: login.password,
    }).toString(),
  });
  const given = [answer.headers["set-cookie"] ?? []].flat();
  const cookie = given.find((each) => each.startsWith(`${staffCookie}=`));
  if (cookie === undefined)
    throw new Error(`bench: not signed in (${String(answer.statusCode)})`);
  return cookie.split(";")[0] ?? "";
}

/** Some Vorgänge nobody has worked on, with what was sent: the same application for each. */
export async function prepareOpening(
  site: Site,
  count: number,
): Promise<readonly string[]> {
  const filled = await fillInOnce(site);
  const cipher = site.services.cipherOf(site.portal.tenantId);
  const { rows } = await asOwner<{
    id: string;
    submission_id: string;
    reference: string;
  }>(
    site,
    "select id, submission_id, reference from vorgaenge.vorgang where tenant_id = current_setting('app.tenant_id')::uuid and state = 'received' limit $1",
    [count],
  );
  for (const row of rows)
    await asOwner(
      site,
      `insert into submissions.submission (id, draft_id, reference, leistung_slug, leistung_title, form_version_id, answers, content_hash,
         status_key_hash, status_key, submitted_at)
       values ($1, $1, $2, 'hundesteuer', 'Hundesteuer', $3, $4, 'bench', $5, $6, now())`,
      [
        row.submission_id,
        row.reference,
        filled.formVersionId,
        await cipher.encrypt(filled.answers, `submission/${row.submission_id}`),
        randomBytes(32),
        await cipher.encrypt(
          Buffer.from("bench"),
          `status-key/${row.submission_id}`,
        ),
      ],
    );
  return rows.map(({ id }) => id);
}

async function timesOf(
  site: Site,
  runs: number,
  work: (run: number) => Promise<void>,
): Promise<Pick<VorgangFigure, "p50" | "p95" | "cpuMs">> {
  const times: number[] = [];
  for (let run = 0; run < warmUps; run += 1) await work(run);
  const before = await processorTimesOf(site, process.pid);
  for (let run = warmUps; run < runs + warmUps; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  const after = await processorTimesOf(site, process.pid);
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    cpuMs: processorMsOf({ before, after }, runs),
  };
}

type Request = { readonly path: string; readonly cookie: string };

async function visit(site: Site, { path, cookie }: Request): Promise<void> {
  const answer = await site.recorder.inject({
    url: path,
    headers: { ...formHeaders(site), cookie },
  });
  if (answer.statusCode !== 200)
    throw new Error(`bench: ${path} gave ${String(answer.statusCode)}`);
}

async function post(
  site: Site,
  { path, cookie, body }: Request & { readonly body: string },
): Promise<void> {
  const answer = await site.recorder.inject({
    method: "POST",
    url: path,
    headers: { ...formHeaders(site), cookie },
    payload: body,
  });
  if (answer.statusCode !== 303)
    throw new Error(`bench: ${path} gave ${String(answer.statusCode)}`);
}
