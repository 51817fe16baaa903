import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { newId } from "../../platform/values/id.ts";
import { apply } from "./applicant.ts";
import { signedIn } from "./signed-in.ts";
import type { DatabaseOwner } from "./tenant-rows.ts";
import type { TestPortal } from "./test-portal.ts";
import { visitorOf, type Answer } from "./visitor.ts";

export type Credentials = { readonly id: string; readonly secret: string };
export type Json = Readonly<Record<string, unknown>>;

export const jsonOf = ({ text }: Answer) => JSON.parse(text) as Json;

/** Rights of an access that may do everything. */
const all = [
  "submissions.read",
  "receipts.write",
  "states.write",
  "messages.write",
  "documents.write",
];

/** A back-office system of one portal that calls the interface, and the administrator who lets it in. */
export async function openBackOffice(
  portal: TestPortal,
  owner: DatabaseOwner,
  host: "schwerin" | "grabow" = "schwerin",
) {
  const staff = await signedIn(portal, host, "verwaltung");
  const system = visitorOf(portal, host);

  /** By web hook to an address where nobody is, or as the fields say. */
  const addDestination = async (
    name: string,
    fields: readonly [string, string][] = [
      ["anbindung", "webhook"],
      ["option-url", "http://localhost:9/antraege"],
      ["option-secret", "x".repeat(40)],
      ["option-maxUploadMegabytes", "10"],
    ],
  ): Promise<string> => {
    const saved = await staff.visit("/verwaltung/ziele/neu", {
      fields: new URLSearchParams([
        ["name", name],
        ["eingeschaltet", "true"],
        ["leistungen", "bewohnerparkausweis"],
        ["gleichzeitig", "1"],
        ["geduld", "48"],
        ...fields,
      ]),
    });
    assert.equal(saved.status, 303, saved.text);
    const [row = assert.fail()] = await owner.query<{ id: string }>(
      "select id from delivery.destination where name = $1",
      [name],
    );
    return row.id;
  };

  const accessOf = (id: string) => `/verwaltung/ziele/${id}/zugaenge`;

  const shownIn = ({ text, status }: Answer): Credentials => {
    assert.equal(status, 200, text);
    const [id = "", secret = ""] = [
      ...text.matchAll(/<code>([^<]+)<\/code>/gu),
    ].map((match) => match[1]);
    return { id, secret };
  };

  const letIn = async (to: string, scopes = all): Promise<Credentials> =>
    shownIn(
      await staff.visit(accessOf(to), {
        fields: new URLSearchParams([
          ["name", "Produktion"],
          ...scopes.map((scope): [string, string] => ["rechte", scope]),
        ]),
      }),
    );

  const askToken = (
    { id, secret }: Credentials,
    more: Readonly<Record<string, string>> = {},
    visitor = system,
  ) =>
    visitor.visit("/api/v1/token", {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
        "x-forwarded-for": `10.${String(randomInt(256))}.${String(randomInt(256))}.1`,
      },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        ...more,
      }).toString(),
    });
  const tokenOf = async (credentials: Credentials): Promise<string> => {
    const answer = await askToken(credentials);
    assert.equal(answer.status, 200, answer.text);
    return String(jsonOf(answer)["access_token"]);
  };

  const get = (
    token: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    system.visit(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const post = (
    token: string,
    path: string,
    { body, ...headers }: Readonly<Record<string, string>> & { body: string },
  ) =>
    system.visit(`/api/v1${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": newId(),
        ...headers,
      },
      body,
    });

  /** An application that has arrived at the destination; gives the id it has there, and the Vorgang. */
  const arrived = async (at: string, state = "accepted") => {
    const sent = await apply(visitorOf(portal, host), "bewohnerparkausweis");
    const [row = assert.fail()] = await owner.query<{
      id: string;
      vorgang: string;
    }>(
      `update delivery.delivery set state = $3, settled_at = now(), receipt = 'x' from vorgaenge.vorgang
       where delivery.reference = $1 and destination_id = $2 and vorgang.submission_id = delivery.submission_id
       returning delivery.id, vorgang.id as vorgang`,
      [sent.reference, at, state],
    );
    return {
      ...row,
      reference: sent.reference,
      path: `/submissions/${row.id}`,
      statusPath: `/status/${sent.statusKey}`,
    };
  };
  const stateOf = async (vorgang: string) => {
    const [row] = await owner.query<{ state: string; outcome: string | null }>(
      `select state, (select outcome from vorgaenge.event where vorgang_id = vorgang.id order by position desc limit 1) as outcome
       from vorgaenge.vorgang where id = $1`,
      [vorgang],
    );
    return row;
  };

  return {
    staff,
    system,
    addDestination,
    accessOf,
    shownIn,
    letIn,
    askToken,
    tokenOf,
    get,
    post,
    arrived,
    stateOf,
  };
}
