// House style 4: who may import whom. Run by scripts/boundaries.ts; proven by test/architecture.test.ts.
import { moduleDependencies } from "./architecture.mjs";

const tests = "([.](test|spec)[.]ts$|/testing/)";
const otherModule = "^src/modules/";

/**
 * One rule. `comment` tells the offender what to do.
 * @param {string} name
 * @param {string} comment
 * @param {{ from: object, to: object }} edge
 */
const forbid = (name, comment, { from, to }) => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});

const layers = [
  forbid(
    "no-cycles",
    "Type-only cycles count too: they are how the knots start.",
    { from: {}, to: { circular: true } },
  ),
  forbid(
    "not-to-unresolvable",
    "The file or package does not exist; write the .ts ending.",
    { from: {}, to: { couldNotResolve: true } },
  ),
  forbid(
    "platform-knows-no-domain",
    "Base services never know the domain; hand in a function instead.",
    {
      from: { path: "^src/platform/" },
      to: { path: "^src/(modules|connectors|shell|main|ui)/" },
    },
  ),
  forbid(
    "ui-is-presentational",
    "ui/ = markup from arguments; only platform/html and platform/i18n below it.",
    {
      from: {
        path: "^src/ui/",
        pathNot: [tests, "^src/ui/static/", "^src/ui/script-bundle[.]ts$"],
      },
      to: {
        path: "^src/|(^|/)node_modules/",
        pathNot: "^src/(ui|platform/(html|i18n))/",
      },
    },
  ),
  forbid(
    "ui-reads-no-files",
    "Only ui/asset.ts, ui/assets.ts, ui/script-bundle.ts and its gather-scripts.ts read files, to serve what lies in ui/static and scripts shared with the server.",
    {
      from: {
        path: "^src/ui/",
        pathNot: [
          tests,
          "^src/ui/static/",
          "^src/ui/(assets?|script-bundle|gather-scripts)[.]ts$",
        ],
      },
      to: { dependencyTypes: ["core"] },
    },
  ),
  forbid(
    "shell-knows-features-by-face",
    "The frame sees platform, ui and the faces of modules.",
    {
      from: { path: "^src/shell/", pathNot: tests },
      to: { path: "^src/(main|connectors)/" },
    },
  ),
  forbid(
    "nobody-imports-main",
    "main/ wires; nothing is imported from it (its testing/ folder by tests only).",
    {
      from: { path: "^src/(?!main/)", pathNot: tests },
      to: { path: "^src/main/" },
    },
  ),
  forbid(
    "tests-use-only-fixtures-of-main",
    "Tests use src/main/testing, not the composition root itself.",
    {
      from: { path: `^src/(?!main/).*${tests}` },
      to: { path: "^src/main/", pathNot: "^src/main/testing/" },
    },
  ),
  forbid(
    "no-test-code-in-production",
    "Production never depends on fixtures.",
    {
      from: { path: "^(src|scripts)/", pathNot: [tests, "^scripts/"] },
      to: { path: "(^test/|[.](test|spec)[.]ts$|/testing/)" },
    },
  ),
];

