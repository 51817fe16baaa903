/** A small project with a module graph, and one file per wall that breaks it. Content is what `boundaries` must refuse. */
export const plantedGraph = {
  alpha: ["beta"],
  beta: [],
  gamma: [],
  delivery: [],
} as const;

const thing = "export const thing = 1;\n";

/** Every file exports `thing`, its own or one from somewhere else. */
const from = (specifier: string, name = "thing") =>
  `export { ${name} } from "${specifier}";\n`;

const typeFrom = (specifier: string) =>
  `export type { Thing } from "${specifier}";\n`;

/** Files of a project without any violation. */
export const cleanTree: Readonly<Record<string, string>> = {
  "src/platform/values/id.ts": thing,
  "src/platform/html/html.ts": thing,
  "src/platform/mail/send.ts": `import type { Transporter } from "nodemailer";
export const thing = (): Promise<{ createTransport: () => Transporter }> => import("nodemailer");
`,
  "src/ui/button.ts": from("../platform/html/html.ts"),
  "src/shell/web/frame.ts": from("../../ui/button.ts"),
  "src/modules/beta/domain/rule.ts": `${thing}export type Thing = 1;\n`,
  "src/modules/beta/store/beta-store.ts": from("../domain/rule.ts"),
  "src/modules/beta/use-cases/do-it.ts": from("../store/beta-store.ts"),
  "src/modules/beta/index.ts": [
    typeFrom("./domain/rule.ts"),
    from("./use-cases/do-it.ts"),
  ].join(""),
  "src/modules/alpha/domain/knows-type.ts": typeFrom("../../beta/index.ts"),
  "src/modules/alpha/use-cases/ask-beta.ts": from("../../beta/index.ts"),
  "src/modules/alpha/web/page.ts": from("../../../shell/web/frame.ts"),
  "src/modules/alpha/module.ts": from("./web/page.ts"),
  "src/modules/alpha/demo/seed.ts": thing,
  "src/modules/alpha/testing/fixture.ts": thing,
  "src/modules/alpha/index.ts": from("./use-cases/ask-beta.ts"),
  "src/modules/gamma/index.ts": thing,
  "src/modules/delivery/index.ts": thing,
  "src/connectors/folder/index.ts": from("../../modules/delivery/index.ts"),
  "src/main/web.ts": [
    from("../modules/alpha/module.ts", "thing as module"),
    from("../modules/alpha/demo/seed.ts", "thing as seed"),
    from("../connectors/folder/index.ts", "thing as connector"),
  ].join(""),
  "src/main/testing/installation.ts": thing,
};

/** Rule → one file that breaks it. */
export const violations: Readonly<
  Record<string, { readonly file: string; readonly content: string }>
> = {
  "no-cycles": {
    file: "src/platform/values/id.ts",
    content: `${thing}${typeFrom("./other.ts")}`,
  },
  "not-to-unresolvable": {
    file: "src/platform/values/lost.ts",
    content: from("./nowhere.ts"),
  },
  "platform-knows-no-domain": {
    file: "src/platform/values/curious.ts",
    content: from("../../modules/beta/index.ts"),
  },
  "ui-is-presentational": {
    file: "src/ui/clever.ts",
    content: from("../modules/beta/index.ts"),
  },
  "ui-reads-no-files": {
    file: "src/ui/reads.ts",
    content: from("node:fs", "readFileSync"),
  },
  "shell-knows-features-by-face": {
    file: "src/shell/web/eager.ts",
    content: from("../../main/testing/installation.ts"),
  },
  "nobody-imports-main": {
    file: "src/modules/alpha/web/eager.ts",
    content: from("../../../main/testing/installation.ts"),
  },
  "tests-use-only-fixtures-of-main": {
    file: "src/modules/alpha/web/page.test.ts",
    content: from("../../../main/web.ts", "module"),
  },
  "no-test-code-in-production": {
    file: "src/modules/alpha/use-cases/fixture-user.ts",
    content: from("../testing/fixture.ts"),
  },
  "module-face-only": {
    file: "src/modules/alpha/use-cases/nosy.ts",
    content: from("../../beta/domain/rule.ts"),
  },
  "demo-builds-on-demo": {
    file: "src/modules/alpha/demo/nosy.ts",
    content: from("../../beta/domain/rule.ts"),
  },
  "tests-use-faces-and-fixtures": {
    file: "src/modules/alpha/use-cases/nosy.test.ts",
    content: from("../../beta/domain/rule.ts"),
  },
  "outside-uses-module-face-only": {
    file: "src/shell/web/nosy.ts",
    content: from("../../modules/beta/domain/rule.ts"),
  },
  "main-wires-contributions": {
    file: "src/main/nosy.ts",
    content: from("../modules/beta/domain/rule.ts"),
  },
  "not-through-own-face": {
    file: "src/modules/alpha/web/selfish.ts",
    content: from("../index.ts"),
  },
  "face-without-frame": {
    file: "src/modules/gamma/index.ts",
    content: from("../../shell/web/frame.ts"),
  },
  "domain-is-pure": {
    file: "src/modules/beta/domain/reads-files.ts",
    content: from("node:fs", "readFileSync"),
  },
  "domain-uses-faces-as-types": {
    file: "src/modules/alpha/domain/asks.ts",
    content: from("../../beta/index.ts"),
  },
  "use-cases-know-no-transport": {
    file: "src/modules/beta/use-cases/answers-itself.ts",
    content: from("../../../shell/web/frame.ts"),
  },
  "store-knows-only-its-tables": {
    file: "src/modules/alpha/store/joins.ts",
    content: from("../../beta/index.ts"),
  },
  "store-only-below-use-cases": {
    file: "src/modules/beta/web/page.ts",
    content: from("../store/beta-store.ts"),
  },
  "field-types-know-values-and-markup": {
    file: "src/modules/beta/field-types/date.ts",
    content: from("../use-cases/do-it.ts"),
  },
  "jobs-know-no-pages": {
    file: "src/modules/beta/jobs/remind.ts",
    content: from("../../../ui/button.ts"),
  },
  "connectors-are-leaves": {
    file: "src/modules/delivery/use-cases/shortcut.ts",
    content: from("../../../connectors/folder/index.ts"),
  },
  "connector-knows-only-port": {
    file: "src/connectors/webhook/index.ts",
    content: from("../folder/index.ts"),
  },
  "large-packages-when-needed": {
    file: "src/platform/mail/sends.ts",
    content: from("nodemailer", "createTransport"),
  },
  "sql-only-in-stores": {
    file: "src/modules/beta/use-cases/queries.ts",
    content: from("kysely", "sql"),
  },
  "network-only-in-platform": {
    file: "src/modules/beta/use-cases/calls.ts",
    content: from("node:https", "request"),
  },
  "fastify-only-in-frame": {
    file: "src/modules/beta/web/routes.ts",
    content: from("fastify", "fastify"),
  },
  "undeclared-dependency-of-beta": {
    file: "src/modules/beta/use-cases/undeclared.ts",
    content: from("../../gamma/index.ts"),
  },
  "module-not-in-architecture": {
    file: "src/modules/stranger/use-cases/hello.ts",
    content: from("../../../platform/values/id.ts"),
  },
};

/** The other half of a violation that takes two files. */
export const accomplices: Readonly<Record<string, string>> = {
  "src/platform/values/other.ts": typeFrom("./id.ts"),
};
