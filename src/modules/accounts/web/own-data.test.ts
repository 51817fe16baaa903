import assert from "node:assert/strict";
import type { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import {
  createPdfCompiler,
  type PdfCompiler,
} from "../../../platform/pdf/pdf-compiler.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, asRedirect, visit } from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { accountsModule } from "../module.ts";
import { signedIn } from "../testing/account-fixtures.ts";
import { offerMerge } from "../use-cases/merge-accounts.ts";
import { readOverview } from "../use-cases/read-overview.ts";

void describe("pages of the own data and proofs", () => {
  let database: TestDatabase;
  let pdf: PdfCompiler;
  let routes: readonly Route[];
  before(async () => {
    database = await createTestDatabase();
    pdf = createPdfCompiler();
    ({ routes } = accountsModule({
      pdf,
      keepers: [],
      portalKeepers: [],
      portalsOf: () => Promise.resolve([]),
      providerNames: () =>
        Promise.resolve(new Map([["land", { de: "Land", en: "State" }]])),
      portalContexts: () => Promise.resolve([]),
      findPortalAddress: () => Promise.resolve(undefined),
      portalNames: () => Promise.resolve(new Map()),
      listOtherPortals: () => Promise.resolve([]),
      placeOf: () => Promise.resolve({ portalName: "", address: "" }),
      listSignInWays: () =>
        Promise.resolve(
          ["land", "bundid"].map((key) => ({
            key,
            name: key,
            description: "",
            assuranceLevel: "high",
            isDown: false,
            path: `/anmelden/mit/${key}`,
          })),
        ),
      offerProviderSignOut: () => Promise.resolve(undefined),
    }));
  });
  after(async () => {
    await Promise.all([database.close(), pdf.close()]);
  });

  const erikaAt = async () => {
    const installation = newId();
    const { session, context } = await signedIn(database, { installation });
    return {
      installation,
      session,
      context,
      given: { context, accountContext: context, account: session },
    };
  };
  const bytesOf = async (body: Buffer | Readable): Promise<Buffer> =>
    Buffer.isBuffer(body)
      ? body
      : Buffer.concat((await body.toArray()) as Buffer[]);

  void test("the export holds everything, to read and for machines", async () => {
    const { given } = await erikaAt();
    const exported = async (format: string) => {
      const reply = await visit(routes, "POST", {
        ...given,
        path: "/konto/daten/export",
        fields: { format },
      });
      assert.ok(reply.kind === "download");
      return { ...reply, bytes: await bytesOf(reply.body) };
    };
    const json = await exported("json");
    const content = JSON.parse(json.bytes.toString()) as {
      parts: { name: string; data: unknown }[];
    };
    assert.deepEqual(
      content.parts.map(({ name }) => name),
      ["account", "profile", "identities", "use"],
    );
    assert.match(json.bytes.toString(), /"value": "Mustermann"/);
    assert.match(json.bytes.toString(), /"source": "bundid"/);
    const file = await exported("pdf");
    assert.equal(file.contentType, "application/pdf");
    assert.equal(file.bytes.subarray(0, 5).toString(), "%PDF-");
  });

  void test("the account is deleted only when that is confirmed, and the browser is signed out", async () => {
    const { given, session, context } = await erikaAt();
    const page = asPage(
      await visit(routes, "POST", {
        ...given,
        path: "/konto/daten",
        fields: {},
      }),
    );
    assert.equal(page.status, 422);
    assert.match(page.text, /Setzen Sie den Haken/);
    const done = asRedirect(
      await visit(routes, "POST", {
        ...given,
        path: "/konto/daten",
        fields: { confirmed: "true" },
      }),
    );
    assert.deepEqual(done.cookies, [{ name: "konto", value: "" }]);
    assert.equal(await readOverview(context, session.accountId), undefined);
    const last = asPage(
      await visit(routes, "GET", { ...given, path: done.to }),
    );
    assert.match(last.text, /Ihr Konto ist gelöscht/);
  });

  void test("a session left open hands nothing out and changes nothing; what was begun waits for the proof", async () => {
    const { given, session, context } = await erikaAt();
    const account = {
      ...session,
      signedInAt: new Date(session.signedInAt.getTime() - 11 * 60_000),
    };
    const overview = await readOverview(context, session.accountId);
    const unlink = `/konto/nachweise/${String(overview?.identities[0]?.id)}/trennen`;
    const send = async (path: string, fields: Record<string, string>) =>
      asPage(await visit(routes, "POST", { ...given, account, path, fields }));
    const asked = await send("/konto/daten/export", { format: "pdf" });
    assert.equal(asked.status, 200);
    const wayBackOf = ({ text }: { readonly text: string }) => {
      const [, to = ""] =
        /href="(\/anmelden\/mit\/bundid[^"]*)"/.exec(text) ?? [];
      assert.match(to, /niveau=substantial/);
      const query = new URLSearchParams(to.slice(to.indexOf("?")));
      return String(query.get("zurueck"));
    };
    const deletion = await send("/konto/daten", { confirmed: "true" });
    for (const [page, waiting] of [
      [asked, /name="format" value="pdf"/],
      [deletion, /name="confirmed" value="true"/],
    ] as const) {
      assert.doesNotMatch(page.text, /href="\/anmelden\/mit\/land/);
      const back = await visit(routes, "GET", {
        ...given,
        path: wayBackOf(page),
      });
      assert.match(asPage(back).text, waiting);
    }
    for (const [path, fields] of [
      ["/konto/daten/export", { format: "json" }],
      ["/konto/daten", { confirmed: "true" }],
      [unlink, {}],
    ] as const) {
      const wrong = await send(path, { ...fields, password: "falsch" });
      assert.notEqual(wrong.status, 200);
      const passkey = await send(path, { ...fields, antwort: "{}" });
      assert.notEqual(passkey.status, 200);
    }
    assert.ok(await readOverview(context, session.accountId));
  });

  void test("proofs are listed with what can be linked; the last one cannot be unlinked", async () => {
    const { given, session, context } = await erikaAt();
    const list = asPage(
      await visit(routes, "GET", { ...given, path: "/konto/nachweise" }),
    );
    assert.match(list.text, /substanziell/);
    assert.match(
      list.text,
      /href="\/anmelden\/mit\/land\?zurueck=%2Fkonto%2Fnachweise"/,
    );
    const overview = await readOverview(context, session.accountId);
    const id = overview?.identities[0]?.id;
    const refused = asPage(
      await visit(routes, "POST", {
        ...given,
        path: `/konto/nachweise/${String(id)}/trennen`,
      }),
    );
    assert.equal(refused.status, 409);
    assert.match(refused.text, /einzige Anmeldung/);
    for (const foreign of [newId(), "x"])
      assert.deepEqual(
        await visit(routes, "POST", {
          ...given,
          path: `/konto/nachweise/${foreign}/trennen`,
        }),
        { kind: "error", status: 404 },
      );
  });

  void test("the merge page shows the other account and asks before anything happens", async () => {
    const { given, installation, session, context } = await erikaAt();
    const empty = asRedirect(
      await visit(routes, "GET", { ...given, path: "/konto/zusammenfuehren" }),
    );
    assert.equal(empty.to, "/konto/nachweise");
    const other = await signedIn(database, { installation });
    await offerMerge(context, {
      ...session,
      otherAccountId: other.session.accountId,
    });
    const asked = asPage(
      await visit(routes, "GET", { ...given, path: "/konto/zusammenfuehren" }),
    );
    assert.match(asked.text, /Erika Mustermann/);
    assert.ok(await readOverview(context, other.session.accountId));
    await visit(routes, "POST", { ...given, path: "/konto/zusammenfuehren" });
    assert.equal(
      await readOverview(context, other.session.accountId),
      undefined,
    );
  });
});
