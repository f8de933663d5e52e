/** As much of Papa Parse as is used here. */
declare module 'papaparse' {
  export interface UnparseConfig {
    readonly newline?: string;
    readonly escapeFormulae?: boolean | RegExp;
  }
  const papaparse: {
    unparse(rows: readonly (readonly unknown[])[], config?: UnparseConfig): string;
    parse(
      text: string,
      config: { readonly header: true; readonly skipEmptyLines: true },
    ): { readonly data: readonly Readonly<Record<string, string>>[] };
  };
  export default papaparse;
}
