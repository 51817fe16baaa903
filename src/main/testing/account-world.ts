import assert from "node:assert/strict";
import { grantConsent } from "../../modules/accounts/index.ts";
import { passkeyNamePurpose } from "../../modules/accounts/domain/passkey.ts";
import { insertPasskey } from "../../modules/accounts/store/passkey-store.ts";
import {
  newestToken,
  sailingClub,
} from "../../modules/representation/testing/representation-fixtures.ts";
import { pdf } from "../../platform/files/testing/sample-files.ts";
import { newId } from "../../platform/values/id.ts";
import { installationTenantId } from "../services.ts";
import { apply, startDraft, xaveriasWords } from "./applicant.ts";
import { multipartForm } from "./multipart.ts";
import { signedIn } from "./signed-in.ts";
import { signedInCitizen, signInCitizen } from "./signed-in-citizen.ts";
import type { DatabaseOwner } from "./tenant-rows.ts";
import type { TestPortal } from "./test-portal.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

/**
 * Ada owns what is looked for; so does the sailing club, whose members act for it. The holder acts for Ada by a mandate; the former holder
 * still has the session in which they did.
 */
export const citizens = [
  "ada",
  "ada elsewhere",
  "other person",
  "club owner",
  "signatory",
  "preparer",
  "foreign owner",
  "holder",
  "former holder",
] as const;
export type Citizen = (typeof citizens)[number];

/** Nobody of these has a session of the Servicekonto. */
export const outsiders = ["staff", "staff elsewhere", "signed out"] as const;
export type Who = Citizen | (typeof outsiders)[number];

/** Whose an application is: Ada's, the club's, or Ada's by the hand of the holder. */
export const parties = ["ada", "club", "ada by holder"] as const;
export type Whose = (typeof parties)[number];

type Application = {
  readonly draft: string;
  readonly submission: string;
  readonly thread: string;
  /** Laid beside an answer that is not sent yet. */
  readonly document: string;
};

export type AccountWorld = {
  readonly visitors: Readonly<Record<Who, Visitor>>;
  readonly applications: Readonly<Record<Whose, Application>>;
  /** Of one each: the organisation and its invitation, the preparer's membership, the holder's mandate, the rest Ada's. */
  readonly ids: Readonly<Record<OneThing, string>>;
  /** Opens an invitation to the club. */
  readonly invitationToken: string;
  /** Must stand in no answer to a stranger. */
  readonly words: readonly string[];
  /** All rows that mention any of these, but for what merely counts or looks. */
  state(): Promise<Readonly<Record<string, string>>>;
};

export type OneThing =
  | "organisation"
  | "membership"
  | "invitation"
  | "mandate"
  | "session"
  | "identity"
  | "passkey"
  | "consent";

const passkey = Buffer.from("adas-passkey");
const adasName = "Ada Geheimrat";
const inTwoYears = {
  "until-day": "1",
  "until-month": "3",
  "until-year": String(new Date().getFullYear() + 2),
};

