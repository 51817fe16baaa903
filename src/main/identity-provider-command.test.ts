import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  startOpenIdProvider,
  type RunningProvider,
} from "../platform/openid-connect/testing/openid-provider.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const secret = "geheim-geheim-geheim-geheim-geheim";

void describe("portal identity-provider", () => {
  let portal: TestPortal;
  let op: RunningProvider;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    op = await startOpenIdProvider({
      people: {},
      clients: [
        {
          client_id: "openrathaus",
          client_secret: secret,
          redirect_uris: [`${portal.baseUrl("")}/anmelden/rueckkehr/oidc/land`],
        },
      ],
    });
    folder = await mkdtemp(join(tmpdir(), "orh-provider-"));
    await writeFile(join(folder, "secret"), `${secret}\n`);
    await writeFile(join(folder, "wrong"), "falsch");
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await op.stop();
    await portal.close();
  });

  const run = (...words: readonly string[]) =>
    runCommandBeside(portal, "identity-provider", ...words);
  const add = (key: string, ...more: readonly string[]) =>
    run(
      "add",
      key,
      "--kind",
      "oidc",
      "--name",
      "Servicekonto MV",
      "--description",
      "Das Konto des Landes.",
      "--level",
      "substantial",
      ...more,
    );
  const settings = () => [
    "--set",
    `issuer=${op.issuer}`,
    "clientId=openrathaus",
    "levels.loa-2=substantial",
    "levels.http://eidas.europa.eu/LoA/low=low",
    "attributes.familyName=family_name",
  ];
  const ways = async (label: string) =>
    (await visitorOf(portal, label).visit("/anmelden")).text;

  void test("sets one up, tests it, and the sign-in pages show it", async () => {
    const added = await add(
      "land",
      ...settings(),
      "--secret",
      `clientSecret=@${join(folder, "secret")}`,
    );
    assert.equal(added.exitCode, 0, added.errors);
    assert.match(added.output, /offered on all portals/);
    assert.match(added.output, /✓ credentials/);
    assert.match(added.output, /familyName\t← family_name/);
    assert.match(
      added.output,
      /redirect-uri\t.*\/anmelden\/rueckkehr\/oidc\/land/,
    );
    assert.doesNotMatch(added.output + added.errors, /geheim/);
    assert.match(await ways("grabow"), /Weiter mit Servicekonto MV/);
    const listed = await run("list");
    assert.match(listed.output, /^land\toidc\tsubstantial\t/m);
  });

  void test("takes it off the sign-in pages and puts it back", async () => {
    assert.equal((await run("disable", "land")).exitCode, 0);
    assert.doesNotMatch(await ways("grabow"), /Servicekonto MV/);
    const begun = await visitorOf(portal, "grabow").visit("/anmelden/mit/land");
    assert.equal(begun.status, 404);
    assert.equal((await run("enable", "land")).exitCode, 0);
    assert.match(await ways("grabow"), /Servicekonto MV/);
  });

  void test("offers one at a single portal", async () => {
    const added = await add(
      "stadt",
      ...settings(),
      "--portal",
      "schwerin",
      "--secret",
      `clientSecret=@${join(folder, "secret")}`,
    );
    assert.equal(added.exitCode, 0, added.errors);
    assert.match(await ways("schwerin"), /\/anmelden\/mit\/stadt/);
    assert.doesNotMatch(await ways("grabow"), /\/anmelden\/mit\/stadt/);
    const begun = await visitorOf(portal, "grabow").visit(
      "/anmelden/mit/stadt",
    );
    assert.equal(begun.status, 404);
  });

  void test("says which setting is wrong, and what a test found", async () => {
    const incomplete = await add("x1", "--set", "issuer=ftp://konto.example");
    assert.equal(incomplete.exitCode, 1);
    for (const field of ["issuer", "clientId"])
      assert.match(incomplete.errors, new RegExp(`configuration.${field}: `));
    const withoutSecret = await add("x1", ...settings());
    assert.match(withoutSecret.errors, /secrets.clientSecret: is needed/);
    const unknown = await add("x1", ...settings(), "farbe=rot");
    assert.match(unknown.errors, /farbe/);
    const inShell = await add(
      "x1",
      ...settings(),
      "--secret",
      "clientSecret=a",
    );
    assert.match(inShell.errors, /must name a file/);
    assert.match((await add("local", ...settings())).errors, /key-invalid/);
    await add(
      "falsch",
      ...settings(),
      "--secret",
      `clientSecret=@${join(folder, "wrong")}`,
    );
    const tested = await run("test", "falsch");
    assert.equal(tested.exitCode, 1);
    assert.match(tested.output, /✗ credentials\tclient-rejected/);
    assert.match(
      (await run("test", "nichts")).errors,
      /There is no identity provider/,
    );
  });
});
