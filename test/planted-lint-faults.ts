/** By rule, a file of a module that breaks it. */
export const plantedLintFaults: Readonly<Record<string, string>> = {
  "await-thenable": "export async function wait() { await 1; }",
  "banned-syntax": "export const at = () => Date.now();",
  complexity:
    "export const step = (a: number) => a === 1 ? 1 : a === 2 ? 2 : a === 3 ? 3 : a === 4 ? 4 : a === 5 ? 5 : a === 6 ? 6 : a === 7 ? 7 : a === 8 ? 8 : a === 9 ? 9 : a === 10 ? 10 : 11;",
  "consistent-type-imports":
    'import { Stats } from "node:fs"; export type Found = Stats;',
  eqeqeq: "export const same = (a: unknown) => a == 1;",
  "max-depth":
    "export function deep(a: number) { if (a) { if (a > 1) { if (a > 2) { if (a > 3) return 1; } } } return 2; }",
  "max-lines": `${"// more\n".repeat(301)}export const a = 1;`,
  "max-lines-per-function": `export function long() {${"\n".repeat(60)}}`,
  "max-params":
    "export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;",
  "no-base-to-string": "export const text = (a: object) => String(a);",
  "no-confusing-void-expression":
    "declare const done: () => void; export function end() { return done(); }",
  "no-console": 'export const say = () => { console.log("a"); };',
  "no-deprecated":
    'import { Buffer } from "node:buffer"; export const made = () => new Buffer("a");',
  "no-explicit-any": "export const open = (a: any) => [a];",
  "no-floating-promises":
    "declare const work: () => Promise<number>; export function begin() { work(); }",
  "no-misused-promises":
    "declare const work: () => Promise<void>; export const all = (a: number[]) => { a.forEach(async () => { await work(); }); };",
  "no-non-null-assertion":
    "export const size = (a: string | undefined) => a!.length;",
  "no-restricted-globals": 'export const ask = () => fetch("http://alpha");',
  "no-unnecessary-condition":
    "export const size = (a: string) => (a === null ? 1 : a.length);",
  "no-unnecessary-type-assertion":
    "export const text = (a: string) => a as string;",
  "no-unsafe-argument":
    "export const size = (a: string) => Number.parseInt(JSON.parse(a));",
  "no-unsafe-assignment":
    "export const read = (a: string) => { const b = JSON.parse(a); return Boolean(b); };",
  "no-unsafe-call": "export const read = (a: string) => { JSON.parse(a)(); };",
  "no-unsafe-member-access":
    "export const read = (a: string) => Boolean(JSON.parse(a).b);",
  "no-unsafe-return":
    "export function read(a: string) { return JSON.parse(a); }",
  "no-unsafe-type-assertion":
    "export const text = (a: unknown) => a as string;",
  "no-unused-vars": "export const one = () => { const two = 2; return 1; };",
  "no-warning-comments": "// todo: more\nexport const a = 1;",
  "only-throw-error": 'export const stop = () => { throw "a"; };',
  "prefer-const": "export const one = () => { let a = 1; return a; };",
  "prefer-promise-reject-errors":
    'export const stop = () => Promise.reject("a");',
  "preserve-caught-error":
    'export const stop = (work: () => void) => { try { work(); } catch (error) { throw new Error("a"); } };',
  "require-await": "export async function one() { return 1; }",
  "restrict-plus-operands":
    "export const add = (a: number, b: string) => a + b;",
  "restrict-template-expressions":
    "export const text = (a: boolean) => `${a}`;",
  "return-await":
    "declare const work: () => Promise<number>; export async function one() { try { return work(); } catch { return 2; } }",
  "switch-exhaustiveness-check":
    'export function one(a: "b" | "c") { switch (a) { case "b": return 1; } return 2; }',
  "unbound-method":
    "class Alpha { #a = 1; b() { return this.#a; } } export const taken = (a: Alpha) => a.b;",
};
