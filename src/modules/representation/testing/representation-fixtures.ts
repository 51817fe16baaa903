import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Actor, Context } from "../../../platform/context/context.ts";
import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  deviceOf,
  findAccountSession,
  signInWithIdentity,
  type AccountSession,
} from "../../accounts/index.ts";
import { createOrganisation } from "../use-cases/create-organisation.ts";
import { acceptInvitation } from "../use-cases/invitation.ts";
import { readOrganisation } from "../use-cases/read-organisation.ts";
import { inviteMember } from "../use-cases/invite-member.ts";
import type { Role } from "../domain/roles.ts";

/** A Wednesday morning in Schwerin. */
const wednesday = new Date("2027-03-03T08:00:00.000Z");

export const daysLater = (days: number) =>
  new Date(wednesday.getTime() + days * 86_400_000);

/** The sailing club as its owner describes it. */
export const sailingClub = {
  name: "Segelclub Schweriner See",
  legalForm: "eingetragener Verein",
  registerCourt: "Amtsgericht Schwerin",
  registerNumber: "VR 567",
  street: "Seeufer",
  houseNumber: "1 a",
  postcode: "19055",
  town: "Schwerin",
};

export type Person = {
  readonly accountId: string;
  readonly name: string;
  readonly context: Context;
  readonly at: (now: Date) => Context;
  /** What the cookie of this browser finds now. */
  readonly session: () => Promise<AccountSession | undefined>;
};

/** Somebody with an account, signed in on a portal. */
export async function person(
  database: TestDatabase,
  tenantId: string,
  name: string,
): Promise<Person> {
  const guest = (now = wednesday) => database.contextFor({ tenantId, now });
  const portalTenantId = newId();
  const { token } = await signInWithIdentity(guest(), {
    identity: {
      provider: "bundid",
      subject: name,
      assuranceLevel: "substantial",
      displayName: name,
      values: [],
    },
    portalTenantId,
    device: deviceOf(undefined),
  });
  const session = () => findAccountSession(guest(), { token, portalTenantId });
  const accountId = (await session())?.accountId ?? assert.fail();
  const at = (now: Date) =>
    database.contextFor({ tenantId, actor: citizen(accountId), now });
  return { accountId, name, at, context: at(wednesday), session };
}

function citizen(accountId: string): Actor {
  return {
    kind: "citizen",
    id: accountId,
    ownerId: accountId,
    may: () => false,
  };
}

/** Gives the token of the newest mail with a link, as somebody reads it in their inbox. */
export async function newestToken(context: Context): Promise<string> {
  const text = (await readMails(context)).at(-1)?.text ?? "";
  return /\/einladung\/([\w-]{43})/.exec(text)?.[1] ?? assert.fail(text);
}

/** All mails so far, the oldest first. */
export async function readMails(
  context: Context,
): Promise<readonly { to: string; subject: string; text: string }[]> {
  const { rows } = await context.transaction((db) =>
    sql<{ id: string; content: Buffer }>`
      select id, content from mail.message where tenant_id = ${context.tenantId} order by id`.execute(
      db,
    ),
  );
  return Promise.all(
    rows.map(async ({ id, content }) => {
      const opened = await context.cipher.decrypt(content, `mail/${id}`);
      return JSON.parse(opened.toString()) as {
        to: string;
        subject: string;
        text: string;
      };
    }),
  );
}

export const linkPrefix = "http://schwerin.localhost:8080/einladung/";

/** The sailing club of this owner. */
export async function clubOf(owner: Person): Promise<string> {
  const created = await createOrganisation(owner.context, sailingClub);
  assert.ok(created.ok);
  return created.value.organisationId;
}

/** Invited by the owner and accepted; gives the membership. */
export async function join(
  owner: Person,
  organisationId: string,
  { member, role }: { readonly member: Person; readonly role: Role },
): Promise<string> {
  const invited = await inviteMember(owner.context, {
    organisationId,
    email: "jemand@example.org",
    role,
    linkPrefix,
  });
  assert.ok(invited.ok);
  const accepted = await acceptInvitation(
    member.context,
    await newestToken(owner.context),
  );
  assert.ok(accepted.ok);
  return membershipOf(member, organisationId);
}

export async function membershipOf(
  member: Person,
  organisationId: string,
): Promise<string> {
  const view = await readOrganisation(member.context, organisationId);
  return (
    view?.members.find(({ isOneself }) => isOneself)?.membershipId ??
    assert.fail("no member")
  );
}
