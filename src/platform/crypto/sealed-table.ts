/**
 * Where a module keeps what it encrypted with the tenant's cipher. With it data can be encrypted again with a new data key by who knows nothing
 * else of the module.
 */
export type SealedTable = {
  /** With its schema. It has a column `tenant_id`. */
  readonly table: string;
  /** Columns that tell the rows of a tenant apart, in the order of an index, and then those that only a purpose is made of. */
  readonly key: readonly string[];
  /** The encrypted columns. Each function makes the purpose out of the values of `key`, as text, in their order (`bytea`: `\x` and digits). */
  readonly columns: Readonly<Record<string, (...key: string[]) => string>>;
};

/** The hexadecimal digits of a `bytea` as the database writes it as text. */
export function digitsOf(bytea: string): string {
  return bytea.slice("\\x".length);
}