export async function openAccountWorld(
  portal: TestPortal,
  owner: DatabaseOwner,
): Promise<AccountWorld> {
  const visitors = await openVisitors(portal);
  const adasId = await signInCitizen(portal, "schwerin", {
    visitor: visitors.ada,
    subject: "ada",
    displayName: adasName,
  });
  const club = await foundClub(visitors["club owner"], sailingClub.name);
  const another = await foundClub(
    visitors["foreign owner"],
    "Ruderbund Grabow",
  );
  await joinClub(portal, visitors, club);
  const mandate = await giveMandate(portal, visitors, "holder");
  const ended = await giveMandate(portal, visitors, "former holder");
  for (const [who, partyId] of [
    ["club owner", club],
    ["signatory", club],
    ["preparer", club],
    ["foreign owner", another],
    ["holder", adasId],
    ["former holder", adasId],
  ] as const)
    await act(visitors[who], partyId);

  const applications = {
    ada: await applyTwice(owner, visitors.ada),
    club: await applyTwice(owner, visitors.signatory),
    "ada by holder": await applyTwice(owner, visitors.holder),
  };
  await visitors.ada.visit(`/konto/vollmachten/${ended}/ende`, { fields: {} });
  await invite(portal, visitors, { club, role: "signatory" });
  const ids = {
    organisation: club,
    mandate,
    membership: await one(
      owner,
      "select id from representation.membership where organisation_id = $1 and role = 'preparer'",
      [club],
    ),
    invitation: await one(
      owner,
      "select id from representation.invitation where organisation_id = $1 and used_at is null",
      [club],
    ),
    ...(await adasThings(portal, owner, adasId)),
  };
  const invitationToken = await invite(portal, visitors, {
    club,
    role: "signatory",
  });
  const all = [
    adasId,
    ...Object.values(ids),
    Buffer.from(ids.passkey, "base64url").toString("hex"),
    ...Object.values(applications).flatMap((each) => Object.values(each)),
  ];
  return {
    visitors,
    applications,
    ids,
    invitationToken,
    words: [...xaveriasWords, adasName, sailingClub.name],
    state: () => rowsAbout(owner, all),
  };
}

async function openVisitors(
  portal: TestPortal,
): Promise<Readonly<Record<Who, Visitor>>> {
  const as = (subject: string, displayName = `Name von ${subject}`) =>
    signedInCitizen(portal, "schwerin", { subject, displayName });
  return {
    ada: await as("ada", adasName),
    "ada elsewhere": await signedInCitizen(portal, "grabow", {
      subject: "ada",
      displayName: adasName,
    }),
    "other person": await as("bea"),
    "club owner": await as("olga"),
    signatory: await as("kofi"),
    preparer: await as("lale"),
    "foreign owner": await as("fritz"),
    holder: await as("mara"),
    "former holder": await as("rolf"),
    staff: await signedIn(portal, "schwerin"),
    "staff elsewhere": await signedIn(portal, "grabow"),
    "signed out": visitorOf(portal, "schwerin"),
  };
}

async function foundClub(visitor: Visitor, name: string): Promise<string> {
  const founded = await visitor.visit("/konto/organisationen/neu", {
    fields: { ...sailingClub, name },
  });
  return lastSegment(founded.headers.location);
}

type Visitors = AccountWorld["visitors"];

async function joinClub(
  portal: TestPortal,
  visitors: Visitors,
  club: string,
): Promise<void> {
  for (const role of ["signatory", "preparer"] as const) {
    const token = await invite(portal, visitors, { club, role });
    await accept(visitors[role], token);
  }
}

async function invite(
  portal: TestPortal,
  visitors: Visitors,
  { club, role }: { readonly club: string; readonly role: string },
): Promise<string> {
  await visitors["club owner"].visit(`/konto/organisationen/${club}/einladen`, {
    fields: { email: "jemand@beispiel.example", role },
  });
  return newestToken(await installationContext(portal));
}

async function giveMandate(
  portal: TestPortal,
  visitors: Visitors,
  to: "holder" | "former holder",
): Promise<string> {
  const given = await visitors.ada.visit("/konto/vollmachten/neu", {
    fields: { email: "jemand@beispiel.example", scope: "all", ...inTwoYears },
  });
  await accept(
    visitors[to],
    await newestToken(await installationContext(portal)),
  );
  return lastSegment(given.headers.location);
}

async function accept(visitor: Visitor, token: string): Promise<void> {
  const accepted = await visitor.visit(`/einladung/${token}`, { fields: {} });
  assert.equal(accepted.status, 303);
}

async function act(visitor: Visitor, partyId: string): Promise<void> {
  const acting = await visitor.visit("/konto/handeln-fuer", {
    fields: { partyId },
  });
  assert.equal(acting.status, 303);
}

