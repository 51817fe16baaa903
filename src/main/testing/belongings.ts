import assert from "node:assert/strict";
import { pdf } from "../../platform/files/testing/sample-files.ts";
import { atMost } from "../../platform/testing/thorough.ts";
import {
  antrag,
  apply,
  draftKeyOf,
  fileField,
  fillIn,
  startDraft,
  xaveria,
  xaveriasWords,
} from "./applicant.ts";
import type { PathValues } from "./route-table.ts";
import { signedIn } from "./signed-in.ts";
import type { DatabaseOwner } from "./tenant-rows.ts";
import type { TestPortal } from "./test-portal.ts";
import { tusClient } from "./tus-client.ts";
import { visitorOf } from "./visitor.ts";

/** What one tenant has and no other may get at. */
export type Belongings = {
  readonly cookies: Readonly<Record<string, string>>;
  readonly paths: PathValues;
  /** The same shape, but of nothing that exists. */
  readonly unknownPaths: PathValues;
  /** Must stand in no answer of another portal. */
  readonly words: readonly string[];
};

/** An application that was sent, a draft with a private link, one with half a file, a caseworker's session, and every id there is. */
export async function gatherBelongings(
  portal: TestPortal,
  owner: DatabaseOwner,
  label: string,
): Promise<Belongings> {
  const { tenantId } = await portal.portal(label);
  const sent = await apply(visitorOf(portal, label), "bewohnerparkausweis");
  const drafting = visitorOf(portal, label);
  await fillIn(drafting, "hundesteuer");
  const link = await drafting.visit(antrag("hundesteuer", "/speichern"), {
    fields: {},
  });
  const linkKey = /\/antrag\/([\w-]{43})/.exec(link.text)?.[1] ?? assert.fail();
  await drafting.visit(antrag("hundesteuer", "/speichern/mail"), {
    fields: { email: xaveria.email },
  });
  const upload = await beginUpload(portal, label);
  const staff = await signedIn(portal, label);
  const session = staff.cookies.get("arbeitsplatz") ?? assert.fail();

  const keys = [
    sent.statusKey,
    sent.draftKey,
    linkKey,
    draftKeyOf(drafting, "hundesteuer"),
  ];
  const ids = await listIds(owner, tenantId, "id");
  const names = await listOwnNames(owner, tenantId);
  const threads = await owner.query<{ id: string; submission_id: string }>(
    `select id, submission_id from postfach.thread where tenant_id = $1`,
    [tenantId],
  );
  const messages = await owner.query<{ id: string }>(
    `select id from postfach.message where tenant_id = $1`,
    [tenantId],
  );
  const fileIds = await listIds(owner, tenantId, "file_id");
  return {
    cookies: {
      "antrag-bewohnerparkausweis": sent.draftKey,
      "antrag-hundesteuer": draftKeyOf(drafting, "hundesteuer"),
      arbeitsplatz: session,
    },
    paths: {
      id: ids,
      fileId: fileIds,
      thread: threads.map(({ id }) => id),
      submission: threads.map(({ submission_id }) => submission_id),
      document: fileIds,
      task: threads.map(({ id }) => id),
      schluessel: [...keys, session],
      link: [...keys, session],
      nummer: [sent.reference],
      name: [...names, "hundesteuer", "bewohnerparkausweis"],
      schritt: ["1", "2"],
      upload: [upload],
      element: ["hund.chip"],
      sprache: ["en"],
      art: ["vorlage"],
      zoom: ["3"],
      column: ["4"],
      file: ["2.png"],
      provider: ["land"],
      noteId: fileIds,
      otherId: fileIds,
      opinionId: fileIds,
      holdId: fileIds,
      client: fileIds,
      secret: fileIds,
      message: messages.map(({ id }) => id),
      kind: ["submission-received"],
      language: ["de"],
      regel: ["R1"],
      pruefung: ["1"],
      protocol: ["oidc"],
      token: [...keys, session],
    },
    unknownPaths: {
      id: ids.map(() => "0197b3c4-0000-7000-8000-000000000000"),
      fileId: ["0197b3c4-0000-7000-8000-000000000001"],
      thread: threads.map(() => "0197b3c4-0000-7000-8000-000000000003"),
      submission: threads.map(() => "0197b3c4-0000-7000-8000-000000000004"),
      task: threads.map(() => "0197b3c4-0000-7000-8000-000000000005"),
      document: fileIds.map(() => "0197b3c4-0000-7000-8000-000000000001"),
      schluessel: [...keys, session].map(() => "A".repeat(43)),
      link: [...keys, session].map(() => "A".repeat(43)),
      nummer: ["7K4M-29CF-X3T"],
      name: [
        ...names.map(() => "gibt-es-nicht"),
        "hundesteuer",
        "bewohnerparkausweis",
      ],
      message: messages.map(() => "0197b3c4-0000-7000-8000-000000000006"),
      kind: ["submission-received"],
      language: ["de"],
      schritt: ["1", "2"],
      upload: ["0197b3c4-0000-7000-8000-000000000002"],
      element: ["hund.chip"],
      sprache: ["en"],
      art: ["vorlage"],
      zoom: ["3"],
      column: ["4"],
      file: ["2.png"],
      provider: ["kreis"],
      noteId: fileIds.map(() => "0197b3c4-0000-7000-8000-000000000001"),
      otherId: fileIds.map(() => "0197b3c4-0000-7000-8000-000000000001"),
      opinionId: fileIds.map(() => "0197b3c4-0000-7000-8000-000000000001"),
      holdId: fileIds.map(() => "0197b3c4-0000-7000-8000-000000000001"),
      client: ["0197b3c4-0000-7000-8000-000000000007"],
      secret: ["0197b3c4-0000-7000-8000-000000000008"],
      regel: ["R1"],
      pruefung: ["1"],
      protocol: ["saml"],
      token: [...keys, session].map(() => "A".repeat(43)),
    },
    words: [...xaveriasWords, ...keys, session, sent.reference, ...ids],
  };
}