const faces = [
  forbid(
    "module-face-only",
    "Another module is entered through its index.ts.",
    {
      from: { path: "^src/modules/([^/]+)/", pathNot: [tests, "/demo/"] },
      to: {
        path: "^src/modules/([^/]+)/",
        pathNot:
          "^src/modules/($1/|[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$)",
      },
    },
  ),
  forbid(
    "demo-builds-on-demo",
    "Demo content sees the face and the demo content of another module.",
    {
      from: { path: "^src/modules/([^/]+)/demo/", pathNot: tests },
      to: {
        path: "^src/modules/([^/]+)/",
        pathNot:
          "^src/modules/($1/|[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$|[^/]+/demo/)",
      },
    },
  ),
  forbid(
    "tests-use-faces-and-fixtures",
    "A test sees the face, demo/ and testing/ of another module.",
    {
      from: { path: `^src/modules/([^/]+)/.*${tests}` },
      to: {
        path: "^src/modules/([^/]+)/",
        pathNot:
          "^src/modules/($1/|[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$|[^/]+/(demo|testing)/)",
      },
    },
  ),
  forbid(
    "outside-uses-module-face-only",
    "Shells and connectors enter a module through its index.ts.",
    {
      from: { path: "^src/(shell|connectors)/", pathNot: tests },
      to: {
        path: otherModule,
        pathNot:
          "^src/modules/[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$",
      },
    },
  ),
  forbid(
    "main-wires-contributions",
    "main/ sees index.ts, module.ts, commands.ts and demo/ of a module.",
    {
      from: { path: "^src/main/", pathNot: tests },
      to: {
        path: otherModule,
        pathNot:
          "^src/modules/[^/]+/((index|content|own-data|deciding|correction|output|module|commands)[.]ts$|demo/)",
      },
    },
  ),
  forbid(
    "not-through-own-face",
    "Inside a module import the file itself; the own index.ts makes cycles.",
    {
      from: { path: "^src/modules/([^/]+)/", pathNot: tests },
      to: {
        path: "^src/modules/$1/(index|content|own-data|deciding|correction|output)[.]ts$",
      },
    },
  ),
  forbid(
    "face-without-frame",
    "A face exports neither module.ts nor pages: the shell imports faces, so it would be a cycle.",
    {
      from: {
        path: "^src/modules/[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$",
      },
      to: { path: "^src/(modules/[^/]+/(module[.]ts$|demo/)|shell/)" },
    },
  ),
];

