// House style 4, 9 and 13 as errors. Who may import whom is not here: that is dependency-cruiser.config.mjs.
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const anyTest = ["**/*.test.ts", "**/*.spec.ts", "**/testing/**", "test/**"];
const configFiles = ["*.config.mjs"];

const syntax = {
  defaultExport: {
    selector: "ExportDefaultDeclaration",
    message: "Export by name: the name then is the same everywhere.",
  },
  exportAll: {
    selector: "ExportAllDeclaration",
    message: "Re-export by name: a face lists what it promises.",
  },
  enum: {
    selector: "TSEnumDeclaration",
    message: "Use a union of literals; Node runs erasable syntax only.",
  },
  namespace: {
    selector: "TSModuleDeclaration",
    message: "No namespaces and no augmentation of foreign types.",
  },
  parameterProperty: {
    selector: "TSParameterProperty",
    message: "Declare the field; Node runs erasable syntax only.",
  },
  decorator: { selector: "Decorator", message: "Decorators hide wiring." },
  moduleLet: {
    selector:
      "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: "No state at module level: put it into a value with a lifetime.",
  },
  booleanParameter: {
    selector:
      "FunctionDeclaration > Identifier.params[typeAnnotation.typeAnnotation.type='TSBooleanKeyword']",
    message:
      "A boolean says nothing at the call: two functions, or a named option in an object.",
  },
  processEnv: {
    selector:
      "MemberExpression[object.name='process'][property.name='env'], ImportDeclaration[source.value=/^(node:)?process$/]",
    message: "Settings are read and checked in platform/config only.",
  },
  sideEffectImport: {
    selector: "ImportDeclaration[specifiers.length=0]",
    message: "Imports with side effects only in main/.",
  },
  ambientTime: {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time comes in by argument: context.now.",
  },
  ambientRandom: {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Use newId() or node:crypto.",
  },
  lockAgainstReferences: {
    selector: "MemberExpression > Identifier.property[name='forUpdate']",
    message:
      "forNoKeyUpdate(): the other keeps waiting who writes rows that refer to this one, and can deadlock. Only for what is deleted.",
  },
  faceWithLogic: {
    selector: "Program > :not(ExportNamedDeclaration[source])",
    message: "A face only re-exports by name.",
  },
};

const language = [
  syntax.exportAll,
  syntax.enum,
  syntax.namespace,
  syntax.parameterProperty,
  syntax.decorator,
  syntax.moduleLet,
  syntax.booleanParameter,
];
const everywhere = [...language, syntax.defaultExport];
const product = [
  ...everywhere,
  syntax.processEnv,
  syntax.sideEffectImport,
  syntax.lockAgainstReferences,
];

const limits = {
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", 50],
  "@typescript-eslint/max-params": ["error", { max: 3 }],
  "max-depth": ["error", 3],
  complexity: ["error", 10],
};

const noNetwork = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map(
  (name) => ({
    name,
    message: "Other systems are reached through platform/http-client.",
  }),
);

const nodeGlobals = Object.fromEntries(
  ["process", "console", "URL", "Buffer", "setTimeout", "clearTimeout"].map(
    (name) => [name, "readonly"],
  ),
);
const browserGlobals = Object.fromEntries(
  [
    "document",
    "window",
    "navigator",
    "location",
    "history",
    "localStorage",
    "sessionStorage",
    "matchMedia",
    "setTimeout",
    "clearTimeout",
    "requestAnimationFrame",
    "URL",
    "URLSearchParams",
    "DOMParser",
    "TextDecoder",
    "TextEncoder",
    "atob",
    "btoa",
    "performance",
    "FormData",
    "fetch",
    "AbortController",
    "CustomEvent",
    "Event",
    "Intl",
    "HTMLElement",
    "HTMLInputElement",
    "HTMLFormElement",
  ].map((name) => [name, "readonly"]),
);

export default tseslint.config(
  {
    ignores: [
      ".cache/",
      "data/",
      "coverage/",
      "node_modules/",
      // Generated, and for programs that are none of ours.
      "clients/typescript/openrathaus.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...limits,
      eqeqeq: "error",
      "no-console": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-warning-comments": [
        "error",
        { terms: ["todo", "fixme", "xxx", "hack"] },
      ],
      "no-restricted-globals": ["error", ...noNetwork],
      "no-restricted-syntax": ["error", ...everywhere],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unsafe-type-assertion": "error",
      // there are no enums: `syntax.enum` bans them
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // Kysely<Record<never, never>> is meant: a store names its tables itself
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // the test runner collects what test() and describe() return
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            {
              from: "package",
              package: "node:test",
              name: ["test", "describe", "it", "suite"],
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/**"],
    rules: { "no-restricted-syntax": ["error", ...product] },
  },
  {
    files: ["src/modules/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...product,
        syntax.ambientTime,
        syntax.ambientRandom,
      ],
    },
  },
  {
    files: ["src/modules/*/{index,commands}.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, syntax.faceWithLogic],
    },
  },
  {
    files: ["src/platform/config/**"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, syntax.sideEffectImport],
    },
  },
  {
    files: ["src/platform/http-client/**"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: ["src/main/**"],
    rules: {
      "no-console": "off",
      "no-restricted-syntax": ["error", ...everywhere, syntax.processEnv],
    },
  },
  {
    files: ["scripts/**", "bench/**", "bin/**"],
    rules: { "no-console": "off", "no-restricted-globals": "off" },
  },
  {
    // data, not logic: texts, generated table types, demo content
    files: [
      "**/i18n/{de,en}.ts",
      "**/i18n/*-{de,en}.ts",
      "**/tables.ts",
      "**/demo/**",
    ],
    rules: { "max-lines": "off" },
  },
  {
    files: anyTest,
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-syntax": ["error", ...everywhere],
      "max-lines": ["error", 500],
      "max-lines-per-function": "off",
      "@typescript-eslint/no-unsafe-type-assertion": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js", "**/*.mts"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ["src/ui/static/**", "src/modules/*/**/live/*.js"],
    languageOptions: { globals: browserGlobals },
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: [...configFiles, "**/*.d.mts"],
    rules: {
      "max-lines": "off",
      "no-restricted-syntax": ["error", ...language],
    },
  },
);
