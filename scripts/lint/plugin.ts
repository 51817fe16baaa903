/**
 * The one rule that oxlint does not bring along: syntax that we do not want, said by selectors (those of ESLint). Its options are those
 * of ESLint's `no-restricted-syntax`.
 */
type Banned = { readonly selector: string; readonly message: string };

type Context = {
  readonly options: readonly Banned[];
  report(fault: { readonly node: unknown; readonly message: string }): void;
};

export default {
  meta: { name: "house" },
  rules: {
    "banned-syntax": {
      meta: {
        type: "problem",
        schema: { type: "array", items: { type: "object" } },
      },
      create: (context: Context) =>
        Object.fromEntries(
          context.options.map(({ selector, message }) => [
            selector,
            (node: unknown) => {
              context.report({ node, message });
            },
          ]),
        ),
    },
  },
};
