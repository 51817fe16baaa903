import assert from "node:assert/strict";
import { demoLogins } from "../../modules/staff/demo/seed-staff-demo.ts";
import type { TestPortal } from "./test-portal.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

/** A demo login of a portal, signed in; without a name the first: a caseworker, on the bare host the operator. */
export async function signedIn(
  portal: TestPortal,
  label: string,
  name?: "samira" | "redaktion" | "verwaltung" | "pruefung",
): Promise<Visitor> {
  const logins = demoLogins(await portal.portal(label));
  const account = logins.find(
    (each) => name === undefined || each.login.startsWith(`${name}@`),
  );
  assert.ok(account);
  const visitor = visitorOf(portal, label);
  const { login, password } = account;
  const answer = await visitor.visit("/arbeitsplatz/anmelden", {
    fields: { login, password },
  });
  assert.equal(answer.status, 303);
  return visitor;
}
