import {
  visitorOf,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import { demoLogins } from "../../../src/modules/staff/demo/seed-staff-demo.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { drilledPortal, patient } from "../write-applications.ts";
import { queryOnce } from "./query-once.ts";
import { signInStaff } from "../sign-in-staff.ts";

/** A caseworker who asks applicants for corrections. */
export type Office = {
  /** Resolves when the applicant is asked; throws when that is not certain. */
  ask(reference: string): Promise<void>;
};

const officeAddress = "198.19.0.1";

export async function openOffice(
  portal: Reachable,
  database: DatabaseAddress,
): Promise<Office> {
  const staff = await signIn(portal);
  const look = (reference: string) =>
    queryOnce<{ id: string; state: string; last_position: number }>(
      database,
      "select id, state, last_position from vorgaenge.vorgang where reference = $1",
      [reference],
    );
  return {
    ask: async (reference) => {
      const [found] = await look(reference);
      if (!found) throw new Error("no Vorgang for what was confirmed");
      // The answer to an earlier try was lost.
      if (found.state === "question") return;
      const asked = await staff.visit(
        `/arbeitsplatz/vorgaenge/${found.id}/nachforderung`,
        {
          fields: new URLSearchParams([
            ["feld", "bisherigeNummer"],
            ["hinweis.bisherigeNummer", "Bitte prüfen Sie die Nummer."],
            ["text", "Danke für Ihren Antrag."],
            ["frist-day", "31"],
            ["frist-month", "12"],
            ["frist-year", "2099"],
            ["gesehen", String(found.last_position)],
          ]),
        },
      );
      if (asked.status !== 303)
        throw new Error(`asking back answers ${String(asked.status)}`);
    },
  };
}

async function signIn(portal: Reachable): Promise<Visitor> {
  const [login] = demoLogins({ kind: "authority", slug: drilledPortal });
  if (!login) throw new Error("drill: nobody can sign in");
  const visitor = patient(visitorOf(portal, drilledPortal), officeAddress);
  await signInStaff(visitor, login.login);
  return visitor;
}
