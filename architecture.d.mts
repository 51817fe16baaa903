export declare const moduleDependencies: Readonly<
  Record<string, readonly string[]>
>;
