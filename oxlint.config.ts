// House style 4, 9 and 13 as errors. Who may import whom is not here: that is dependency-cruiser.config.mjs.
// Every rule is named: a category of oxlint changes with its versions.
import { defineConfig, type OxlintConfig } from "oxlint";

const anyTest = ["**/*.test.ts", "**/*.spec.ts", "**/testing/**", "test/**"];

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

/** For scripts/lint/plugin.ts. */
function banned(...found: readonly { selector: string; message: string }[]) {
  return ["error", ...found] as ["error", ...typeof found];
}

const limits: OxlintConfig["rules"] = {
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", 50],
  "max-params": ["error", { max: 3 }],
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
    (name) => [name, "readonly" as const],
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
  ].map((name) => [name, "readonly" as const]),
);

/** What ESLint and typescript-eslint recommend strictly, as far as it needs no types. */
const strict = [
  "typescript/ban-ts-comment",
  "no-array-constructor",
  "typescript/no-duplicate-enum-values",
  "typescript/no-dynamic-delete",
  "typescript/no-empty-object-type",
  "typescript/no-explicit-any",
  "typescript/no-extra-non-null-assertion",
  "typescript/no-extraneous-class",
  "typescript/no-invalid-void-type",
  "typescript/no-misused-new",
  "typescript/no-namespace",
  "typescript/no-non-null-asserted-nullish-coalescing",
  "typescript/no-non-null-asserted-optional-chain",
  "typescript/no-non-null-assertion",
  "typescript/no-require-imports",
  "typescript/no-this-alias",
  "typescript/no-unnecessary-type-constraint",
  "typescript/no-unsafe-declaration-merging",
  "typescript/no-unsafe-function-type",
  "no-unused-expressions",
  "no-unused-vars",
  "no-useless-constructor",
  "typescript/no-wrapper-object-types",
  "typescript/prefer-as-const",
  "typescript/prefer-literal-enum-member",
  "typescript/prefer-namespace-keyword",
  "typescript/triple-slash-reference",
  "typescript/unified-signatures",
  "constructor-super",
  "for-direction",
  "getter-return",
  "no-async-promise-executor",
  "no-case-declarations",
  "no-class-assign",
  "no-compare-neg-zero",
  "no-cond-assign",
  "no-const-assign",
  "no-constant-binary-expression",
  "no-constant-condition",
  "no-control-regex",
  "no-debugger",
  "no-delete-var",
  "no-dupe-class-members",
  "no-dupe-else-if",
  "no-dupe-keys",
  "no-duplicate-case",
  "no-empty",
  "no-empty-character-class",
  "no-empty-pattern",
  "no-empty-static-block",
  "no-ex-assign",
  "no-extra-boolean-cast",
  "no-fallthrough",
  "no-func-assign",
  "no-global-assign",
  "no-import-assign",
  "no-invalid-regexp",
  "no-irregular-whitespace",
  "no-loss-of-precision",
  "no-misleading-character-class",
  "no-new-native-nonconstructor",
  "no-nonoctal-decimal-escape",
  "no-obj-calls",
  "no-prototype-builtins",
  "no-regex-spaces",
  "no-self-assign",
  "no-setter-return",
  "no-shadow-restricted-names",
  "no-sparse-arrays",
  "no-this-before-super",
  "no-unassigned-vars",
  "no-unexpected-multiline",
  "no-unreachable",
  "no-unsafe-finally",
  "no-unsafe-negation",
  "no-unsafe-optional-chaining",
  "no-unused-labels",
  "no-unused-private-class-members",
  "no-useless-assignment",
  "no-useless-backreference",
  "no-useless-catch",
  "no-useless-escape",
  "no-with",
  "prefer-rest-params",
  "prefer-spread",
  "preserve-caught-error",
  "require-yield",
  "use-isnan",
  "valid-typeof",
];