/** One application sent, with its thread in the Postfach, and another begun. */
async function applyTwice(
  owner: DatabaseOwner,
  visitor: Visitor,
): Promise<Application> {
  const { reference } = await apply(visitor, "hundesteuer");
  await startDraft(visitor, "bewohnerparkausweis");
  const submission = await one(
    owner,
    "select id from submissions.submission where reference = $1",
    [reference],
  );
  const thread = await one(
    owner,
    "select id from postfach.thread where submission_id = $1",
    [submission],
  );
  const begun = await visitor.visit(
    `/postfach/${thread}/antwort`,
    multipartForm([
      { name: "nachricht", content: "Anbei" },
      { name: "dateien", filename: "anbei.pdf", content: pdf() },
    ]),
  );
  assert.equal(begun.status, 303);
  return {
    submission,
    thread,
    draft: await one(
      owner,
      "select id from submissions.draft where submitted_at is null order by created_at desc limit 1",
    ),
    document: await one(
      owner,
      "select id from postfach.document where thread_id = $1",
      [thread],
    ),
  };
}

async function adasThings(
  portal: TestPortal,
  owner: DatabaseOwner,
  accountId: string,
) {
  const context = await installationContext(portal);
  await signInCitizen(portal, "schwerin", {
    visitor: visitorOf(portal, "schwerin"),
    subject: "ada",
    displayName: adasName,
  });
  await grantConsent(context, {
    accountId,
    kind: "prefill",
    subject: "schwerin/hundesteuer",
    label: "Hundesteuer",
  });
  const name = await context.cipher.encrypt(
    Buffer.from("Adas Telefon"),
    passkeyNamePurpose(passkey),
  );
  await context.transaction((db) =>
    insertPasskey(db, context.tenantId, {
      accountId,
      credentialId: passkey,
      publicKey: Buffer.from("key"),
      signCount: 0,
      transports: [],
      name,
      assuranceLevel: "low",
      now: context.now,
    }),
  );
  const identity = newId();
  await owner.query(
    `insert into accounts.identity (tenant_id, id, account_id, provider, subject_fingerprint, subject, assurance_level, linked_at, last_used_at)
     values ($1, $2, $3, 'land', 'x', 'x', 'low', now(), now())`,
    [context.tenantId, identity, accountId],
  );
  const adas = (sql: string) => one(owner, sql, [accountId]);
  return {
    identity,
    passkey: passkey.toString("base64url"),
    session: await adas(
      "select encode(id, 'hex') as id from accounts.session where account_id = $1 order by created_at desc limit 1",
    ),
    consent: await adas(
      "select id from accounts.consent where account_id = $1",
    ),
  };
}

/** Changed by merely asking, a record of what was asked, or set up by offices and never about a citizen. */
const besides = /^(?:throttle|audit|catalogue|forms|tenants|staff)\./;

async function rowsAbout(
  owner: DatabaseOwner,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'tenant_id' and table_schema !~ '^pg_' order by 1`,
  );
  const asked = tables
    .filter(({ name }) => !besides.test(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, coalesce(string_agg(line, E'\\n' order by line), '') as lines
         from (select (to_jsonb(it) - 'last_seen_at')::text as line from ${name} it) as rows
         where line ~ $1`,
    );
  const found = await owner.query<{ name: string; lines: string }>(
    asked.join(" union all "),
    [ids.join("|")],
  );
  return Object.fromEntries(found.map(({ name, lines }) => [name, lines]));
}

async function installationContext({ services }: TestPortal) {
  return services.contextFor({
    tenantId: await installationTenantId(services),
    actor: { kind: "guest", id: "guest", may: () => false },
  });
}

function lastSegment(location: string | undefined): string {
  const last = location?.split("?")[0]?.split("/").at(-1) ?? "";
  assert.match(last, /^[0-9a-f-]{36}$/, `led to ${String(location)}`);
  return last;
}

async function one(
  owner: DatabaseOwner,
  sql: string,
  values: readonly string[] = [],
): Promise<string> {
  const [row] = await owner.query<{ id: string }>(sql, values);
  return row?.id ?? assert.fail(sql);
}