const insideModules = [
  forbid(
    "domain-is-pure",
    "domain/ = values and rules; no database, HTTP, clock or npm packages.",
    {
      from: { path: "^src/modules/[^/]+/domain/", pathNot: tests },
      to: {
        pathNot:
          "^src/(modules/[^/]+/domain/|modules/[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$|platform/(calendar|result|values)/)",
      },
    },
  ),
  forbid(
    "domain-uses-faces-as-types",
    "A value import of another face would pull its database code into a rule.",
    {
      from: { path: "^src/modules/[^/]+/domain/", pathNot: tests },
      to: {
        path: "^src/modules/[^/]+/(index|content|own-data|deciding|correction|output)[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
  ),
  forbid(
    "use-cases-know-no-transport",
    "A use case is called by pages and jobs, never the other way round.",
    {
      from: {
        path: "^src/modules/[^/]+/(use-cases|store)/",
        pathNot: tests,
      },
      to: {
        path: "^src/(modules/[^/]+/(web|jobs)/|shell/|ui/|platform/http-server/)",
      },
    },
  ),
  forbid(
    "store-knows-only-its-tables",
    "A store sees its own domain and platform; another module's data comes through its face, in the use case.",
    {
      from: { path: "^src/modules/([^/]+)/store/", pathNot: tests },
      to: {
        path: "^src/",
        pathNot: "^src/(modules/$1/(domain|store)/|platform/)",
      },
    },
  ),
  forbid(
    "store-only-below-use-cases",
    "Pages and jobs reach data through a use case.",
    {
      from: { path: "^src/modules/[^/]+/(web|jobs|domain)/", pathNot: tests },
      to: { path: "^src/modules/[^/]+/store/" },
    },
  ),
  forbid(
    "field-types-know-values-and-markup",
    "A field type sees the form's model, ui/ and platform; it never reads data or answers a request.",
    {
      from: { path: "^src/modules/[^/]+/field-types/", pathNot: tests },
      to: {
        path: "^src/",
        pathNot: "^src/(modules/[^/]+/(domain|field-types)/|ui/|platform/)",
      },
    },
  ),
  forbid(
    "jobs-know-no-pages",
    "A job parses its payload and calls a use case.",
    {
      from: { path: "^src/modules/[^/]+/jobs/", pathNot: tests },
      to: { path: "^src/(modules/[^/]+/web/|ui/|shell/web/)" },
    },
  ),
];

const connectors = [
  forbid(
    "connectors-are-leaves",
    "Only main/ (the composition root) may import a connector.",
    {
      from: { path: "^src/", pathNot: "^src/(main|connectors)/" },
      to: { path: "^src/connectors/" },
    },
  ),
  forbid(
    "connector-knows-only-port",
    "A connector sees the faces of delivery (index.ts, output.ts) and arrivals, platform services and itself.",
    {
      from: { path: "^src/connectors/([^/]+)/" },
      to: {
        path: "^src/(modules|connectors|shell|main|ui)/",
        pathNot:
          "^src/(connectors/$1/|modules/delivery/((index|output)[.]ts$|testing/)|modules/arrivals/index[.]ts$)",
      },
    },
  ),
];

/** Of these a web process needs none to show pages. */
const largePackages =
  "@simplewebauthn/server|@tus/server|@xmldom/xmldom|age-encryption|nodemailer|qrcode|smtp-server|ssh2|xml-crypto|xml-encryption";

const packages = [
  forbid(
    "large-packages-when-needed",
    "Web processes hardly ever need it: import() it where it is used (docs/performance.md, memory).",
    {
      from: {
        path: "^src/",
        pathNot: [
          tests,
          "^src/platform/tus/(answer-tus|queue-locker)[.]ts$",
          // These require it inside a function.
          "^src/platform/saml/(signed-xml|decrypt-assertion)[.]ts$",
        ],
      },
      to: {
        path: `(^|/)node_modules/(${largePackages})/|^src/platform/tus/answer-tus[.]ts$`,
        dynamic: false,
        dependencyTypesNot: ["type-only"],
      },
    },
  ),
  forbid(
    "sql-only-in-stores",
    "kysely and pg only in platform/{database,jobs,mail,crypto,throttle,backup} and in store/ of a module.",
    {
      from: {
        path: "^src/",
        pathNot: [
          tests,
          "^src/platform/(database|jobs|mail|crypto|throttle|backup|embedded-postgres)/",
          "^src/modules/[^/]+/store/",
        ],
      },
      to: { path: "(^|/)node_modules/(kysely|pg|pg-copy-streams|@types/pg)/" },
    },
  ),
  forbid(
    "network-only-in-platform",
    "Other systems are reached through platform/http-client, the own port is opened by platform/http-server.",
    {
      from: {
        path: "^src/",
        // The demo's identity providers and its delivery service are programs of their own, beside the portal.
        pathNot: [
          tests,
          "^src/platform/http-(client|server)/",
          "^src/modules/federation/demo/saml-identity-provider[.]ts$",
          "^src/connectors/fit-connect/demo/(local-service|local-faults|local-types|call-back)[.]ts$",
        ],
      },
      to: {
        path: "^(node:)?(https?|http2)$|(^|/)node_modules/(undici|axios|got|node-fetch)/",
        dependencyTypesNot: ["type-only"],
      },
    },
  ),
  forbid(
    "fastify-only-in-frame",
    "Pages return a Reply; only platform/http-server and shell/web see Fastify.",
    {
      from: {
        path: "^src/",
        pathNot: [
          tests,
          "^src/(platform/(http-server|multipart)|shell/web|main)/",
        ],
      },
      to: { path: "(^|/)node_modules/(fastify|@fastify)/" },
    },
  ),
];

/** Every module of the graph may use only what the graph says; a module that is not in it may use none. */
function moduleRules(graph) {
  const declared = Object.entries(graph).map(([name, mayUse]) =>
    forbid(
      `undeclared-dependency-of-${name}`,
      `modules/${name} may use only: ${mayUse.join(", ") || "no other module"}. Change architecture.mjs (and say why in an ADR) or invert the dependency.`,
      {
        from: { path: `^src/modules/${name}/`, pathNot: tests },
        to: {
          path: otherModule,
          pathNot: `^src/modules/(${[name, ...mayUse].join("|")})/`,
        },
      },
    ),
  );
  const known = Object.keys(graph).join("|") || "(?!)";
  return [
    ...declared,
    forbid(
      "module-not-in-architecture",
      "Write the module and what it may use into architecture.mjs.",
      {
        from: {
          path: "^src/modules/([^/]+)/",
          pathNot: `^src/modules/(${known})/`,
        },
        to: {},
      },
    ),
  ];
}

export const rulesFor = (graph) => ({
  forbidden: [
    ...layers,
    ...faces,
    ...insideModules,
    ...connectors,
    ...packages,
    ...moduleRules(graph),
  ],
});

/** Resolve packages as Node does, by their "exports". */
export const resolution = {
  exportsFields: ["exports"],
  conditionNames: ["import", "node", "default", "types", "require"],
};

export default {
  ...rulesFor(moduleDependencies),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: resolution,
  },
};