/** What needs types: typescript-eslint's `strictTypeChecked`. Enums are banned, so nothing is said of them. */
const strictWithTypes = [
  "typescript/await-thenable",
  "typescript/no-array-delete",
  "typescript/no-base-to-string",
  "typescript/no-confusing-void-expression",
  "typescript/no-deprecated",
  "typescript/no-duplicate-type-constituents",
  "typescript/no-floating-promises",
  "typescript/no-for-in-array",
  "typescript/no-implied-eval",
  "typescript/no-meaningless-void-operator",
  "typescript/no-misused-promises",
  "typescript/no-misused-spread",
  "typescript/no-mixed-enums",
  "typescript/no-redundant-type-constituents",
  "typescript/no-unnecessary-boolean-literal-compare",
  "typescript/no-unnecessary-condition",
  "typescript/no-unnecessary-template-expression",
  "typescript/no-unnecessary-type-arguments",
  "typescript/no-unnecessary-type-assertion",
  "typescript/no-unnecessary-type-conversion",
  "typescript/no-unnecessary-type-parameters",
  "typescript/no-unsafe-argument",
  "typescript/no-unsafe-assignment",
  "typescript/no-unsafe-call",
  "typescript/no-unsafe-member-access",
  "typescript/no-unsafe-return",
  "typescript/no-unsafe-type-assertion",
  "typescript/no-unsafe-unary-minus",
  "typescript/no-useless-default-assignment",
  "typescript/only-throw-error",
  "typescript/prefer-promise-reject-errors",
  "typescript/prefer-reduce-type-parameter",
  "typescript/prefer-return-this-type",
  "typescript/related-getter-setter-pairs",
  "typescript/require-await",
  "typescript/restrict-plus-operands",
  "typescript/restrict-template-expressions",
  "typescript/return-await",
  "typescript/switch-exhaustiveness-check",
  "typescript/unbound-method",
  "typescript/use-unknown-in-catch-callback-variable",
];

/** TypeScript finds these by itself. */
const inScripts = ["no-undef", "no-redeclare"];

export default defineConfig({
  plugins: ["typescript"],
  jsPlugins: [{ name: "house", specifier: "./scripts/lint/plugin.ts" }],
  categories: { correctness: "off" },
  options: {
    typeAware: true,
    reportUnusedDisableDirectives: "error",
    maxWarnings: 0,
  },
  ignorePatterns: [
    ".cache/",
    "data/",
    "coverage/",
    "node_modules/",
    // Generated, and for programs that are none of ours.
    "clients/typescript/openrathaus.ts",
  ],
  rules: {
    ...errors(strict),
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
    "house/banned-syntax": banned(...everywhere),
    "typescript/consistent-type-imports": "error",
    "no-unused-vars": [
      "error",
      { argsIgnorePattern: "^_", ignoreRestSiblings: true },
    ],
  },
  overrides: [
    {
      files: ["**/*.ts"],
      rules: {
        ...errors(strictWithTypes),
        "typescript/switch-exhaustiveness-check": [
          "error",
          { considerDefaultExhaustiveForUnions: true },
        ],
        "typescript/restrict-plus-operands": [
          "error",
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        "typescript/restrict-template-expressions": [
          "error",
          {
            allowAny: false,
            allowBoolean: false,
            allowNever: false,
            allowNullish: true,
            allowNumber: true,
            allowRegExp: false,
          },
        ],
        "typescript/return-await": ["error", "error-handling-correctness-only"],
        "typescript/no-confusing-void-expression": [
          "error",
          { ignoreArrowShorthand: true },
        ],
        // the test runner collects what test() and describe() return
        "typescript/no-floating-promises": [
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
      rules: { "house/banned-syntax": banned(...product) },
    },
    {
      files: ["src/modules/**"],
      rules: {
        "house/banned-syntax": banned(
          ...product,
          syntax.ambientTime,
          syntax.ambientRandom,
        ),
      },
    },
    {
      files: ["src/modules/*/{index,commands}.ts"],
      rules: {
        "house/banned-syntax": banned(...everywhere, syntax.faceWithLogic),
      },
    },
    {
      files: ["src/platform/config/**"],
      rules: {
        "house/banned-syntax": banned(...everywhere, syntax.sideEffectImport),
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
        "house/banned-syntax": banned(...everywhere, syntax.processEnv),
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
        "house/banned-syntax": banned(...everywhere),
        "max-lines": ["error", 500],
        "max-lines-per-function": "off",
        "typescript/no-unsafe-type-assertion": "off",
        "typescript/require-await": "off",
      },
    },
    {
      files: ["**/*.mjs", "**/*.js", "**/*.mts"],
      globals: nodeGlobals,
      rules: errors(inScripts),
    },
    {
      files: ["src/ui/static/**", "src/modules/*/**/live/*.js"],
      globals: browserGlobals,
      rules: { "no-restricted-globals": "off" },
    },
    {
      // The programs that read them want a default export.
      files: ["*.config.{mjs,ts}", "**/*.d.mts", "scripts/lint/plugin.ts"],
      rules: {
        "max-lines": "off",
        "house/banned-syntax": banned(...language),
      },
    },
  ],
});

function errors(rules: readonly string[]): Record<string, "error"> {
  return Object.fromEntries(rules.map((rule) => [rule, "error"]));
}
