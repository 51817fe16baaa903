import { randomBytes } from "node:crypto";
import { demoLogins } from "../src/modules/staff/demo/seed-staff-demo.ts";
import { staffCookie } from "../src/shell/web/staff-cookie.ts";
import { systemActor } from "../src/main/services.ts";
import { newId } from "../src/platform/values/id.ts";
import { quantile } from "./compare.ts";
import { asOwner, fillInOnce, formHeaders } from "./drafts.ts";
import {
  generateVorgaenge,
  type Generated,
  type GeneratedOffice,
} from "./generate-vorgaenge.ts";
import type { Site } from "./site.ts";
import { familyNames, givenNames, leistungen, town } from "./vorgang-words.ts";

/** How many Vorgänge over how many authorities; the measured one has a fifth of them. */
export type VorgangSize = { readonly count: number; readonly offices: number };

export type VorgangFigure = {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
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
  const generated = await generate(site, size);
  const cookie = await signIn(site);
  const opened = await prepareOpening(site, runs + warmUps);
  const figures: VorgangFigure[] = [];
  for (const { name, path } of await pagesToAsk(site))
    figures.push({
      name,
      goal: goalMs,
      ...(await timesOf(runs, (run) =>
        visit(site, { path: path(run), cookie }),
      )),
    });
  const open = (run: number) => `/arbeitsplatz/vorgaenge/${pick(opened, run)}`;
  figures.push({
    name: "open a Vorgang",
    goal: goalMs,
    ...(await timesOf(runs, (run) => visit(site, { path: open(run), cookie }))),
  });
  figures.push({
    name: "change a state",
    goal: goalMs,
    ...(await timesOf(Math.min(runs, opened.length - warmUps), (run) =>
      post(site, {
        path: `${open(run)}/stand`,
        cookie,
        body: "schritt=taken-into-work&text=&gesehen=1",
      }),
    )),
  });
  return { generated, figures };
}

const goalMs = 100;
const warmUps = 10;

async function generate(site: Site, size: VorgangSize): Promise<Generated> {
  const { services, portal } = site;
  const contextOf = (tenantId: string) =>
    services.contextFor({ tenantId, actor: systemActor });
  const large = Math.floor(size.count / 5);
  const each = Math.floor((size.count - large) / (size.offices - 1));
  const people = () => Array.from({ length: 20 }, () => newId());
  const staff = await asOwner<{ id: string }>(
    site,
    "select id from staff.member where tenant_id = current_setting('app.tenant_id')::uuid and 'caseworker' = any(roles) order by login",
  );
  const offices: GeneratedOffice[] = [
    {
      context: contextOf(portal.tenantId),
      count: large,
      staffIds: [...staff.rows.map(({ id }) => id), ...people()],
    },
    ...Array.from({ length: size.offices - 1 }, () => ({
      context: contextOf(newId()),
      count: each,
      staffIds: people(),
    })),
  ];
  await makeTeam(site, staff.rows[0]?.id ?? "");
  return generateVorgaenge(site.address, offices, new Date());
}

const teamId = "01900000-0000-7000-8000-0000000bea11";

async function makeTeam(site: Site, memberId: string): Promise<void> {
  await asOwner(
    site,
    "insert into staff.team (id, name, created_at) values ($1, 'Verkehr', now())",
    [teamId],
  );
  await asOwner(
    site,
    "insert into staff.team_member (team_id, member_id) values ($1, $2)",
    [teamId, memberId],
  );
  await asOwner(
    site,
    "insert into staff.team_leistung (leistung_slug, team_id, is_restricted) values ('bewohnerparkausweis', $1, false), ('brauchtumsfeuer', $1, false)",
    [teamId],
  );
}

async function signIn(site: Site): Promise<string> {
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

type Asked = { readonly name: string; readonly path: (run: number) => string };

/** Every filter, searches for what is rare and what is in nearly every Vorgang, and a page far down. */
async function pagesToAsk(site: Site): Promise<readonly Asked[]> {
  const found = await asOwner<{ reference: string; at: Date; id: string }>(
    site,
    "select reference, received_at as at, id from vorgaenge.vorgang where tenant_id = current_setting('app.tenant_id')::uuid order by received_at offset 1000 limit 1",
  );
  const [known] = found.rows;
  if (!known) throw new Error("bench: no Vorgang was made");
  const farDown = `stand=all&nach=${String(known.at.getTime())}_${known.id}`;
  const asked: readonly Query[] = [
    ["queue: open", () => ""],
    ["queue: all, far down", () => farDown],
    ...filterQueries,
    ...searchQueries,
    ["search: number", () => search(known.reference)],
  ];
  return asked.map(([name, query]) => ({
    name,
    path: (run) => `/arbeitsplatz?${query(run)}`,
  }));
}

type Query = readonly [name: string, query: (run: number) => string];

const pick = (list: readonly string[], run: number) =>
  list[run % list.length] ?? "";
const slug = (run: number) => leistungen[run % leistungen.length]?.slug ?? "";
const state = (run: number) =>
  pick(["received", "question", "decided", "closed", "withdrawn"], run);
const day = (run: number) =>
  new Date(Date.now() - (run % 900) * 86_400_000).toISOString().slice(0, 10);
const search = (words: string) => `suche=${encodeURIComponent(words)}`;
const family = (run: number) => pick(familyNames, run * 7);

const filterQueries: readonly Query[] = [
  ["filter: state", (run) => `stand=${state(run)}`],
  ["filter: mine", () => "wer=ich"],
  ["filter: nobody's", () => "wer=niemand"],
  ["filter: Leistung, open", (run) => `leistung=${slug(run)}`],
  ["filter: Leistung, all", (run) => `stand=all&leistung=${slug(run)}`],
  ["filter: team, open", () => `team=${teamId}`],
  ["filter: team, all", () => `stand=all&team=${teamId}`],
  ["filter: days", (run) => `stand=all&von=${day(run + 30)}&bis=${day(run)}`],
  ["filter: unread", () => "neu=ja"],
  ["filter: unread, mine, all", () => "stand=all&neu=ja&wer=ich"],
  ["order: waiting longest", () => "reihenfolge=liegt"],
];

const searchQueries: readonly Query[] = [
  ["search: name, open", (run) => search(family(run))],
  ["search: name, all", (run) => `stand=all&${search(family(run))}`],
  [
    "search: two names, all",
    (run) => `stand=all&${search(`${pick(givenNames, run)} ${family(run)}`)}`,
  ],
  ["search: town (in every one), open", () => search(town)],
  [
    "search: town, Leistung, all",
    (run) => `stand=all&leistung=${slug(run)}&${search(town)}`,
  ],
  [
    "search: name and word of a Leistung",
    (run) => `stand=all&${search(`${family(run)} hund`)}`,
  ],
  [
    "search: nothing found",
    (run) => `stand=all&${search(`xyzzy${String(run)}`)}`,
  ],
];

/** Some Vorgänge nobody has worked on, with what was sent: the same application for each. */
async function prepareOpening(
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
  runs: number,
  work: (run: number) => Promise<void>,
): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUps; run += 1) {
    const start = performance.now();
    await work(run);
    if (run >= warmUps) times.push(performance.now() - start);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
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
