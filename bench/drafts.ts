import { createHash } from "node:crypto";
import pg from "pg";
import { hashSecretToken } from "../src/platform/values/secret-token.ts";
import { draftKey } from "./draft-key.ts";
import type { Site } from "./site.ts";

/** The service whose form is filled in: no uploads, two steps. */
export const antragPath = "/leistungen/hundesteuer/antrag";

/** What an applicant types about themselves. */
export const personFields = {
  "antragsteller.0.vorname.0": "Erika",
  "antragsteller.0.familienname.0": "Mustermann",
  "antragsteller.0.geburtsdatum.0-day": "12",
  "antragsteller.0.geburtsdatum.0-month": "8",
  "antragsteller.0.geburtsdatum.0-year": "1964",
  "antragsteller.0.email.0": "erika.mustermann@example.org",
  "antragsteller.0.telefon.0": "0385 123456",
  "anschrift.0.strasse.0": "Am Packhof",
  "anschrift.0.hausnummer.0": "2-6",
  "anschrift.0.postleitzahl.0": "19053",
  "anschrift.0.ort.0": "Schwerin",
};

/** And about the dog. */
export const dogFields = {
  "hund.0.rufname.0": "Bello",
  "hund.0.rasse.0": "Dackel",
  "hund.0.geschlecht.0": "ruede",
  "hund.0.seit.0-day": "1",
  "hund.0.seit.0-month": "3",
  "hund.0.seit.0-year": "2026",
};

/** Fields of the first step, as a browser sends them. */
export const firstStep = new URLSearchParams({
  ...personFields,
  _action: "next",
}).toString();

const secondStep = new URLSearchParams({
  ...dogFields,
  _action: "next",
}).toString();

/** What a browser sends along with a form. */
export function formHeaders(site: Site): Record<string, string> {
  return {
    host: site.host,
    origin: `http://${site.host}`,
    "accept-encoding": "gzip, deflate, br",
    "content-type": "application/x-www-form-urlencoded",
  };
}

/** An application that is filled in, ready to be sent. */
export type Filled = {
  readonly answers: Buffer;
  readonly formVersionId: string;
  readonly revision: number;
};

/** Fills in one application through the pages and gives what is stored, decrypted. */
export async function fillInOnce(site: Site): Promise<Filled> {
  const started = await site.recorder.inject({
    method: "POST",
    url: antragPath,
    headers: formHeaders(site),
  });
  const cookie = String(started.headers["set-cookie"]).split(";")[0] ?? "";
  for (const [index, payload] of [firstStep, secondStep].entries()) {
    const answer = await site.recorder.inject({
      method: "POST",
      url: `${antragPath}/schritt/${String(index + 1)}`,
      headers: { ...formHeaders(site), cookie },
      payload,
    });
    if (answer.statusCode !== 303)
      throw new Error(`bench: step ${String(index + 1)} was not accepted`);
  }
  return readDraft(site, cookie.slice(cookie.indexOf("=") + 1));
}

type DraftRow = {
  id: string;
  answers: Buffer;
  form_version_id: string;
  revision: number;
};

async function readDraft(site: Site, key: string): Promise<Filled> {
  const { rows } = await asOwner<DraftRow>(
    site,
    `select draft.* from submissions.draft join submissions.draft_key on draft_id = id where key_hash = $1`,
    [hashSecretToken(key)],
  );
  const [row] = rows;
  if (!row) throw new Error("bench: the draft is not there");
  const cipher = site.services.cipherOf(site.portal.tenantId);
  return {
    answers: await cipher.decrypt(row.answers, `draft/${row.id}`),
    formVersionId: row.form_version_id,
    revision: row.revision,
  };
}

/** Writes drafts that are ready to be sent, with the keys of a series. */
export async function seedDrafts(
  site: Site,
  filled: Filled,
  { series, count }: { readonly series: string; readonly count: number },
): Promise<void> {
  const cipher = site.services.cipherOf(site.portal.tenantId);
  const ids = Array.from({ length: count }, (_, index) =>
    draftId(series, index),
  );
  const answers = await Promise.all(
    ids.map((id) => cipher.encrypt(filled.answers, `draft/${id}`)),
  );
  const hashes = ids.map((_, index) =>
    hashSecretToken(draftKey(series, index)),
  );
  await asOwner(
    site,
    `with input as (select * from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as input (id, answers, key_hash)),
     written as (
       insert into submissions.draft (id, leistung_slug, form_version_id, answers, revision, created_at, updated_at, expires_at)
       select id, 'hundesteuer', $4, answers, $5, now(), now(), now() + interval '30 days' from input
     )
     insert into submissions.draft_key (key_hash, draft_id, purpose, created_at)
     select key_hash, id, 'browser', now() from input`,
    [ids, answers, hashes, filled.formVersionId, filled.revision],
  );
}

export function draftId(series: string, index: number): string {
  return md5Id(`${series}/${String(index)}`);
}

/** The same as `md5(text)::uuid` in SQL. */
function md5Id(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A statement outside of what is measured, for the tenant of the bench. */
export async function asOwner<Row extends pg.QueryResultRow>(
  site: Site,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client(site.address);
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [
      site.portal.tenantId,
    ]);
    return await client.query<Row>(sql, [...parameters]);
  } finally {
    await client.end();
  }
}