/** One thing of every table or with THOROUGH=1 two: rows of one table are kept apart by the same policy. */
const ofEachTable = Math.min(2, atMost(1));

/** The newest ids of every table of the tenant; whatever a module adds is found by itself. */
async function listIds(
  owner: DatabaseOwner,
  tenantId: string,
  column: "id" | "file_id",
): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    `select c.table_schema || '.' || c.table_name as name
     from information_schema.columns c join information_schema.columns t using (table_schema, table_name)
     where c.column_name = $1 and c.udt_name = 'uuid' and t.column_name = 'tenant_id' order by 1`,
    [column],
  );
  const lists = await Promise.all(
    tables.map(({ name }) =>
      owner.query<{ id: string }>(
        `select ${column} as id from ${name} where tenant_id = $1 order by ${column} desc limit $2`,
        [tenantId, ofEachTable],
      ),
    ),
  );
  return lists.flat().map(({ id }) => id);
}

/** Names in addresses (Leistungen, offices) that no other portal has. */
async function listOwnNames(
  owner: DatabaseOwner,
  tenantId: string,
): Promise<string[]> {
  const rows = await owner.query<{ slug: string }>(
    `with names as (
       select tenant_id, slug from catalogue.leistung union all select tenant_id, slug from tenants.office)
     select min(slug) as slug from names group by slug
     having count(distinct tenant_id) = 1 and bool_or(tenant_id = $1) order by slug limit 4`,
    [tenantId],
  );
  assert.ok(rows.length > 0, "the demo has names of its own in each portal");
  return rows.map(({ slug }) => slug);
}

/** A file of which only the beginning has come; gives its id. */
async function beginUpload(portal: TestPortal, label: string): Promise<string> {
  const visitor = visitorOf(portal, label);
  await startDraft(visitor, "bewohnerparkausweis");
  const tus = tusClient(visitor, "bewohnerparkausweis");
  const begun = await tus.begin({
    name: xaveria.filename,
    field: fileField,
    sizeBytes: 1000,
  });
  const path = begun.headers.location ?? assert.fail();
  await tus.bring(path, 0, pdf().subarray(0, 100));
  return path.split("/").at(-1) ?? assert.fail();
}
